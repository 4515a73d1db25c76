"""Signs are values: none of them becomes a zero or gets lost."""

from decimal import Decimal

import pytest

from mehrklang.sources.numbers import Mark, parse_number
from mehrklang.sources.signs import Comment, read_comment, read_figure
from mehrklang.vocabulary import Figure, Reason, Sign

SECRET = Figure.withheld(Reason.SOURCE_SECRET)
UNRELIABLE = Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
TWELVE = Figure.limited(12)

CELLS = (
    ("–", "", Figure.nothing()),
    ("-", "", Figure.nothing()),
    (".", "", SECRET),
    ("*", "", SECRET),
    ("/", "", UNRELIABLE),
    ("x", "", Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL)),
    ("…", "", Figure.signed(Sign.PENDING, Reason.SOURCE_LATER)),
    ("...", "", Figure.signed(Sign.PENDING, Reason.SOURCE_LATER)),
    ("(12)", "", TWELVE),
    ("( 12 )", "", TWELVE),
    ("12 ( )", "", TWELVE),
    ("0", "", Figure.of(0)),
    ("12", "statistisch unsicher", TWELVE),
    ("12", "Aussagewert eingeschränkt, da der Zahlenwert statistisch relativ unsicher ist.", TWELVE),
    ("", "statistisch unsicher", UNRELIABLE),
    ("", "Nicht veröffentlicht, weil nicht ausreichend genau oder nicht repräsentativ.", UNRELIABLE),
    ("", "Gesperrt", SECRET),
    ("4.7", "gesperrt", SECRET),
    ("", "", Figure.withheld(Reason.SOURCE_BLANK)),
    ("12", "vorläufig", Figure.of(12)),
    ("()", "", None),
    ("( )", "", None),
    ("(x)", "", None),
    ("--", "", None),
    ("NA", "", None),
    ("#NV", "", None),
)


@pytest.mark.parametrize(("cell", "comment", "figure"), CELLS)
def test_the_figure_of_a_cell_with_its_comment(cell: str, comment: str, figure: Figure | None) -> None:
    """DIN 55301 and the comments of the Land's statistics office."""
    assert read_figure(cell, read_comment(comment), _parse) == figure


def test_a_blocked_number_is_never_told() -> None:
    """Brackets do not open what the comment closes."""
    assert read_figure("(12)", Comment.SECRET, _parse) == SECRET


def _parse(text: str) -> Decimal | None:
    return parse_number(text, Mark.POINT)
