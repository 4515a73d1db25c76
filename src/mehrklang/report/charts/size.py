"""The two sizes in which every chart is drawn: for pages of paper and wide screens, and for a telephone."""

from enum import StrEnum


class Size(StrEnum):
    """WIDE fits an A4 page and a text column; NARROW stays readable in 320 px, with the legend below."""

    WIDE = "breit"
    NARROW = "schmal"

    @property
    def width(self) -> float:
        """The width of the picture in its own units; letters are 13 high."""
        return 680.0 if self is Size.WIDE else 340.0
