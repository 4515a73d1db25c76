"""The traps of flat files, one literal file each."""

from decimal import Decimal

import pytest

from mehrklang.sources import Reading
from mehrklang.vocabulary import EVERYTHING, Breakdown, Figure, Material, Reason, Sign, Unit
from tests.factories.deliveries import FLAT, archive, flat

from .conftest import Deliver

OLD = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
    "1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;"
    "BEVSTD__Bevoelkerungsstand__Anzahl;QUOTE__Anteil__Prozent\n"
)


def numbers(reading: Reading) -> list[Decimal | None]:
    """The numbers in file order."""
    return [one.figure.number for one in reading.observations]


def test_keys_make_measure_area_and_breakdown(deliver: Deliver) -> None:
    """BOM, keys kept as text with their zeros, the period as ISO date."""
    reading = deliver("\ufeff" + flat("64281;Anzahl;BEVSTD;Bevölkerungsstand;e"))
    assert (reading.kind, reading.issues) == ("ffcsv", ())
    [one] = reading.observations
    assert (one.measure, one.area, one.period.key, one.unit) == ("12411-BEVSTD", "03153", "2024-12-31", Unit.COUNT)
    assert one.breakdown == Breakdown.of({"Geschlecht": "weiblich"})
    assert (one.cell.line, one.cell.column, one.cell.raw) == (2, "value", "64281")


@pytest.mark.parametrize("total", [";Insgesamt", "INSGESAMT;insgesamt", ";Total"])
def test_a_total_names_no_feature(deliver: Deliver, total: str) -> None:
    """Its key is empty or INSGESAMT: beside its parts it cannot be taken for one of them."""
    [one] = deliver(flat("5;Anzahl;BEVSTD;Bevölkerung;", sex=total)).observations
    assert one.breakdown == EVERYTHING


def test_totals_beside_parts_are_refused_as_additive_material(deliver: Deliver) -> None:
    """Summed up they would count everybody twice."""
    content = flat("5;Anzahl;B;B;") + flat("9;Anzahl;B;B;", sex=";Insgesamt").removeprefix(FLAT)
    reading = deliver(content, material=Material.ADDITIVE)
    assert [issue.code for issue in reading.issues] == ["L-SUMME-02"]
    assert not reading.usable


def test_the_unit_changes_row_by_row(deliver: Deliver) -> None:
    """Counts, thousands and shares of one file; a unit that nobody knows is told."""
    reading = deliver(flat("5;Anzahl;A;A;", "1,5;1000;B;B;", "7,25;%;C;C;", "1;Tonnen;D;D;"))
    assert [one.unit for one in reading.observations] == [Unit.COUNT, Unit.THOUSAND, Unit.PERCENT]
    assert [issue.code for issue in reading.issues] == ["L-EINHEIT-01"]


@pytest.mark.parametrize(("mark", "value"), [("7,25", "7.25"), ("7.25", "7.25")])
def test_the_decimal_mark_is_read_from_the_file(deliver: Deliver, mark: str, value: str) -> None:
    """German and English exports."""
    assert numbers(deliver(flat(f"{mark};%;C;C;"))) == [Decimal(value)]


def test_mixed_marks_are_told(deliver: Deliver) -> None:
    """Not guessed."""
    assert "L-WERT-02" in [issue.code for issue in deliver(flat("7,25;%;C;C;", "7.25;%;D;D;")).issues]


@pytest.mark.parametrize(
    ("time", "key"),
    [("2024", "2024"), ("2024-06-30", "2024-06-30"), ("2023-10P6M", "2023-WS"), ("2024-04P6M", "2024-SS")],
)
def test_periods(deliver: Deliver, time: str, key: str) -> None:
    """Years, days and terms."""
    assert deliver(flat("5;Anzahl;A;A;", time=time)).observations[0].period.key == key


def test_signs_and_quality_marks(deliver: Deliver) -> None:
    """( ) from the quality column, / and x from the value."""
    reading = deliver(flat("12;1000;A;A;()", "/;1000;B;B;", "x;1000;C;C;", "8;1000;D;D;e"))
    assert [one.figure for one in reading.observations] == [
        Figure.limited(12),
        Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE),
        Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL),
        Figure.of(8),
    ]


def test_a_dissolved_area_has_no_zero(deliver: Deliver) -> None:
    """All its figures are dashes; another area of the level has figures."""
    content = flat("-;Anzahl;A;A;", "-;Anzahl;B;B;", area="03152;Göttingen") + flat("5;Anzahl;A;A;").removeprefix(FLAT)
    reading = deliver(content)
    assert [one.figure.reason for one in reading.observations] == [Reason.AREA_ABSENT, Reason.AREA_ABSENT, None]


def test_labels_may_differ_where_keys_are_equal(deliver: Deliver) -> None:
    """The first label of a key is used for all its rows."""
    content = flat("5;Anzahl;A;A;", sex="GESW;weiblich") + flat("6;Anzahl;B;B;", sex="GESW;Frauen").removeprefix(FLAT)
    assert {one.breakdown.label for one in deliver(content).observations} == {"weiblich"}


def test_the_area_is_the_feature_that_is_known_as_such(deliver: Deliver) -> None:
    """Although the keys of another look like keys of areas."""
    content = flat("5;Anzahl;A;A;", area="01;Januar").replace("KREISE;Kreise", "MONAT;Monat")
    content = content.replace("GES;Geschlecht;GESW;weiblich", "DLAND;Land;03;Niedersachsen")
    [one] = deliver(content).observations
    assert (one.area, one.breakdown) == ("03", Breakdown.of({"Monat": "Januar"}))


def test_a_file_without_area_is_for_germany(deliver: Deliver) -> None:
    """Told, because it is assumed."""
    reading = deliver(flat("5;Anzahl;A;A;", area="GESX;divers"))
    assert [one.area for one in reading.observations] == ["00"]
    assert [issue.code for issue in reading.issues] == ["L-GEBIET-06"]


def test_the_zipped_answer_of_the_web_service(deliver: Deliver) -> None:
    """One CSV in a zip archive, also where compress=false was asked for."""
    reading = deliver(archive(table__csv="\ufeff" + flat("5;Anzahl;A;A;")), name="antwort")
    assert (reading.kind, numbers(reading)) == ("ffcsv", [5])


def test_the_old_form(deliver: Deliver) -> None:
    """One value column per measure, units in its head, days in German form, leading blanks, Windows-1252."""
    row = "12411;Fortschreibung;STAG;Stichtag;31.12.2000;DLAND;Länder;03;Niedersachsen;NAT;Nationalität;{};{};{}\n"
    content = OLD + row.format("", "Insgesamt", "  7926193;100,0") + row.format("NATA", "Ausländer", "   529100;  6,7")
    reading = deliver(content.encode("cp1252"))
    assert (reading.kind, [issue.code for issue in reading.issues]) == ("ffcsv-alt", ["L-DATEI-06"])
    assert [(one.measure, one.unit, one.figure.number, one.breakdown.label) for one in reading.observations] == [
        ("12411-BEVSTD", Unit.COUNT, 7926193, "Insgesamt"),
        ("12411-QUOTE", Unit.PERCENT, 100, "Insgesamt"),
        ("12411-BEVSTD", Unit.COUNT, 529100, "Ausländer"),
        ("12411-QUOTE", Unit.PERCENT, Decimal("6.7"), "Ausländer"),
    ]
    assert {one.period.key for one in reading.observations} == {"2000-12-31"}


def test_the_old_form_without_a_value_column(deliver: Deliver) -> None:
    """Told, not an empty success."""
    content = OLD.replace("__", "_") + "12411;F;STAG;S;31.12.2000;DLAND;L;03;N;NAT;N;;I;1;2\n"
    assert [issue.code for issue in deliver(content).issues] == ["L-SPALTE-01"]
