"""The 63 tables of the Integrationsmonitoring Niedersachsen, read without hand work."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Figure, Observation, Reason, Severity, Sign, Unit

pytestmark = pytest.mark.real

Readings = Mapping[str, Reading]


@pytest.fixture(scope="module")
def readings(data: Path) -> Readings:
    """All tables by their number."""
    paths = sorted((data / "niedersachsen/csv").glob("*.csv"))
    return {path.stem.removeprefix("indicator_"): read(path) for path in paths}


def by_key(reading: Reading) -> dict[tuple[str, str], Observation]:
    """The observations of a table without features, by area and period."""
    return {(one.area, one.period.key): one for one in reading.observations}


def number(one: Observation) -> Decimal:
    """Its number, which must be told."""
    assert one.figure.number is not None
    return one.figure.number


def test_every_row_of_every_table_is_an_observation(readings: Readings) -> None:
    """63 files, 204,159 rows, no error."""
    assert len(readings) == 63
    assert sum(len(reading.observations) for reading in readings.values()) == 204_159
    assert {key for key, reading in readings.items() if not reading.usable} == set()
    assert {reading.kind for reading in readings.values()} == {"opensdg"}


def test_each_table_is_one_measure_under_its_number(readings: Readings) -> None:
    """The number in the file's name."""
    assert all({one.measure for one in reading.observations} == {key} for key, reading in readings.items())


def test_raw_cells_are_those_of_the_file(readings: Readings, data: Path) -> None:
    """Line and text of every cell of a table, compared with the file's own lines (no cell of it spans two lines)."""
    lines = (data / "niedersachsen/csv/indicator_1-4-5.csv").read_text(encoding="utf-8-sig").splitlines()
    for one in readings["1-4-5"].observations:
        assert lines[one.cell.line - 1].rsplit(",", 1)[1] == one.cell.raw


@pytest.mark.parametrize(
    ("table", "area", "year", "value"),
    [
        ("1-1-1", "03153", "2018", 137_014),
        ("1-1-1", "03153", "2020", 134_688),
        ("1-1-1", "03153", "2021", 134_050),
        ("1-2-1", "03153", "2019", 14_020),
        ("1-1-1", "03153", "2019", 136_292),
        ("1-2-1", "03459", "2019", 33_445),
        ("1-1-1", "03459", "2019", 358_080),
        ("1-2-1", "03", "2019", 841_165),
        ("1-1-1", "03", "2019", 7_993_608),
        ("2-3-1", "03153", "2024", 659),
        ("1-2-1", "03153", "2024", 17_035),
    ],
)
def test_known_figures(readings: Readings, table: str, area: str, year: str, value: int) -> None:
    """Recomputed from the files by hand."""
    one = by_key(readings[table])[area, year]
    assert (one.figure, one.unit) == (Figure.of(value), Unit.COUNT)


def test_naturalisation_rates_are_recomputed_from_two_other_tables(readings: Readings) -> None:
    """All 1,040 rows of 2-3-3 equal 100 · (2-3-1) ÷ (1-2-1)."""
    naturalised, foreign, rates = (by_key(readings[key]) for key in ("2-3-1", "1-2-1", "2-3-3"))
    assert len(rates) == 1040
    with localcontext(prec=40):
        for key, rate in rates.items():
            expected = 100 * number(naturalised[key]) / number(foreign[key])
            assert abs(number(rate) - expected) < Decimal("1e-12")


def test_balances_of_moves(readings: Readings) -> None:
    """1-4-5: balance = in − out for each group (3,900), and German + foreign = total (2,340 combinations)."""
    moves = {
        (
            one.area,
            one.period.key,
            one.breakdown.get("Nationalität / Geschlecht"),
            one.breakdown.get("Wanderung"),
        ): number(one)
        for one in readings["1-4-5"].observations
    }
    arrivals = [key for key in moves if key[3] == "Zuzüge"]
    for area, year, group, _ in arrivals:
        balance = moves[area, year, group, "Saldo der Zu- und Fortzüge"]
        assert balance == moves[area, year, group, "Zuzüge"] - moves[area, year, group, "Fortzüge"]
    assert len(arrivals) == 3900
    totals = [key for key in moves if key[2] == "Insgesamt"]
    for area, year, _, kind in totals:
        german, foreign = moves[area, year, "Deutsche", kind], moves[area, year, "Ausländerinnen und Ausländer", kind]
        assert german + foreign == moves[area, year, "Insgesamt", kind]
    assert len(totals) == 2340


def test_the_areas_add_up(readings: Readings) -> None:
    """1-1-1 by keys alone: Land = regions, region = Kreise, so no key is misread.

    The source itself departs from it in one region until 2017 (Braunschweig, with the merger of Göttingen).
    """
    people, areas = by_key(readings["1-1-1"]), {area.key: area for area in readings["1-1-1"].areas}
    departing = set()
    for (key, year), one in people.items():
        parts = [number(people[part, year]) for part, area in areas.items() if area.parent == key]
        if parts and sum(parts) != number(one):
            departing.add((key, year))
    assert departing == {("031", str(year)) for year in range(2005, 2018)}


def test_slipped_codes_are_resolved_by_name(readings: Readings) -> None:
    """6-2-2: every area has each of its 60 cells once; 2-3-3: the Landeshauptstadt is not the Umland."""
    cells = {(one.area, one.period.key, one.breakdown) for one in readings["6-2-2"].observations}
    assert len(cells) == 3120
    counts = {key: sum(1 for area, *_ in cells if area == key) for key in {area for area, *_ in cells}}
    assert set(counts.values()) == {60}
    assert len(counts) == 52
    assert ("03241001", "2005") in by_key(readings["2-3-3"])


def test_signs_and_gaps_of_the_producer(readings: Readings) -> None:
    """Blocked, uncertain and empty cells are told apart; none is zero."""
    households = [one.figure for one in readings["6-3-2"].observations]
    assert households.count(Figure.withheld(Reason.SOURCE_SECRET)) == 369
    assert households.count(Figure.withheld(Reason.SOURCE_BLANK)) == 36
    assert sum(1 for figure in households if figure.sign is Sign.LIMITED) == 28
    origins = [one.figure for one in readings["1-3-4"].observations]
    assert sum(1 for figure in origins if figure.sign is Sign.UNRELIABLE) == 60
    assert sum(1 for figure in origins if figure.sign is Sign.LIMITED) == 10
    blocked = [one for one in readings["5-1-1"].observations if one.figure.reason is Reason.SOURCE_SECRET]
    assert len(blocked) == 36
    assert sum(1 for one in blocked if one.cell.raw) == 32


def test_units_where_the_file_says_nothing(readings: Readings) -> None:
    """No table without a unit, none read as counts by mistake."""
    assert {one.unit for one in readings["6-2-1"].observations} == {Unit.COUNT, Unit.PER_MILLE}
    assert {one.unit for one in readings["7-2-1"].observations} == {Unit.SQUARE_METRES, Unit.EURO_PER_SQUARE_METRE}
    assert {one.unit for one in readings["3-1-1"].observations} == {Unit.PERCENT}
    assert {one.unit for one in readings["1-1-2"].observations} == {Unit.PERCENT_CHANGE}
    assert all(issue.code != "L-EINHEIT-02" for reading in readings.values() for issue in reading.issues)


def test_quotes_of_6_2_1_are_per_thousand(readings: Readings) -> None:
    """Recipients ÷ inhabitants · 1000, rounded, in the years whose population basis has not changed since."""
    table = readings["6-2-1"].observations
    total = [
        one for one in table if one.breakdown.get("Nationalität") == "Insgesamt" and one.period.key in ("2018", "2019")
    ]
    people = by_key(readings["1-1-1"])
    recipients = {(one.area, one.period.key): number(one) for one in total if one.unit is Unit.COUNT}
    quotes = {(one.area, one.period.key): number(one) for one in total if one.unit is Unit.PER_MILLE}
    assert len(quotes) == 103  # in 2018 the source leaves out the Umland of Hannover
    for key, quote in quotes.items():
        assert abs(1000 * recipients[key] / number(people[key]) - quote) < 2


def test_the_old_kreis_goettingen_is_told_apart(readings: Readings) -> None:
    """6-2-1: the Kreise of the region Braunschweig sum up to it in 2010 to 2014 only with the old keys."""
    counts = {
        (one.area, one.period.key): number(one)
        for one in readings["6-2-1"].observations
        if one.unit is Unit.COUNT and one.breakdown.get("Nationalität") == "Insgesamt"
    }
    for year in ("2010", "2011", "2012", "2014"):
        kreise = [
            value for (area, when), value in counts.items() if when == year and area[:3] == "031" and len(area) == 5
        ]
        assert ("03159", year) not in counts
        assert sum(kreise) == counts["031", year]


def test_contradictions_and_repetitions_are_told(readings: Readings) -> None:
    """2-1-5 gives two values for one cell; 1-2-8 repeats two years."""
    assert [issue.line for issue in readings["2-1-5"].issues if issue.code == "L-DOPPELT-01"] == [13648]
    repeated = {
        key for key, reading in readings.items() if any(issue.code == "L-DOPPELT-02" for issue in reading.issues)
    }
    assert repeated == {"1-2-8", "1-3-1", "4-1-1", "4-1-6"}


def test_gross_errors_of_the_source_are_found(readings: Readings) -> None:
    """Tables and years in which parts and totals cannot both be right, each told with the cell."""
    told = {
        (key, issue.code, issue.line)
        for key, reading in readings.items()
        for issue in reading.issues
        if issue.code in ("L-SUMME-03", "L-SUMME-04") and key != "1-1-1"
    }
    assert {key for key, *_ in told} == {"1-2-3", "1-2-4", "1-2-6", "1-4-4", "2-3-1", "4-1-4", "4-4-1", "6-2-1"}
    assert ("1-2-6", "L-SUMME-03", 1209) in told
    assert ("1-2-3", "L-SUMME-04", 1249) in told


def test_areas_have_their_places(readings: Readings) -> None:
    """Each observation's area is there once, each parent too."""
    for reading in readings.values():
        keys = [area.key for area in reading.areas]
        assert len(keys) == len(set(keys))
        assert {one.area for one in reading.observations} <= set(keys)
        assert {area.parent for area in reading.areas} - {None} <= set(keys)


def test_no_published_file_raises(data: Path) -> None:
    """Every other file of the collection, whatever it is: a kind or an error in German, never a traceback."""
    paths = [path for path in sorted(data.rglob("*")) if path.is_file() and path.parent.name != "csv"]
    for path in paths:
        if path.stat().st_size < 400_000:
            reading = read(path)
            assert reading.kind or any(issue.severity is Severity.ERROR for issue in reading.issues)
