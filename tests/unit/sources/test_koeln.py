"""The long table of Köln."""

from mehrklang.sources.koeln.measures import meaning_of
from mehrklang.vocabulary import EVERYTHING, AreaLevel, Breakdown, Figure, Material, Unit
from tests.factories.deliveries import KOELN

from .conftest import Deliver


def test_measures_areas_and_counts(deliver: Deliver) -> None:
    """Rows of a hierarchy are measures of their own, parts of a feature are its categories."""
    rows = (
        "1,005,Einwohner in Köln,2012,000,Stadt Köln,10,Einwohner,1044555.0",
        "2,030,Einwohner mit Migrationshintergrund,2012,002,Rodenkirchen,10,Einwohner mit Migrationshintergrund,3.0",
        "3,030,Einwohner mit Migrationshintergrund,2012,208,Rodenkirchen,100,Türkei,2.0",
        "4,010,Einwohner nach Geschlecht,2012,208,Rodenkirchen,20,Weiblich,1.0",
    )
    reading = deliver(KOELN + "\n".join(rows), material=Material.ADDITIVE)
    assert reading.issues == ()
    read = [(one.measure, one.area, one.breakdown) for one in reading.observations]
    assert read == [
        ("005", "05315000", EVERYTHING),
        ("030-10", "05315000-2", EVERYTHING),
        ("030-herkunft", "05315000-208", Breakdown.of({"Herkunft": "Türkei"})),
        ("010", "05315000-208", Breakdown.of({"Geschlecht": "Weiblich"})),
    ]
    assert reading.observations[0].figure == Figure.of(1044555)
    assert {(one.unit, one.material) for one in reading.observations} == {(Unit.COUNT, Material.ADDITIVE)}
    levels = {area.key: (area.level, area.parent) for area in reading.areas}
    assert levels["05315000"] == (AreaLevel.MUNICIPALITY, "05")
    assert levels["05315000-2"] == (AreaLevel.BOROUGH, "05315000")
    assert levels["05315000-208"] == (AreaLevel.QUARTER, "05315000-2")


def test_an_unknown_table_gives_measures_that_cannot_be_added_up_twice() -> None:
    """Each row is a measure of its own."""
    assert meaning_of("099", "10", "irgendetwas").measure == "099-10"
    assert meaning_of("099", "20", "Teil davon").measure == "099-20"


def test_faults_are_told_together(deliver: Deliver) -> None:
    """Wrong area, year and number of three lines."""
    rows = (
        "1,005,E,2012,XX,Irgendwo,10,E,5.0\n2,005,E,zwölf,000,Stadt Köln,10,E,5.0\n3,005,E,2012,000,Stadt Köln,10,E,?\n"
    )
    reading = deliver(KOELN + rows)
    assert [issue.code for issue in reading.issues] == ["L-GEBIET-01", "L-ZEIT-01", "L-WERT-01"]
    assert reading.observations == ()
