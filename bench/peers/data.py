"""MNIST for the peers: the split of the recipes (50,000 training images, 10,000 for validation, 10,000 for testing)."""
import gzip
import os
from pathlib import Path

import numpy


def read_idx(name):
    folder = Path(os.environ.get("EXPERIMENTS_DATA") or Path(__file__).resolve().parents[2] / "data" / "mnist")
    for path in (place / f"{name}{ending}" for place in (folder, folder / "mnist") for ending in (".gz", "")):
        if path.exists():
            break
    else:
        raise SystemExit(f"{folder} has no {name}[.gz]: set EXPERIMENTS_DATA, or run ./experiments data fetch")
    content = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    axes = content[3]  # big-endian: two zeros, the type (8 = unsigned bytes), the number of axes, then one length an axis
    shape = [int.from_bytes(content[4 + 4 * axis : 8 + 4 * axis], "big") for axis in range(axes)]
    return numpy.frombuffer(content, numpy.uint8, offset=4 + 4 * axes).reshape(shape)


def load(part, count=None):
    """The first images (count, 784) in 0..1 and their labels (count) of "train", "validation" or "test", as numpy arrays."""
    file = "t10k" if part == "test" else "train"
    rows = {"train": slice(0, 50_000), "validation": slice(50_000, None), "test": slice(None)}[part]
    images = read_idx(f"{file}-images-idx3-ubyte")[rows][:count].reshape(-1, 784).astype(numpy.float32) / 255
    return images, read_idx(f"{file}-labels-idx1-ubyte")[rows][:count].astype(numpy.int64)


def one_hot(labels):
    return numpy.eye(10, dtype=numpy.float32)[labels]
