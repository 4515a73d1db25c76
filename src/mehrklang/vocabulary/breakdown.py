"""What a figure is broken down by: features (Merkmale) and their categories (Ausprägungen)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The categories that a figure stands for, feature by feature: sorted pairs of labels as the source writes them.

    Promise: hashable and in one canonical order, so that equal breakdowns are equal keys; each feature at most once.

    >>> Breakdown.of({"Nationalität": "Deutsche", "Geschlecht": "weiblich"}).pairs
    (('Geschlecht', 'weiblich'), ('Nationalität', 'Deutsche'))
    >>> Breakdown.of({}).label
    'Insgesamt'
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        features = [feature for feature, _ in self.pairs]
        if features != sorted(set(features)):
            raise ValueError(f"features must be sorted and unique: {features}")

    @classmethod
    def of(cls, categories: Mapping[str, str] | Iterable[tuple[str, str]]) -> Self:
        """From any mapping or pairs of feature and category."""
        return cls(tuple(sorted(dict(categories).items())))

    def get(self, feature: str) -> str | None:
        """The category of a feature, if the breakdown names it."""
        return dict(self.pairs).get(feature)

    @property
    def label(self) -> str:
        """For people: the categories, in the order of the features."""
        return ", ".join(category for _, category in self.pairs) or "Insgesamt"


EVERYTHING = Breakdown()
"""The breakdown that names no feature: the total."""
