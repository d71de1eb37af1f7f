"""Checkpoint → one int8 ONNX file: ``python -m extract.training.export PACK CHECKPOINT.pt OUT.onnx``."""

import tempfile
from pathlib import Path

import click
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from extract.training.net import NAMES, Net, Tensor, load, read_config

_BLOCK, _OUTLIERS = 32, (0, 4, 5)
"""Layers whose second feed-forward product sees outliers that one scale cannot hold: kept in fp32."""


class _Exported(nn.Module):
    """The network behind its embedding, with its outputs in a fixed order."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, emb: Tensor, mask: Tensor, first: Tensor, last: Tensor, tb: Tensor
    ) -> tuple[Tensor, ...]:
        """Logits in the order of :data:`NAMES`."""
        found = self.net(emb, mask, first, last, tb)
        return tuple(found[name] for name in NAMES)


def export(pack: Path, checkpoint: Path, out: Path) -> None:
    """Write ``out`` (int8) and ``out`` with the suffix ``.fp32.onnx``."""
    net = load(pack, checkpoint)
    net.emb = nn.Identity()
    with np.load(pack / "encoder.npz") as weights:
        embedding = weights["q4:emb.word"]
    config = read_config(pack)
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared, small = (str(Path(folder) / f"{name}.onnx") for name in "abc")
        _trace(net, config["H"], plain)
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        _quantise(prepared, small, (config["FF"], config["H"]))
        _with_embedding(small, embedding, out)
        _with_embedding(prepared, embedding, out.with_suffix(".fp32.onnx"))


def _trace(net: Net, size: int, path: str) -> None:
    count, length, words = (
        torch.export.Dim(n, min=a, max=b) for n, a, b in (("b", 1, 512), ("l", 2, 510), ("n", 2, 500))
    )
    first = torch.arange(10)[None].repeat(2, 1)
    mask, treebank = torch.ones(2, 20, dtype=torch.bool), torch.zeros(2, dtype=torch.long)
    pieces, places = {0: count, 1: length}, {0: count, 1: words}
    torch.onnx.export(
        _Exported(net).eval(),
        (torch.randn(2, 20, size), mask, first, first + 1, treebank),
        path,
        dynamo=True,
        dynamic_shapes=(pieces, pieces, places, places, {0: count}),
        external_data=False,
        input_names=["emb", "mask", "first", "last", "tb"],
        output_names=list(NAMES),
        optimize=True,
    )


def _quantise(source: str, target: str, shape: tuple[int, int]) -> None:
    """Matrix products in int8, a scale per channel, in 7 bits: safe on processors without VNNI."""
    graph = onnx.load(source).graph
    dims = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    products = (node for node in graph.node if node.op_type == "MatMul")
    second = [node.name for node in products if any(dims.get(name) == shape for name in node.input)]
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=[second[layer] for layer in _OUTLIERS if layer < len(second)],
    )


def _with_embedding(source: str, packed: np.ndarray, out: Path) -> None:
    """Put the embedding's 4-bit blocks before the graph, exactly as the source file has them."""
    model = onnx.load(source)
    graph = model.graph
    values, scale = _blocks(packed)
    tensor = TensorProto(
        name="emb_q", data_type=TensorProto.INT4, dims=[len(packed), scale.shape[1] * _BLOCK], raw_data=values
    )
    graph.initializer.extend([tensor, numpy_helper.from_array(scale, "emb_s")])
    node = helper.make_node(
        "GatherBlockQuantized",
        ["emb_q", "ids", "emb_s"],
        ["emb"],
        domain="com.microsoft",
        gather_axis=0,
        quantize_axis=1,
        block_size=_BLOCK,
    )
    graph.node.insert(0, node)
    kept = [value for value in graph.input if value.name != "emb"]
    del graph.input[:]
    graph.input.extend([helper.make_tensor_value_info("ids", TensorProto.INT64, ["b", "l"]), *kept])
    _tidy(model)
    onnx.save(model, out)


def _blocks(packed: np.ndarray) -> tuple[bytes, np.ndarray]:
    rows = len(packed)
    blocks = packed.reshape(rows, -1, 18)
    scale = blocks[:, :, :2].copy().view(np.float16)[:, :, 0].astype(np.float32)
    nibbles = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], -1).reshape(rows, -1) ^ 8
    return (nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).astype(np.uint8).tobytes(), scale


def _tidy(model: onnx.ModelProto) -> None:
    """Name the operator sets in use, and drop what the exporter left for debugging."""
    if not any(opset.domain == "com.microsoft" for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    used = {node.domain for node in model.graph.node} | {""}
    kept = [opset for opset in model.opset_import if opset.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)
    del model.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    del model.graph.value_info[:]


@click.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
@click.argument("checkpoint", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(pack: Path, checkpoint: Path, out: Path) -> None:
    """Export CHECKPOINT to OUT."""
    export(pack, checkpoint, out)
    click.echo(f"{out}: {out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
