"""The rule table of comparability, pair by pair, as the field's sources state it."""

import pytest

from mehrklang.catalogue import Degree, UnknownEntry, load

EQUAL, WITHIN, AROUND = Degree.SAME, Degree.CONTAINED, Degree.CONTAINS
OFFICIAL, ALIKE, NEVER = Degree.OFFICIALLY_EQUAL, Degree.SIMILAR, Degree.NOT_COMPARABLE
REVERSED = {WITHIN: AROUND, AROUND: WITHIN}

COLUMNS = (
    "staatsangehoerigkeit", "mz-ies", "mz-iws", "einwanderungsgeschichte", "zensus-2011",
    "zensus-2022", "melderegister", "ba-mighev", "kjh-elternteil", "kmk",
)  # fmt: skip

# Read: the definition of the row is … that of the column. Only the upper half is written down; the lower half follows.
ROWS = {
    "staatsangehoerigkeit": (EQUAL, WITHIN, WITHIN, ALIKE, WITHIN, ALIKE, WITHIN, WITHIN, NEVER, WITHIN),
    "mz-ies": (None, EQUAL, WITHIN, ALIKE, ALIKE, NEVER, ALIKE, OFFICIAL, ALIKE, NEVER),
    "mz-iws": (None, None, EQUAL, AROUND, ALIKE, NEVER, ALIKE, ALIKE, ALIKE, NEVER),
    "einwanderungsgeschichte": (None, None, None, EQUAL, NEVER, ALIKE, NEVER, NEVER, NEVER, NEVER),
}
TABLE = {
    (row, column): degree
    for row, degrees in ROWS.items()
    for column, degree in zip(COLUMNS, degrees, strict=True)
    if degree is not None
}
DEFINITIONS = tuple(load().definitions)


def _expected(first: str, second: str) -> Degree:
    if first == second:
        return EQUAL
    if (first, second) in TABLE:
        return TABLE[first, second]
    if (second, first) in TABLE:
        return REVERSED.get(TABLE[second, first], TABLE[second, first])
    return NEVER


@pytest.mark.parametrize("first", DEFINITIONS)
def test_every_pair_is_as_the_table_says_and_what_it_does_not_list_is_not_comparable(first: str) -> None:
    found = {second: load().comparability(first, second).degree for second in DEFINITIONS}
    assert found == {second: _expected(first, second) for second in DEFINITIONS}


@pytest.mark.parametrize("first", DEFINITIONS)
def test_exchanging_the_two_reverses_containment_and_keeps_everything_else(first: str) -> None:
    for second in DEFINITIONS:
        there, back = load().comparability(first, second), load().comparability(second, first)
        assert back.degree is REVERSED.get(there.degree, there.degree)
        assert back.warning == there.warning


@pytest.mark.parametrize("first", DEFINITIONS)
def test_only_one_and_the_same_definition_needs_no_warning(first: str) -> None:
    warnings = {second: load().comparability(first, second).warning for second in DEFINITIONS}
    assert warnings.pop(first) == ""
    assert all(warning.endswith(".") for warning in warnings.values())


def test_an_unknown_definition_is_no_answer_but_an_error_in_german() -> None:
    with pytest.raises(UnknownEntry, match="die Merkmalsdefinition „haarfarbe“ nicht"):
        load().comparability("mz-iws", "haarfarbe")
