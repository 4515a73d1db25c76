"""Time labels of published tables."""

import pytest

from mehrklang.sources.periods import read_period

LABELS = (
    ("2024", "2024"),
    (" 2024 ", "2024"),
    ("Jahr 2024", "2024"),
    ("31.12.2019", "2019-12-31"),
    ("1.7.2019", "2019-07-01"),
    ("2019-12-31", "2019-12-31"),
    ("Juni 2007", "2007-06"),
    ("März 2020", "2020-03"),
    ("Dez. 2013", "2013-12"),
    ("2019-06", "2019-06"),
    ("2. Quartal 2024", "2024-Q2"),
    ("2024-Q2", "2024-Q2"),
    ("2018/19", "2018/19"),
    ("Schuljahr 2018/2019", "2018/19"),
    ("1999/00", "1999/00"),
    ("WS 2005/06", "2005-WS"),
    ("Wintersemester 2023/2024", "2023-WS"),
    ("SS 2019", "2019-SS"),
    ("2024 / 2005", "2005..2024"),
    ("2024 / 2023", "2023..2024"),
    ("2005..2024", "2005..2024"),
    ("2024 gegenüber 2005", "2005..2024"),
    ("Veränderung aktuelles Jahr (2024) zu 2005", "2005..2024"),
    ("Veränderung aktuelles Jahr (2024) zum Vorjahr", "2023..2024"),
)


@pytest.mark.parametrize(("label", "key"), LABELS)
def test_labels_that_are_understood(label: str, key: str) -> None:
    """Each gives the canonical key."""
    period = read_period(label)
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize("label", ["", "24", "31.2.2019", "2018/20", "WS 2005/07", "Juno 2007", "2024-13", "2005/2024"])
def test_labels_that_are_not_guessed(label: str) -> None:
    """Impossible dates and spans that are neither school year nor change."""
    assert read_period(label) is None
