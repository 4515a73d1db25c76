"""The Umsteigeschlüssel as a workbook."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.deliveries import DEMMIN, crosswalk

from .conftest import Deliver

GOETTINGEN: list[object] = [3152000, "Göttingen", 1, 1, 1, 1118, 258, 100.5, 3159000, "Göttingen"]


def test_rows_are_apportionments_and_no_observations(deliver: Deliver) -> None:
    """Heads with broken words, numbers with a tail for keys, exact weights."""
    reading = deliver(crosswalk(*DEMMIN, GOETTINGEN), name="schluessel.xlsx")
    assert (reading.kind, reading.observations) == ("umsteigeschluessel", ())
    first, second, third = reading.apportionments
    assert (first.source, first.target, first.source_day) == ("13052", "13071", date(2010, 12, 31))
    assert first.weights.population + second.weights.population == 1
    assert (first.weights.area, second.amounts.employees) == (Decimal("0.822"), Decimal("2.3"))
    assert (third.source, third.target, third.target_name) == ("03152", "03159", "Göttingen")
    assert [issue.code for issue in reading.issues] == ["L-GEBIET-05"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([13052000, "Demmin", 1, "viel", 1, 1, 1, 1, 13071000, "M"], "L-WERT-01"),
        ([13052000, "Demmin", 1, -1, 1, 1, 1, 1, 13071000, "M"], "L-WERT-01"),
        ([13052007, "Demmin", 1, 1, 1, 1, 1, 1, 13071000, "M"], "L-GEBIET-07"),
        ([13052000, "Demmin", 1, "0,9", 1, 1, 1, 1, 13071000, "M"], "L-SCHLUESSEL-04"),
    ],
)
def test_faults_are_told(deliver: Deliver, row: list[object], code: str) -> None:
    """Nothing is guessed, and no person gets lost."""
    reading = deliver(crosswalk(row), name="schluessel.xlsx")
    assert code in [issue.code for issue in reading.issues]
    assert not reading.usable
