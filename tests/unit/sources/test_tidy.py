"""The table form that offices fill in."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import AreaLevel, Breakdown, Figure, Material, Reason, Sign, Unit
from tests.factories.deliveries import ROW, TIDY, workbook

from .conftest import Deliver

HANDBOOK = Path(__file__).parents[3] / "docs/handbuch"


def values(reading: Reading) -> list[Decimal | None]:
    """The numbers in file order."""
    return [one.figure.number for one in reading.observations]


def codes(reading: Reading) -> list[str]:
    """The codes of all issues."""
    return [issue.code for issue in reading.issues]


def column(*cells: str, unit: str = "Prozent") -> str:
    """A table with these values."""
    return TIDY + "".join(f"m{number};03153;2024;{unit};{cell}\n" for number, cell in enumerate(cells))


def test_the_template_of_the_handbook_is_valid() -> None:
    """It is read without any issue."""
    reading = read(HANDBOOK / "vorlage-tabelle.csv")
    assert (reading.kind, codes(reading)) == ("tidy", [])
    assert values(reading) == [63518, 8312, Decimal("71.4"), 0]
    assert reading.observations[2].figure.sign is Sign.LIMITED
    assert reading.observations[0].breakdown == Breakdown.of({"Geschlecht": "weiblich", "Nationalität": "deutsch"})


def test_the_example_of_the_handbook_is_the_template() -> None:
    """Who copies the example has the same table."""
    page = (HANDBOOK / "tabellenformat.md").read_text(encoding="utf-8")
    example = page.split("```csv\n")[1].split("```")[0]
    assert (HANDBOOK / "vorlage-tabelle.csv").read_text(encoding="utf-8-sig") == example


def test_the_handbook_names_every_level() -> None:
    """No level that offices cannot know."""
    page = (HANDBOOK / "tabellenformat.md").read_text(encoding="utf-8")
    assert all(level.value in page for level in AreaLevel)


def test_decimal_comma_and_thousands(deliver: Deliver) -> None:
    """A comma anywhere makes dots thousands marks."""
    assert values(deliver(column("1.234,5", "1.234", "12", "1 234"))) == [Decimal("1234.5"), 1234, 12, 1234]


def test_decimal_point(deliver: Deliver) -> None:
    """A column with points keeps them, even with three decimals."""
    assert values(deliver(column("12.5", "1.234"))) == [Decimal("12.5"), Decimal("1.234")]


def test_a_mixed_column_is_refused(deliver: Deliver) -> None:
    """Both marks in one column: a factor of a thousand is at stake."""
    reading = deliver(column("12.5", "12,5"))
    assert "L-WERT-02" in codes(reading)
    assert not reading.usable


def test_an_open_dot_is_thousands_only_for_counts(deliver: Deliver) -> None:
    """1.234 persons are 1234; 1.234 per cent are asked for."""
    assert values(deliver(column("1.234", "7", unit="Anzahl"))) == [1234, 7]
    assert codes(deliver(column("1.234"))) == ["L-WERT-03"]


def test_a_count_with_three_decimals_is_doubted(deliver: Deliver) -> None:
    """The column has decimal points, so 1.234 would be one person and a bit."""
    table = TIDY + "a;03153;2024;Anzahl;1.234\nb;03153;2024;Prozent;12.5\n"
    assert codes(deliver(table)) == ["L-WERT-04"]


def test_signs_and_brackets(deliver: Deliver) -> None:
    """Value and sign in one cell; a bare 0 in thousands is more than nothing."""
    reading = deliver(column("–", "-", ".", "/", "x", "…", "...", "*", "(12)", "0", unit="Tausend"))
    assert codes(reading) == []
    assert [one.figure.sign for one in reading.observations] == [
        Sign.NOTHING, Sign.NOTHING, Sign.UNKNOWN, Sign.UNRELIABLE, Sign.BLOCKED, Sign.PENDING, Sign.PENDING,
        Sign.UNKNOWN, Sign.LIMITED, Sign.NEGLIGIBLE,
    ]  # fmt: skip
    assert values(deliver(column("0", unit="Anzahl"))) == [0]


def test_an_empty_value_is_not_zero(deliver: Deliver) -> None:
    """One issue for all of them."""
    reading = deliver(column("", " ", "5"))
    assert [one.figure for one in reading.observations][:2] == [Figure.withheld(Reason.SOURCE_BLANK)] * 2
    assert codes(reading) == ["L-WERT-05"]


def test_a_remark_limits_the_value(deliver: Deliver) -> None:
    """Known remarks become signs, others are free text."""
    table = TIDY.replace("\n", ";Bemerkung\n") + "a;03;2024;%;1,5;statistisch unsicher\nb;03;2024;%;1,5;Stand Mai\n"
    reading = deliver(table)
    assert [one.figure.sign for one in reading.observations] == [Sign.LIMITED, None]
    assert codes(reading) == []


def test_lost_zeros_come_back_only_by_the_rule(deliver: Deliver) -> None:
    """Lengths {4, 5}: filled and told. Only 4, or 4 beside 2: asked for."""
    repaired = deliver(TIDY + "a;3153;2024;Anzahl;1\na;12051;2024;Anzahl;1\n")
    assert [one.area for one in repaired.observations] == ["03153", "12051"]
    assert codes(repaired) == ["L-GEBIET-05"]
    assert codes(deliver(TIDY + "a;3153;2024;Anzahl;1\n")) == ["L-GEBIET-07"]
    assert codes(deliver(TIDY + "a;3153;2024;Anzahl;1\na;03;2024;Anzahl;1\n")) == ["L-GEBIET-07"]


def test_areas_with_name_level_and_parent(deliver: Deliver) -> None:
    """Own keys need a level; official ones know theirs and what they lie in."""
    head = TIDY.replace("\n", ";Gebietsname;Gebietsebene;Obergebiet\n")
    table = head + "a;q-1;2024;Anzahl;1;Nordviertel;Stadtteil;03153017\na;03153;2024;Anzahl;1;;;\n"
    areas = {area.key: area for area in deliver(table).areas}
    assert (areas["q-1"].name, areas["q-1"].level, areas["q-1"].parent) == (
        "Nordviertel",
        AreaLevel.QUARTER,
        "03153017",
    )
    assert (areas["03153"].name, areas["03153"].level, areas["03153"].parent) == ("Goslar", AreaLevel.DISTRICT, "031")
    assert {"031", "03", "00"} <= set(areas)


def test_features_are_the_further_columns(deliver: Deliver) -> None:
    """An empty cell names no feature."""
    head = TIDY.replace("\n", ";Geschlecht;Alter\n")
    reading = deliver(head + "a;03;2024;Anzahl;1;weiblich;\na;03;2024;Anzahl;1;weiblich;18 - 25\n")
    assert [one.breakdown.pairs for one in reading.observations] == [
        (("Geschlecht", "weiblich"),),
        (("Alter", "18 - 25"), ("Geschlecht", "weiblich")),
    ]


def test_additive_totals_are_double_counting(deliver: Deliver) -> None:
    """A total row and an empty cell beside filled ones are errors; a feature that only one measure has is none."""
    head = TIDY.replace("\n", ";Geschlecht\n")
    fine = head + "a;03;2024;Anzahl;1;weiblich\na;03;2024;Anzahl;2;männlich\nb;03;2024;Anzahl;3;\n"
    assert codes(deliver(fine, material=Material.ADDITIVE)) == []
    total = fine + "a;03;2024;Anzahl;3;zusammen\n"
    assert codes(deliver(total, material=Material.ADDITIVE)) == ["L-SUMME-01"]
    assert codes(deliver(total)) == []
    empty = fine + "a;03;2024;Anzahl;3;\n"
    assert codes(deliver(empty, material=Material.ADDITIVE)) == ["L-SUMME-02"]


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_can_be_written(unit: Unit, deliver: Deliver) -> None:
    """By its description in tables and by its key."""
    for label in (unit.description, unit.value):
        assert [one.unit for one in deliver(TIDY + f"a;03;2024;{label};1\n").observations] == [unit]


def test_a_workbook_as_offices_write_it(deliver: Deliver) -> None:
    """Title above, numbers and dates as cells of their own kind, keys as text, a footnote, a hidden draft."""
    heads = ["Messgröße", "Gebiet", "Zeitraum", "Einheit", "Wert"]
    rows: list[list[object]] = [
        ["Stadt Beispiel"], [], heads,
        ["a", "03153", 2024, "Prozent", 12.5],
        ["a", "03153", date(2024, 12, 31), "Anzahl", 1234],
        ["a", "03153", "WS 2023/24", "Anzahl", "–"],
        ["© Stadt Beispiel"],
    ]  # fmt: skip
    book = workbook(("Entwurf", [heads, ["x", "03", 2024, "Anzahl", 1]]), ("Daten", rows), hidden="Entwurf")
    reading = deliver(book, name="mappe.xlsx")
    assert values(reading) == [Decimal("12.5"), 1234, 0]
    assert [one.period.key for one in reading.observations] == ["2024", "2024-12-31", "2023-WS"]
    assert [(one.cell.sheet, one.cell.line) for one in reading.observations] == [
        ("Daten", 4),
        ("Daten", 5),
        ("Daten", 6),
    ]
    assert sorted(codes(reading)) == ["L-TABELLE-04", "L-TABELLE-05"]


def test_area_keys_that_a_workbook_made_numbers(deliver: Deliver) -> None:
    """3153 and 12051 as numbers come back as text."""
    heads = ["Messgröße", "Gebiet", "Zeitraum", "Einheit", "Wert"]
    book = workbook(("Daten", [heads, ["a", 3153, 2024, "Anzahl", 1], ["a", 12051, 2024, "Anzahl", 1]]))
    assert [one.area for one in deliver(book).observations] == ["03153", "12051"]


def test_windows_text_is_read_and_told(deliver: Deliver) -> None:
    """Umlauts of cp1252 come out right."""
    table = (TIDY.replace("\n", ";Ort\n") + "a;03;2024;Anzahl;1;Wümme\n").encode("cp1252")
    reading = deliver(table)
    assert reading.observations[0].breakdown.get("Ort") == "Wümme"
    assert codes(reading) == ["L-DATEI-06"]


def test_rows_before_a_broken_quote_are_kept(deliver: Deliver) -> None:
    """The line where the quote opens is named."""
    reading = deliver(TIDY + ROW + ROW.replace("2024", '"2024'))
    assert [(issue.code, issue.line) for issue in reading.issues] == [("L-TABELLE-01", 3)]
    assert values(reading) == [12]
