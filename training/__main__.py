"""From corpora to the shipped model.

    MARSAD_CORPORA=/path/to/corpora python -m training OUT      trains, distils, writes OUT/encoder.onnx, measures it
    MARSAD_CORPORA=/path/to/corpora python -m training --count  says how many labels each source gives

What OUT holds already is not trained again, so that a stopped run goes on. The teachers are trained side by side, one
core each; on a machine with an accelerator one after the other.
"""

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import onnxruntime
import torch

from marsad.extract.encoder.network import Network
from training.distil import distil
from training.examples import corpora
from training.measure import measure
from training.onnx import export
from training.polish import polish
from training.pretrain import pretrain
from training.runs import base_folder, config, tokeniser
from training.sources import counts, gold
from training.train import fresh, train


def main() -> None:
    """Make the model, or count what it is made from."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, help="folder of the run")
    parser.add_argument("--count", action="store_true", help="say how many labels each source gives")
    given = parser.parse_args()
    if given.count:
        words = tokeniser(base_folder(config()["base"]))
        sys.stdout.write(json.dumps(counts(config(), words), indent=1) + "\n")
    elif given.out is None:
        parser.error("name the folder of the run, or --count")
    else:
        make(given.out)


def make(out: Path) -> None:
    """Train what is missing, write the quantised file and print the development figures."""
    out.mkdir(parents=True, exist_ok=True)
    start, student = out / "pretrained.pt", out / "student.pt"
    if not start.exists():
        pretrain(start)
    teachers = [out / f"teacher-{number}.pt" for number in range(1, config()["teachers"] + 1)]
    missing = [(number, path, start) for number, path in enumerate(teachers, 1) if not path.exists()]
    side_by_side = 1 if torch.cuda.is_available() else torch.get_num_threads()
    with ProcessPoolExecutor(side_by_side, mp_context=get_context("spawn")) as processes:
        list(processes.map(teach, missing))
    if not student.exists():
        distil(teachers, student)
    polished = out / "polished.pt"
    if not polished.exists():
        polish(student, polished)
    export(polished, out / "encoder.onnx")
    words = tokeniser(base_folder(config()["base"]))
    network = Network(onnxruntime.InferenceSession(str(out / "encoder.onnx")), words)
    for name in config()["held_out"]:
        sys.stdout.write(json.dumps({"measured": name} | measure(network, corpora() / name, 0.0, 0.0)) + "\n")


def teach(task: tuple[int, Path, Path]) -> None:
    """Train one teacher in a process of its own."""
    number, out, start = task
    torch.set_num_threads(1)
    choices = config()
    examples = gold(choices, tokeniser(base_folder(choices["base"])), number)
    train(fresh(start), number, out, choices["epochs"], choices["learning_rate"], examples)


if __name__ == "__main__":
    main()
