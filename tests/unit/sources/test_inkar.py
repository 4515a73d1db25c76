"""INKAR, the older and the newer export."""

from decimal import Decimal
from pathlib import Path

from mehrklang.sources import read
from mehrklang.vocabulary import Period, Unit
from tests.factories.deliveries import INKAR

from .conftest import Deliver

NEWER = (
    '\ufeff"Kennziffer";"Raumeinheit";"Aggregat";"Arbeitslosenquote";"Arbeitslosenquote";"Bevölkerung gesamt"\n'
    '"";"";"";"2020";"2021";"2021"\n"03153";"Goslar";"Landkreis";"6,94";"6,5";"20.611,00"\n'
)


def test_the_newer_form_names_its_years_in_a_second_head_row(deliver: Deliver) -> None:
    """Repeated heads are one indicator; thousands have a dot."""
    reading = deliver(NEWER)
    assert (reading.kind, [issue.code for issue in reading.issues]) == ("inkar", ["L-EINHEIT-06"])
    assert [(one.measure, one.period.key, one.unit, one.figure.number) for one in reading.observations] == [
        ("Arbeitslosenquote", "2020", Unit.PERCENT, Decimal("6.94")),
        ("Arbeitslosenquote", "2021", Unit.PERCENT, Decimal("6.5")),
        ("Bevölkerung gesamt", "2021", Unit.COUNT, 20611),
    ]


def test_the_older_form_names_no_year_and_asks_for_it(tmp_path: Path) -> None:
    """Nothing is guessed; with the year given the table is read."""
    path = tmp_path / "inkar.csv"
    path.write_bytes((INKAR + "3153\tGoslar\tLandkreis\t6,94\n12051\tBrandenburg\tkreisfreie Stadt\t7,1\n").encode())
    without = read(path)
    assert (without.observations, without.usable) == ((), False)
    assert "L-ZEIT-02" in [issue.code for issue in without.issues]
    given = read(path, period=Period.year_of(2017))
    assert [(one.area, one.period.key) for one in given.observations] == [("03153", "2017"), ("12051", "2017")]
    assert [issue.code for issue in given.issues] == ["L-GEBIET-05", "L-EINHEIT-06"]


def test_a_unit_in_brackets_is_understood_and_no_part_of_the_measure(deliver: Deliver) -> None:
    """Otherwise the column is left out and told."""
    content = NEWER.replace("Bevölkerung gesamt", "Sterblichkeit (je 1.000)")
    assert (deliver(content).observations[-1].measure, deliver(content).observations[-1].unit) == (
        "Sterblichkeit", Unit.PER_MILLE)  # fmt: skip
    left_out = deliver(NEWER.replace("Bevölkerung gesamt", "Sterblichkeit"))
    assert [issue.code for issue in left_out.issues] == ["L-EINHEIT-05", "L-EINHEIT-06"]
    assert "Arbeitslosenquote: Prozent" in left_out.issues[1].message
    assert "Sterblichkeit" not in left_out.issues[1].message
    assert left_out.usable
    assert len(left_out.observations) == 2


def test_a_unit_that_the_office_gives_is_taken_where_none_is_known(tmp_path: Path) -> None:
    """The known one stays."""
    path = tmp_path / "inkar.csv"
    path.write_text(NEWER.replace("Bevölkerung gesamt", "Sterblichkeit"), encoding="utf-8")
    reading = read(path, unit=Unit.PER_MILLE)
    assert [one.unit for one in reading.observations] == [Unit.PERCENT, Unit.PERCENT, Unit.PER_MILLE]
    assert [issue.code for issue in reading.issues] == ["L-EINHEIT-06"]


def test_faults_are_told_together(deliver: Deliver) -> None:
    """A short row, a key that is none, a word for a number, a year that is none."""
    rows = '"03154";"kurz"\n"XX";"Irgendwo";"";"1";"2";"3"\n"03155";"Northeim";"";"viel";"2";"3"\n'
    reading = deliver(NEWER.replace('"2020"', '"bald"') + rows)
    assert {issue.code for issue in reading.issues} == {"L-ZEIT-01", "L-TABELLE-02", "L-GEBIET-01", "L-EINHEIT-06"}
    reading = deliver(NEWER + rows)
    assert {issue.code for issue in reading.issues} == {"L-TABELLE-02", "L-GEBIET-01", "L-WERT-01", "L-EINHEIT-06"}
