"""The office's own table of areas and shares."""

from datetime import date
from decimal import Decimal

import pytest

from mehrklang.territory import Measured

from .conftest import Deliver

HEAD = "Gebiet alt;Name alt;Gebiet neu;Von Jahr;Bis Jahr;Gebietsstand;Anteil;Anteil Fläche\n"


def test_a_row_holds_for_every_year_of_its_span(deliver: Deliver) -> None:
    """Two rows over three years are six apportionments; one share alone counts for every weighting."""
    reading = deliver(
        HEAD + "m:1;Anger;m:9;2017;2019;31.12.2020;0,75;0,5\nm:1;Anger;m:2;2017;2019;31.12.2020;0.25;0,5\n"
        "m:3;Berg;m:9;2019;;2020-12-31;1;\n"
    )
    assert (reading.kind, reading.usable, reading.observations) == ("umsteigeschluessel", True, ())
    assert len(reading.apportionments) == 7
    first, last = reading.apportionments[0], reading.apportionments[-1]
    assert (first.source, first.target, first.source_name) == ("m:1", "m:9", "Anger")
    assert (first.source_day, first.target_day) == (date(2017, 12, 31), date(2020, 12, 31))
    assert first.weights == Measured(Decimal("0.5"), Decimal("0.75"), Decimal("0.75"))
    assert last.weights == Measured(Decimal(1), Decimal(1), Decimal(1))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("m:1;A;m:9;2017;2016;31.12.2020;1;", "L-SCHLUESSEL-05"),
        (";A;m:9;2017;;31.12.2020;1;", "L-SCHLUESSEL-05"),
        ("m:1;A;m:9;17;;31.12.2020;1;", "L-SCHLUESSEL-05"),
        ("m:1;A;m:9;2017;;31.02.2020;1;", "L-SCHLUESSEL-05"),
        ("m:1;A;m:9;2017;;31.12.2020;80;", "L-SCHLUESSEL-06"),
        ("m:1;A;m:9;2017;;31.12.2020;-0,1;", "L-SCHLUESSEL-06"),
        ("m:1;A;m:9;2017;;31.12.2020;0,8;", "L-SCHLUESSEL-04"),
        ("m:1;A;m:9;2017;2018;31.12.2020;1;\nm:1;A;m:9;2018;;31.12.2020;1;", "L-SCHLUESSEL-07"),
        ("m:1;A;m:9;2017;;31.12.2020;1;\nm:2;B;m:9;2017;;31.12.2021;1;", "L-SCHLUESSEL-08"),
    ],
)
def test_nothing_is_guessed(deliver: Deliver, row: str, code: str) -> None:
    """Each fault has its code and stops the table."""
    reading = deliver(HEAD + row + "\n")
    assert code in [issue.code for issue in reading.issues]
    assert not reading.usable
