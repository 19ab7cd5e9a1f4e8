"""A trained network → the quantised file that ships with the package."""

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.runs import base_folder, config, load

NAMES = ("ids", "casings", "marks", "mask")
HEADS = ("triggers", "roles", "counts", "modality")
OPSET = 17


def export(state: Path, out: Path) -> None:
    """Write the graph, with MatMul and Gather in eight bits."""
    network = load(state, base_folder(config()["base"]))
    example = torch.ones(2, 12, dtype=torch.int64)
    axes = {name: {0: "sentences", 1: "pieces"} for name in (*NAMES, *HEADS[:3])} | {HEADS[3]: {0: "sentences"}}
    whole = out.with_suffix(".fp32.onnx")
    torch.onnx.export(
        network,
        (example, example, example, example),
        str(whole),
        input_names=list(NAMES),
        output_names=list(HEADS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    quantize_dynamic(
        whole, out, op_types_to_quantize=["MatMul", "Gather"], weight_type=QuantType.QInt8, per_channel=True
    )
    whole.unlink()
