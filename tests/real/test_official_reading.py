"""Tables of the statistical databases, INKAR, Gemeindeverzeichnis and Umsteigeschlüssel as they are published."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read, recognise
from mehrklang.vocabulary import AreaLevel, Breakdown, Figure, Observation, Period, Reason, Severity, Sign, Unit

pytestmark = pytest.mark.real

GOETTINGEN_OLD, OSTERODE, GOETTINGEN = "03152", "03156", "03159"
Readings = Callable[[str], Reading]

FILES = {
    "regionalstatistik/13211-02-05-4_2025.csv": ("genesis", 538 * 13),
    "regionalstatistik/13211-02-05-4_multi.csv": ("genesis", 6 * 538 * 13),
    "regionalstatistik/21111-02-06-4.csv": ("genesis", 538 * 14),
    "regionalstatistik/12411-01-01-4_1773175772751_de_flat.csv": ("ffcsv", 1467),
    "genesis/12411-0018.csv": ("genesis", (402 + 5 * 401) * 34),
    "genesis/12211-0001_1773174920289_de_flat.csv": ("ffcsv", 225),
    "genesis/13111-0005_1773174923332_de_flat.csv": ("ffcsv", 384),
    "genesis/12531-0043_error-98-too-large.json": ("genesis-api", 0),
    "bbsr/INKAR_tab_latin1.csv": ("inkar", 0),
    "bbsr/ref-kreise-umrech-2020-1990-2019.xlsx": ("umsteigeschluessel", 0),
    "gv/AuszugGV2QAktuell.xlsx": ("gemeindeverzeichnis", 10_959 * 3),
}
UNEMPLOYMENT, SCHOOLS, AGES = (
    "regionalstatistik/13211-02-05-4_2025.csv", "regionalstatistik/21111-02-06-4.csv", "genesis/12411-0018.csv",
)  # fmt: skip


@pytest.fixture(scope="module")
def readings(data: Path) -> Readings:
    """Each file read once."""
    known: dict[str, Reading] = {}

    def reading(name: str) -> Reading:
        if name not in known:
            known[name] = read(data / name)
        return known[name]

    return reading


def numbers(reading: Reading, **wanted: str) -> list[Decimal | None]:
    """The numbers of an area and period (and measure)."""
    keys = ("area", "period", "measure")

    def key(one: Observation, name: str) -> str:
        return one.period.key if name == "period" else str(getattr(one, name))

    return [
        one.figure.number
        for one in reading.observations
        if all(key(one, name) == wanted[name] for name in keys if name in wanted)
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_cell_is_an_observation(readings: Readings, data: Path, name: str) -> None:
    """Recognised by content; as many figures as rows times columns, footnotes are no rows."""
    kind, count = FILES[name]
    assert recognise(data / name) == kind
    assert (readings(name).kind, len(readings(name).observations)) == (kind, count)


def test_only_what_cannot_be_used_has_an_error(readings: Readings) -> None:
    """The refusal of the service, and the table that names no year."""
    errors = {
        name: [issue.code for issue in readings(name).issues if issue.severity is Severity.ERROR]
        for name in FILES
        if not readings(name).usable
    }
    assert errors == {
        "genesis/12531-0043_error-98-too-large.json": ["L-API-01"],
        "bbsr/INKAR_tab_latin1.csv": ["L-ZEIT-02"],
    }


def test_raw_cells_are_those_of_the_file(readings: Readings, data: Path) -> None:
    """Line and text of every cell of a classic table."""
    lines = (data / SCHOOLS).read_text(encoding="cp1252").split("\n")
    for at, one in enumerate(readings(SCHOOLS).observations):
        assert lines[one.cell.line - 1].split(";")[3 + at % 14] == one.cell.raw


def test_the_gap_of_unemployment_in_germany(readings: Readings) -> None:
    """14.8 of foreign nationals less 6.3 of all, 2025."""
    rates = {
        one.breakdown.label: one.figure.number
        for one in readings(UNEMPLOYMENT).observations
        if one.area == "00" and one.measure == "13211-02-05-4 Arbeitslosenquote bez. auf alle zivile Erwerbsp."
    }
    assert (rates["ausländisch"], rates["Insgesamt"]) == (Decimal("14.8"), Decimal("6.3"))
    assert rates["ausländisch"] - rates["Insgesamt"] == Decimal("8.5")
    assert {one.unit for one in readings(UNEMPLOYMENT).observations} == {Unit.COUNT, Unit.PERCENT}


def test_kreise_and_the_two_city_states_make_germany(readings: Readings) -> None:
    """Hamburg and Berlin stand only as 02 and 11: five-digit keys alone miss them."""
    reading = readings(UNEMPLOYMENT)
    counts = {
        one.area: one.figure.number or Decimal(0)
        for one in reading.observations
        if one.measure == "13211-02-05-4 Arbeitslose" and one.breakdown == Breakdown()
    }
    levels = {area.key: area.level for area in reading.areas}
    kreise = sum(number for key, number in counts.items() if levels[key] is AreaLevel.DISTRICT)
    cities = counts["02"] + counts["11"]
    assert abs(kreise + cities - counts["00"]) < 50  # annual means are rounded area by area
    assert cities > 250_000


def test_areas_of_a_classic_table(readings: Readings) -> None:
    """One country, 16 Länder, 35 regions, 471 Kreise with the dissolved ones, and 15 keys of eight digits."""
    levels = Counter(area.level for area in readings(UNEMPLOYMENT).areas)
    assert levels[AreaLevel.COUNTRY] == 1
    assert (levels[AreaLevel.STATE], levels[AreaLevel.REGION], levels[AreaLevel.DISTRICT]) == (16, 35, 471)
    assert levels[AreaLevel.BOROUGH] == 12
    parents = {area.key: area.parent for area in readings(UNEMPLOYMENT).areas}
    assert (parents["05334002"], parents["03241001"], parents["11001001"]) == ("05334", "03241", "11")


def test_dissolved_areas_are_absent_and_not_zero(readings: Readings) -> None:
    """79 Kreise in 2025; Göttingen new before its merger, Göttingen old and Osterode after it."""
    figures = {(one.area, one.period.key): one.figure for one in readings(UNEMPLOYMENT).observations}
    absent = Figure.signed(Sign.BLOCKED, Reason.AREA_ABSENT)
    assert sum(figure == absent for figure in figures.values()) == 79
    assert figures[GOETTINGEN_OLD, "2025"] == figures[OSTERODE, "2025"] == absent
    years = {
        (one.area, one.period.key): one.figure
        for one in readings("regionalstatistik/13211-02-05-4_multi.csv").observations
    }
    assert years[GOETTINGEN, "2015"] == years[GOETTINGEN_OLD, "2017"] == absent
    assert years[GOETTINGEN_OLD, "2015"].known
    assert years[GOETTINGEN, "2020"].known


def test_signs_of_the_schools_table(readings: Readings) -> None:
    """Zero where a Land does not award a qualification, x of Sachsen, the school year of the footnote."""
    reading = readings(SCHOOLS)
    figures = {
        (one.area, one.breakdown.get("Kopfzeile 2"), one.breakdown.get("Kopfzeile 3")): one.figure
        for one in reading.observations
    }
    assert figures["00", "Insgesamt", "Insgesamt"] == Figure.of(782_423)
    assert figures["01", "mit Fachhochschulreife", "Insgesamt"] == Figure.nothing()
    assert figures["14", "mit Fachhochschulreife", "weiblich"].sign is Sign.BLOCKED
    assert {one.period.key for one in reading.observations} == {"2022/23"}


def test_footnotes_licence_and_stand_are_kept(readings: Readings) -> None:
    """They explain the points of 2017 and that the Länder do not add up to Germany."""
    notes = readings("regionalstatistik/13211-02-05-4_multi.csv").notes
    assert "wird die Ausländerar" not in notes.title
    assert any("auf Kreisebene nicht ausgewiesen" in note for note in notes.footnotes)
    assert notes.licence.endswith("Datenlizenz Deutschland - Namensnennung - Version 2.0.")
    assert (notes.table, notes.stand) == ("13211-02-05-4", "17.08.2021 / 19:38:04")
    assert "nicht" in readings(SCHOOLS).notes.footnotes[0]
    assert readings(AGES).notes.footnotes == ("Ab 2011: Ergebnisse auf Grundlage des Zensus 2011.",)


def test_population_of_goslar_is_the_same_in_three_publications(readings: Readings, data: Path) -> None:
    """Ages and sexes of the classic table, the flat file, and the table of the Land: every common year."""
    land = read(data / "niedersachsen/csv/indicator_1-1-1.csv")
    published = {
        one.period.key: one.figure.number for one in land.observations if one.area == "03153" and one.unit is Unit.COUNT
    }
    for year in range(2015, 2021):
        by_age = numbers(readings(AGES), area="03153", period=f"{year}-12-31")
        assert len(by_age) == 34
        assert sum(number or 0 for number in by_age) == published[str(year)]
    flat = readings("regionalstatistik/12411-01-01-4_1773175772751_de_flat.csv")
    figures = {one.breakdown.label: one.figure.number for one in flat.observations if one.area == "03153"}
    assert figures["Insgesamt"] == 126_775
    assert published["2024"] == 127_018  # the same day, another figure: never mixed in one rate


def test_a_flat_file_counts_nobody_twice(readings: Readings) -> None:
    """Totals carry no feature: women and men make the total, in every Kreis."""
    reading = readings("regionalstatistik/12411-01-01-4_1773175772751_de_flat.csv")
    figures = {(one.area, one.breakdown.get("Geschlecht")): one.figure.number or 0 for one in reading.observations}
    areas = {area for area, _ in figures}
    assert len(areas) == 489
    assert all(figures[area, None] == figures[area, "männlich"] + figures[area, "weiblich"] for area in areas)
    assert (figures["02000", None], figures["11000", None]) == (1_862_565, 3_685_265)
    levels = {area.key: area.level for area in reading.areas}
    kreise = [key for key in areas if levels[key] is AreaLevel.DISTRICT]
    assert sum(figures[key, None] for key in kreise) == 83_577_140  # the population of Germany, published


def test_several_measures_and_signs_of_the_mikrozensus(readings: Readings) -> None:
    """Thousands; x for children, / where the sample is too small."""
    reading = readings("genesis/12211-0001_1773174920289_de_flat.csv")
    assert {one.measure for one in reading.observations} == {f"12211-{key}" for key in (
        "BEV036", "ERW040", "ERW041", "ERW042", "ERW043")}  # fmt: skip
    assert {one.unit for one in reading.observations} == {Unit.THOUSAND}
    signs = Counter(one.figure.sign for one in reading.observations)
    assert (signs[Sign.BLOCKED], signs[Sign.UNRELIABLE]) == (9, 6)


def test_inkar_with_its_year(data: Path) -> None:
    """401 Kreise, 318 keys without their zero; two indicators whose unit nobody tells are left out, told."""
    reading = read(data / "bbsr/INKAR_tab_latin1.csv", period=Period.year_of(2017))
    assert len(reading.observations) == 2 * 401
    assert [issue.code for issue in reading.issues] == ["L-GEBIET-05", "L-EINHEIT-05", "L-EINHEIT-05", "L-EINHEIT-06"]
    assert "318 Schlüssel" in reading.issues[0].message
    assert numbers(reading, area="03153", measure="Arbeitslosenquote") == [Decimal("6.94")]
    assert reading.usable


def test_gemeindeverzeichnis(readings: Readings) -> None:
    """10,959 Gemeinden in 400 Kreisen; the population of 2022 adds up to Germany's."""
    reading = readings("gv/AuszugGV2QAktuell.xlsx")
    levels = Counter(area.level for area in reading.areas)
    assert (levels[AreaLevel.MUNICIPALITY], levels[AreaLevel.DISTRICT], levels[AreaLevel.STATE]) == (10_959, 400, 16)
    areas = {area.key: area for area in reading.areas}
    assert (areas["03153017"].name, areas["03153017"].regional_key) == ("Goslar, Stadt", "031530017017")
    assert (areas["03153017"].parent, areas["03153"].parent, areas["031"].parent) == ("03153", "031", "03")
    assert all(area.parent in areas for area in reading.areas if area.parent is not None)
    assert reading.notes.territory == date(2024, 6, 30)
    assert {one.period.key for one in reading.observations} == {"2022-12-31"}
    total = sum(one.figure.number or 0 for one in reading.observations if one.breakdown == Breakdown())
    assert total == 84_349_751
    assert [issue.code for issue in reading.issues] == ["L-SCHLUESSEL-03"]


def test_umsteigeschluessel(readings: Readings) -> None:
    """30 source years; weights by population of Demmin 2010, exact mergers of Göttingen and Osterode."""
    rows = readings("bbsr/ref-kreise-umrech-2020-1990-2019.xlsx").apportionments
    assert {row.source_day.year for row in rows} == set(range(1990, 2020))
    assert all((row.weights.employees is None) == (row.source_day.year < 1997) for row in rows)
    found = {(row.source, row.target): row.weights for row in rows if row.source_day.year == 2010}
    assert round(found["13052", "13071"].population, 6) == Decimal("0.824453")
    assert round(found["13052", "13075"].population, 6) == Decimal("0.175547")
    assert round(found["13052", "13071"].area, 6) == Decimal("0.822000")
    assert found[GOETTINGEN_OLD, GOETTINGEN].all == found[OSTERODE, GOETTINGEN].all == (1, 1, 1)
