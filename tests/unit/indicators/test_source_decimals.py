"""Published values are printed as their source prints them, never more exactly."""

from dataclasses import replace

from mehrklang.indicators import as_printed_by_source
from tests.factories import findings as made


def series(*texts):
    per_mille = made.definition(unit=made.Unit.PER_MILLE)
    return tuple(made.line(text, of=per_mille).series for text in texts)


def decimals(found):
    return {value.decimals for one in found for value in one.values}


def test_whole_numbers_stay_whole():
    assert decimals(as_printed_by_source(series("356 77", "340"))) == {0}


def test_one_decimal_anywhere_is_a_decimal_everywhere():
    assert decimals(as_printed_by_source(series("356.0 77", "340.5"))) == {1}


def test_more_decimals_than_the_unit_has_are_not_printed():
    assert decimals(as_printed_by_source(series("16.5305547733033"))) == {1}


def test_without_numbers_and_in_everything_else_nothing_changes():
    given = series(". x")
    assert as_printed_by_source(given) == given
    (found,) = as_printed_by_source(series("356 77"))
    assert replace(found, values=tuple(replace(value, decimals=None) for value in found.values)) == series("356 77")[0]
