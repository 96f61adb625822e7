"""The settings that the recipes train with, written down again: `experiments bench` fails if they differ.

NaturalSettings.cs has the same.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    sizes: tuple  # inputs, units of every hidden layer, classes
    batch: int
    images: int  # training images, the first ones
    activation: str = "relu"  # or sigmoid, or tanh
    loss: str = "softmax"  # cross-entropy; or per-unit: sigmoid outputs, summed over the classes
    weights: str = "he"  # N(0, 2/n_in); lecun: N(0, 1/n_in); uniform: on ±1/sqrt(n_in)
    biases: str = "zeros"  # normal: N(0, 1); uniform: on ±1/sqrt(n_in)
    optimizer: str = "adam"  # or sgd
    learning_rate: float = 0.001
    momentum: float = 0.0
    weight_decay: float = 0.0  # of weights, not of biases
    drop: float = 0.0  # probability to drop a hidden unit

    @property
    def task(self):
        """The training in words: all loops of a setting must agree on it."""
        activation = {"sigmoid": "Sigmoid", "tanh": "Tanh", "relu": "ReLU"}[self.activation]
        between = [activation, *([f"Dropout({self.drop:g})"] if self.drop else [])]
        layers = f" {' '.join(between)} ".join(f"{n_in}-{n_out}" for n_in, n_out in zip(self.sizes, self.sizes[1:]))
        loss = {"softmax": "softmax-cross-entropy", "per-unit": "cross-entropy-per-unit"}[self.loss]
        return (f"{layers}, {loss}, {self.optimizer} {self.learning_rate:g} momentum {self.momentum:g} decay {self.weight_decay:.4g}, "
                f"{self.images} images in batches of {self.batch}")


def depth(hidden):
    return Setting(sizes=(784, *[30] * hidden, 10), batch=10, images=50_000, activation="sigmoid", loss="per-unit", weights="lecun",
                   biases="normal", optimizer="sgd", learning_rate=0.1, weight_decay=1e-4)


SETTINGS = {
    **{f"A{hidden}": depth(hidden) for hidden in range(1, 6)},
    "B": Setting(sizes=(784, *[100] * 10, 10), batch=128, images=50_000, optimizer="sgd", learning_rate=0.01, momentum=0.9),
    "C": Setting(sizes=(784, 512, 512, 10), batch=100, images=5_000, weights="uniform", biases="uniform", drop=0.5),
    "C0": Setting(sizes=(784, 512, 512, 10), batch=100, images=5_000, weights="uniform", biases="uniform"),
    "D": Setting(sizes=(784, 256, 256, 10), batch=64, images=2_000),
}
