"""From corpora to the shipped model.

    MARSAD_CORPORA=/path/to/corpora python -m training OUT

Trains the teachers one after the other, distils them, writes OUT/encoder.onnx and prints the development figures. What
OUT holds already is not trained again, so that a stopped run goes on. A teacher takes about half an hour on one core.
"""

import json
import sys
from pathlib import Path

import onnxruntime

from marsad.extract.encoder.network import Network
from training.distil import distil
from training.examples import corpora
from training.measure import measure
from training.onnx import export
from training.train import base_folder, config, gold, tokeniser, train


def main(out: Path) -> None:
    """Make the model."""
    out.mkdir(parents=True, exist_ok=True)
    choices = config()
    words = tokeniser(base_folder(choices["base"]))
    teachers = [out / f"teacher-{number}.pt" for number in range(1, choices["teachers"] + 1)]
    for number, path in enumerate(teachers, 1):
        if not path.exists():
            part = path.with_suffix(".part")
            train(number, part, choices["epochs"], gold(choices, words))
            part.rename(path)
    student = out / "student.pt"
    if not student.exists():
        part = student.with_suffix(".part")
        distil(teachers, part)
        part.rename(student)
    export(student, out / "encoder.onnx")
    network = Network(onnxruntime.InferenceSession(str(out / "encoder.onnx")), words)
    sys.stdout.write(json.dumps(measure(network, corpora() / choices["dev"], 0.0, 0.0)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
