"""The CSV exit: the same figures, the sign in its own column."""

import csv
from io import StringIO

from mehrklang.report import csv as exit_csv
from tests.factories import findings as made


def rows(*findings):
    return list(csv.DictReader(StringIO(exit_csv.render(findings)), delimiter=";"))


def test_every_value_of_every_line_is_a_row():
    found = rows(made.finding(), made.by_quarter())
    assert len(found) == 14 + 14 + 1 + 6
    assert {row["vergleich"] for row in found} == {"ja", "nein"}


def test_a_withheld_number_is_empty_with_sign_and_reason():
    row = next(row for row in rows(made.finding()) if row["zeitpunkt"] == "2014" and row["vergleich"] == "nein")
    assert (row["wert"], row["zeichen"], row["grund"]) == ("", ".", "gesperrt")


def test_limited_and_zero_keep_their_number_and_their_sign():
    limited, zero, plain = rows(made.finding(made.line("(2.25) – 1234.5")))
    assert (limited["wert"], limited["zeichen"]) == ("2,3", "( )")
    assert (zero["wert"], zero["zeichen"]) == ("0,0", "–")
    assert (plain["wert"], plain["zeichen"], plain["zaehler"], plain["nenner"]) == ("1234,5", "", "12345", "1000")


def test_value_and_sign_are_never_both_empty():
    assert all(row["wert"] or row["zeichen"] for row in rows(made.finding(), *made.many(3)))


def test_text_is_no_formula():
    (row,) = rows(made.finding(made.line("1", label="=HYPERLINK(1)")))
    assert row["bezeichnung"] == "'=HYPERLINK(1)"


def test_a_negative_number_stays_a_number():
    change = made.definition(unit=made.Unit.PERCENT_CHANGE)
    (row,) = rows(made.finding(made.line("-1.25", of=change), of=change))
    assert row["wert"] == "-1,3"
