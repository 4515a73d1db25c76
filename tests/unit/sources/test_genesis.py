"""The traps of classic GENESIS tables, one literal file each."""

from decimal import Decimal

from mehrklang.vocabulary import AreaLevel, Breakdown, Figure, Reason, Severity, Sign, Unit
from tests.factories.deliveries import genesis

from .conftest import Deliver

UNITS = ";;;Arbeitslose;Arbeitslosenquote|;;;ausländisch;|;;;Anzahl;Prozent"


def test_units_per_column_and_composed_heads(deliver: Deliver) -> None:
    """The first head row names the measure, the others its categories; repeats are not repeated in the place."""
    reading = deliver(genesis("2025;DG;Deutschland;1081475;6,3", title="Arbeitslose", head=UNITS).encode("cp1252"))
    assert (reading.kind, reading.issues) == ("genesis", ())
    first, second = reading.observations
    assert (first.measure, first.unit, first.figure) == ("12345-01-01-4 Arbeitslose", Unit.COUNT, Figure.of(1081475))
    assert first.breakdown == Breakdown.of({"Kopfzeile 2": "ausländisch"})
    assert (first.cell.line, first.cell.column, first.cell.raw) == (6, "Arbeitslose, ausländisch, Anzahl", "1081475")
    assert (second.measure, second.unit) == ("12345-01-01-4 Arbeitslosenquote", Unit.PERCENT)
    assert second.figure == Figure.of(Decimal("6.3"))
    assert second.breakdown == Breakdown()


def test_the_unit_may_stand_in_the_title(deliver: Deliver) -> None:
    """Then the table is one measure and every head row a category."""
    reading = deliver(genesis("31.12.2020;02;  Hamburg;1;2"))
    assert [one.breakdown.label for one in reading.observations] == ["männlich", "weiblich"]
    assert {(one.measure, one.area, one.period.key) for one in reading.observations} == {
        ("12345-01-01-4", "02", "2020-12-31")
    }


def test_the_time_may_stand_in_the_head(deliver: Deliver) -> None:
    """The row that only says "Stichtag" is no category."""
    head = ";;Stichtag;Stichtag|;;31.12.2018;31.12.2019|;;weiblich;weiblich"
    reading = deliver(genesis("03153;      Goslar, Landkreis;5;6", head=head))
    assert reading.issues == ()
    assert [(one.period.key, one.figure.number) for one in reading.observations] == [
        ("2018-12-31", 5), ("2019-12-31", 6)]  # fmt: skip
    assert {one.breakdown for one in reading.observations} == {Breakdown.of({"Kopfzeile 3": "weiblich"})}


def test_further_columns_before_the_values_are_categories(deliver: Deliver) -> None:
    """Called by their place: the form does not name their features."""
    reading = deliver(genesis("2023;03;Niedersachsen;8. Klasse;5;6", head=";;;;männlich;weiblich"))
    assert reading.observations[0].breakdown == Breakdown.of({"Kopfzeile 1": "männlich", "Vorspalte 4": "8. Klasse"})


def test_areas_of_all_levels(deliver: Deliver) -> None:
    """Indents go; levels come from the keys, parents from the table and the register."""
    rows = ("DG;Deutschland", "05;  Nordrhein-Westfalen", "053;    Köln, Regierungsbezirk",
            "05334;      Aachen, Städteregion", "05334002;      Aachen, kreisfreie Stadt", "11;  Berlin",
            "11001001;      Berlin-Mitte")  # fmt: skip
    reading = deliver(genesis(*(f"2025;{row};1;2" for row in rows)))
    found = {area.key: (area.name, area.level, area.parent) for area in reading.areas}
    assert found["05334"] == ("Aachen, Städteregion", AreaLevel.DISTRICT, "053")
    assert found["05334002"] == ("Aachen, kreisfreie Stadt", AreaLevel.MUNICIPALITY, "05334")
    assert found["11001001"] == ("Berlin-Mitte", AreaLevel.BOROUGH, "11")
    assert found["00"] == ("Deutschland", AreaLevel.COUNTRY, None)
    assert len(found) == 7


def test_footnotes_licence_and_stand_are_kept_and_are_no_rows(deliver: Deliver) -> None:
    """One quoted field over many lines, with doubled quotes and a semicolon in it."""
    tail = (
        '"zu ""gesamte Tabelle"":\n2017;05;wird nicht aus-\ngewiesen.\nzu ""Quote"":\ngerundet"\n'
        '"© Statistische Ämter\nNamensnennung"\nStand: 26.02.2026 / 15:28:28\n'
    )
    reading = deliver(genesis("2025;DG;Deutschland;1;2", tail=tail))
    assert len(reading.observations) == 2
    assert reading.notes.footnotes == (
        'zu "gesamte Tabelle":\n2017;05;wird nicht aus-\ngewiesen.', 'zu "Quote":\ngerundet')  # fmt: skip
    assert (reading.notes.table, reading.notes.title) == ("12345-01-01-4", "Bestand (Anzahl)")
    assert reading.notes.licence == "© Statistische Ämter Namensnennung"
    assert reading.notes.stand == "26.02.2026 / 15:28:28"


def test_a_dash_is_zero_no_area_or_not_published(deliver: Deliver) -> None:
    """Decided by its surroundings, as the databases use it."""
    rows = ["2025;DG;Deutschland;9;8", "2025;03;  Niedersachsen;9;-", "2025;03152;Göttingen (alt);-;-"]
    rows += [f"2025;0315{n};Kreis {n};3;-" for n in (1, 3, 4, 5)]
    by_key = {(one.area, one.breakdown.label): one.figure for one in deliver(genesis(*rows)).observations}
    assert by_key["03152", "männlich"] == Figure.signed(Sign.BLOCKED, Reason.AREA_ABSENT)
    assert by_key["03", "weiblich"] == Figure.nothing()
    assert by_key["03153", "weiblich"] == Figure.withheld(Reason.NOT_DELIVERED)
    assert by_key["03153", "männlich"] == Figure.of(3)


def test_a_single_dash_in_a_row_stays_zero(deliver: Deliver) -> None:
    """Nothing says that the area is absent."""
    reading = deliver(genesis("2025;03153;Goslar;-", "2025;03154;Helmstedt;4", head=";;;Asylsuchende"))
    assert reading.observations[0].figure == Figure.nothing()
    assert reading.issues == ()


def test_school_years_only_where_a_footnote_says_which(deliver: Deliver) -> None:
    """In which of its two years the year of the table lies."""
    row = "2023;DG;Deutschland;1;2"
    for verb, key in (("endet", "2022/23"), ("beginnt", "2023/24")):
        reading = deliver(genesis(row, tail=f"Das Jahr in\ndem das Schuljahr {verb}."))
        assert {one.period.key for one in reading.observations} == {key}
    assert {one.period.key for one in deliver(genesis(row)).observations} == {"2023"}


def test_a_damaged_first_row_does_not_condemn_the_others(deliver: Deliver) -> None:
    """The width is that of most rows."""
    reading = deliver(genesis("2025;DG;Deutschland;1", *(f"2025;0315{n};Kreis;1;2" for n in (1, 3, 4))))
    assert [issue.line for issue in reading.issues if issue.code == "L-TABELLE-02"] == [4]
    assert len(reading.observations) == 6


def test_all_faults_of_a_table_at_once(deliver: Deliver) -> None:
    """A row too short, a key that is none, a word for a number, no end."""
    rows = ("2025;DG;Deutschland;1;2", "2025;01;zu kurz;1", "2025;3153;Goslar;1;2", "2025;03;Niedersachsen;1;viele")
    reading = deliver(genesis(*rows).split("____")[0])
    assert [issue.code for issue in reading.issues] == ["L-TABELLE-02", "L-GEBIET-01", "L-WERT-01", "L-GENESIS-01"]
    assert {issue.severity for issue in reading.issues} == {Severity.ERROR}
    assert len(reading.observations) == 3
