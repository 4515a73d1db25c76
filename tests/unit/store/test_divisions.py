"""How sources divide what they count is asked of the frozen deliveries."""

from pathlib import Path

from mehrklang.store import Store
from mehrklang.vocabulary.division import Division
from tests.factories.observations import observation


def test_divisions_are_those_of_a_slow_reading_of_all_rows(tmp_path: Path) -> None:
    """Two deliveries with different features; rows without a feature say nothing about it."""
    first = [observation(1, period=year, by={"Herkunft": who}) for year in ("2022", "2023") for who in ("EU", "Türkei")]
    second = [observation(2), observation(3, period="2024", by={"Alter": "jung", "Herkunft": "EU"})]
    store = Store(tmp_path)
    keys = [
        store.append(rows, source="a", name=f"{at}.csv", content_sha256=str(at))
        for at, rows in enumerate((first, second))
    ]
    expected = {
        Division(one.measure, feature, one.period.year, category)
        for one in (*first, *second)
        for feature, category in one.breakdown.pairs
    }
    assert store.divisions(keys) == tuple(sorted(expected))
    assert store.divisions([]) == ()
