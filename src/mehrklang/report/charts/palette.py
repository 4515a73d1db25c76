"""How series and classes are told apart: by marker and dash first, by colour as well.

The line colours reach a contrast of 4.5 : 1 on white and keep apart for colour-blind readers (after Okabe and Ito,
"Color Universal Design", 2008, darkened for print). The five steps of the map are the sequential palette "Blues" of
ColorBrewer (Brewer and Harrower, colorbrewer2.org): one hue, even steps of lightness, also in greyscale.
"""

from dataclasses import dataclass

MOST_SERIES = 6

PAPER = "#ffffff"
STEPS = ("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c")
DARK_FROM = 3
"""From this step on, letters on the colour are white."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one series is drawn; `hook` is the class by which a page may give other colours."""

    hook: str
    colour: str | None
    dash: str | None
    marker: str
    stroke: float
    hollow: bool = False


_COLOURS = ("#0b4f8a", "#b5460f", "#00694f", "#7a3b8f", "#775600", "#46525e")
_DASHES = (None, "9 3", "4 2.5", "12 3 3 3", "7 2 2 2 2 2", "2 2.5")
_MARKERS = ("circle", "square", "triangle", "diamond", "down", "cross")
_QUIET = ("#55606b", "#6b5f4d", "#5c5570", "#4d665c")
_QUIET_DASHES = ("3 3", "6 3 2 3", "1.5 3", "8 4")


TARGET = Style("target", None, "1 4", "ring", 1.2)
THRESHOLD = Style("target", None, "8 3 1.5 3", "", 1.0)


EVENT = Style("quiet", "#55606b", None, "", 2.4)
"""A measure below a chart over time: a quiet line of its own, no series."""

ESTIMATE = Style("quiet", "#46525e", None, "diamond", 0.0, hollow=True)
"""A stabilised value beside the raw one: a hollow marker of its own."""


def own_style(at: int) -> Style:
    """The style of the series at a place, counted from 0; the first is an unbroken line."""
    at %= MOST_SERIES
    return Style(f"s{at + 1}", _COLOURS[at], _DASHES[at], _MARKERS[at], 2.4)


def comparison_style(at: int) -> Style:
    """The style of a comparison line: thinner, dashed, in a quiet tone."""
    at %= len(_QUIET)
    return Style(f"c{at + 1}", _QUIET[at], _QUIET_DASHES[at], _MARKERS[-1 - at], 1.5)
