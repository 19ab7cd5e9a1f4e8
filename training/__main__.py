"""From corpora to the shipped model.

    MARSAD_CORPORA=/path/to/corpora python -m training OUT           trains, distils, writes OUT/encoder.onnx
    MARSAD_CORPORA=/path/to/corpora python -m training OUT --trials  trains one teacher for each trial, measures them
    MARSAD_CORPORA=/path/to/corpora python -m training --count       says how many labels each source gives

What OUT holds already is not trained again, so that a stopped run goes on. The teachers are trained side by side, one
core each; on a machine with an accelerator one after the other.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import onnxruntime

from marsad.extract.encoder.network import Network
from training.distil import distil
from training.examples import corpora
from training.measure import measure
from training.onnx import export
from training.polish import polish
from training.pretrain import pretrain
from training.runs import base_folder, config, tokeniser
from training.sources import counts
from training.teachers import Task, teach_all


def main() -> None:
    """Make the model, try out choices, or count what it is made from."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, help="folder of the run")
    parser.add_argument("--trials", action="store_true", help="train one teacher for each trial of the configuration")
    parser.add_argument("--count", action="store_true", help="say how many labels each source gives")
    given = parser.parse_args()
    if given.count:
        words = tokeniser(base_folder(config()["base"]))
        sys.stdout.write(json.dumps(counts(config(), words), indent=1) + "\n")
    elif given.out is None:
        parser.error("name the folder of the run, or --count")
    elif given.trials:
        try_out(given.out)
    else:
        make(given.out)


def make(out: Path) -> None:
    """Train what is missing, write the quantised file and print the development figures."""
    student, polished = out / "student.pt", out / "polished.pt"
    teachers = [out / f"teacher-{number}.pt" for number in range(1, config()["teachers"] + 1)]
    teach_all([Task(number, path, begin(out, config()), config()) for number, path in enumerate(teachers, 1)])
    if not student.exists():
        distil(teachers, student)
    if not polished.exists():
        polish(student, polished)
    tell(polished, out / "encoder.onnx")


def try_out(out: Path) -> None:
    """Train the first teacher anew with each trial's choices, and print its figures beside those of the teacher."""
    plain = config()
    named = {"teacher-1": plain} | {f"trial-{name}": plain | changed for name, changed in plain["trials"].items()}
    tasks = [Task(1, out / f"{name}.pt", begin(out, choices), choices) for name, choices in named.items()]
    teach_all(tasks)
    for task in tasks:
        tell(task.out, task.out.with_suffix(".onnx"))


def begin(out: Path, choices: dict[str, Any]) -> Path | None:
    """Return what a teacher begins with: the base encoder, or one that guessed hidden words, made now if need be."""
    out.mkdir(parents=True, exist_ok=True)
    if not choices["pretrained"]:
        return None
    path = out / "pretrained.pt"
    if not path.exists():
        pretrain(path)
    return path


def tell(state: Path, out: Path) -> None:
    """Write a network as quantised file and print its development figures."""
    export(state, out)
    words = tokeniser(base_folder(config()["base"]))
    network = Network(onnxruntime.InferenceSession(str(out)), words)
    for name in config()["held_out"]:
        figures = measure(network, corpora() / name, 0.0, 0.0)
        sys.stdout.write(json.dumps({"model": out.name, "measured": name} | figures) + "\n")


if __name__ == "__main__":
    main()
