"""MNIST for the peers: the split of the depth recipe (50,000 training images, 10,000 for validation, 10,000 for testing)."""
import gzip
import os
from pathlib import Path

import numpy
import torch


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


def load(part):
    """The images (N, 784) in 0..1, the labels (N) and the labels as one-hot rows (N, 10) of "train", "validation" or "test"."""
    file = "t10k" if part == "test" else "train"
    rows = {"train": slice(0, 50_000), "validation": slice(50_000, None), "test": slice(None)}[part]
    images = torch.from_numpy(read_idx(f"{file}-images-idx3-ubyte")[rows].reshape(-1, 784).astype(numpy.float32)) / 255
    labels = torch.from_numpy(read_idx(f"{file}-labels-idx1-ubyte")[rows].astype(numpy.int64))
    return images, labels, torch.nn.functional.one_hot(labels, 10).float()
