"""The traps of Open SDG files, one literal file each."""

from decimal import Decimal

from mehrklang.sources import Reading
from mehrklang.vocabulary import AreaLevel, Breakdown, Figure, Material, PeriodKind, Reason, Sign, Unit

from .conftest import Deliver


def codes(reading: Reading) -> list[str]:
    """The codes of all issues."""
    return [issue.code for issue in reading.issues]


def test_a_plain_file(deliver: Deliver) -> None:
    """Byte order mark, a name with a comma, no unit column: the table's own unit, and the cell where it stands."""
    content = '\ufeffYear,Gebietseinheit,GeoCode,Value\n2019,Goslar,K03153,14020\n2019,"Emden, Stadt",K03402,6011\n'
    reading = deliver(content, name="indicator_1-2-1.csv")
    first, second = reading.observations
    assert reading.issues == ()
    assert (first.measure, first.area, first.period.key, first.unit) == ("1-2-1", "03153", "2019", Unit.COUNT)
    assert first.figure == Figure.of(14020)
    assert first.material is Material.PUBLISHED
    assert (first.cell.file, first.cell.line, first.cell.column, first.cell.raw) == (
        "indicator_1-2-1.csv", 2, "Value", "14020",
    )  # fmt: skip
    assert second.area == "03402"


def test_areas_of_all_systems(deliver: Deliver) -> None:
    """The letters go, the digits stay; level and parent follow."""
    rows = (
        "2024,Niedersachsen,%,K030,1", "2024,Statistische Region Braunschweig,%,RH031,1", "2024,Goslar,%,MZ03153,1",
        '2024,"dav. Hannover, Umland",%,K03241999,1', "2024,Uelzen Lüchow-Dannenberg,%,MZ03354360,1",
        "2024,Ostniedersachsen,%,RA_01,1", "2024,Celle,%,03351,1",
    )  # fmt: skip
    reading = deliver("Year,Gebietseinheit,Units,GeoCode,Value\n" + "\n".join(rows), name="1-3-2.csv")
    assert reading.issues == ()
    keys = [one.area for one in reading.observations]
    assert keys == ["03", "031", "03153", "03241999", "03354360", "RA_01", "03351"]
    areas = {area.key: (area.level, area.parent) for area in reading.areas}
    assert areas["03"] == (AreaLevel.STATE, "00")
    assert areas["031"] == (AreaLevel.REGION, "03")
    assert areas["03153"] == (AreaLevel.DISTRICT, "031")
    assert areas["03241999"] == (AreaLevel.DISTRICT_PART, "03241")
    assert areas["03354360"] == (AreaLevel.DISTRICT_GROUP, "033")
    assert areas["RA_01"] == (AreaLevel.SURVEY_REGION, "03")
    assert {area.parent for area in reading.areas} - {None} <= set(areas)


def test_areas_of_another_land(deliver: Deliver) -> None:
    """Keys that the register does not know keep the file's name; a missing code is found by the name in the file."""
    rows = "2024,Kreis Unna,%,K05978,1\n2023,Kreis Unna,%,,2\n"
    reading = deliver("Year,Gebietseinheit,Units,GeoCode,Value\n" + rows, name="neu.csv")
    assert codes(reading) == ["L-GEBIET-03"]
    assert [one.area for one in reading.observations] == ["05978", "05978"]
    [unna] = [area for area in reading.areas if area.key == "05978"]
    assert (unna.name, unna.level, unna.parent) == ("Kreis Unna", AreaLevel.DISTRICT, "05")


def test_the_name_is_believed_where_the_code_slipped(deliver: Deliver) -> None:
    """2-3-3 and 6-2-2: the code belongs to the neighbour row."""
    reading = deliver('Year,Gebietseinheit,Units,GeoCode,Value\n2005,"dav. Hannover, Lhst.",%,K03241999,2.1\n')
    assert [one.area for one in reading.observations] == ["03241001"]
    assert codes(reading) == ["L-GEBIET-02"]


def test_countries_of_the_world_are_categories(deliver: Deliver) -> None:
    """1-2-5: GeoCode names the citizenship; the area is the Land, an empty label no category."""
    content = (
        "Year,Series,Land der Staatsangehörigkeit,Geschlecht,Units,GeoCode,Value\n"
        "2005,Alle Länder,Europa insgesamt,insgesamt,Anzahl,0,7\n"
        "2005,Alle Länder,Albanien,insgesamt,Anzahl,W121,5\n"
        "2005,Ukraine,,insgesamt,Anzahl,,3\n"
    )
    reading = deliver(content, name="indicator_1-2-5.csv")
    assert reading.issues == ()
    assert {one.area for one in reading.observations} == {"03"}
    assert reading.observations[2].breakdown == Breakdown.of({"Geschlecht": "insgesamt", "Series": "Ukraine"})


def test_units(deliver: Deliver) -> None:
    """Each row its own; "Quote" of 6-2-1 is per thousand, the percentages of 1-1-2 are changes."""
    head = "Year,Gebietseinheit,Units,GeoCode,Value\n"
    units = ("Anzahl in 1000", "1000", "Prozent", "Fälle", "Jahre", "Veränderung gegenüber 2005 in Prozent")
    reading = deliver(head + "".join(f"2024,Goslar,{unit},K03153,1\n" for unit in units))
    assert [one.unit for one in reading.observations] == [
        Unit.THOUSAND, Unit.THOUSAND, Unit.PERCENT, Unit.COUNT, Unit.YEARS, Unit.PERCENT_CHANGE,
    ]  # fmt: skip
    quote = deliver(head + "2024,Goslar,Quote,K03153,100\n", name="indicator_6-2-1.csv")
    assert [one.unit for one in quote.observations] == [Unit.PER_MILLE]
    assert "L-EINHEIT-01" in codes(deliver(head + "2024,Goslar,Quote,K03153,100\n", name="indicator_9-9-9.csv"))
    change = deliver(head + "2024 / 2005,Goslar,%,K03153,-5.5\n", name="indicator_1-1-2.csv")
    assert [(one.unit, one.period.kind) for one in change.observations] == [(Unit.PERCENT_CHANGE, PeriodKind.CHANGE)]


def test_values_and_comments(deliver: Deliver) -> None:
    """Empty, blocked, uncertain: each is its own figure, none is zero."""
    rows = (
        "+12.6,",
        "1.2E-6,",
        "-7,",
        ",",
        ",gesperrt",
        "4.7,Gesperrt",
        "28,statistisch unsicher",
        ",Statistisch unsicher",
    )
    head = "Year,Geschlecht,Units,Value,COMMENT_OBS\n"
    body = "".join(f"2024,g{number},in 1000,{row}\n" for number, row in enumerate(rows))
    reading = deliver(head + body, name="indicator_5-1-1.csv")
    figures = [one.figure for one in reading.observations]
    assert figures[:3] == [Figure.of(Decimal("12.6")), Figure.of(Decimal("0.0000012")), Figure.of(-7)]
    assert figures[3] == Figure.withheld(Reason.SOURCE_BLANK)
    assert figures[4] == figures[5] == Figure.withheld(Reason.SOURCE_SECRET)
    assert figures[6] == Figure.limited(28)
    assert figures[7] == Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
    assert codes(reading) == ["L-WERT-05", "L-WERT-06"]
    assert reading.observations[5].cell.raw == "4.7"


def test_labels_footnotes_and_empty_columns(deliver: Deliver) -> None:
    """4-3-2 ends with three empty columns; footnote marks and double blanks go; two spellings become one."""
    content = (
        "Year,Schulform,Geschlecht,Units,Value,,,\n"
        "2023,Oberschule1),Insgesamt,Anzahl,5,,,\n"
        "2024,Oberschule,insgesamt,Anzahl,6,,,\n"
        "2024,Freie  Schule,Insgesamt,Anzahl,7,,,\n"
    )
    reading = deliver(content, name="indicator_4-3-2.csv")
    assert codes(reading) == ["L-MERKMAL-01"]
    labels = [one.breakdown.pairs for one in reading.observations]
    assert labels[0] == labels[1] == (("Geschlecht", "Insgesamt"), ("Schulform", "Oberschule"))
    assert labels[2] == (("Geschlecht", "Insgesamt"), ("Schulform", "Freie Schule"))


def test_lines_are_those_of_an_editor(deliver: Deliver) -> None:
    """Blank lines and cells of several lines count."""
    reading = deliver('Year,Ort,Units,Value\n\n2023,"zwei\nZeilen",%,1\r\n2024,Ort,%,2\n', name="4-1-2.csv")
    assert [one.cell.line for one in reading.observations] == [3, 5]


def test_a_merged_area_is_not_mixed_with_its_parts(deliver: Deliver) -> None:
    """Göttingen with the new key beside Osterode is the old Göttingen; alone it stays the new one."""
    rows = "2014,Göttingen,Anzahl,K03159,22271\n2014,Osterode,Anzahl,#NV,7385\n2018,Göttingen,Anzahl,K03159,27198\n"
    reading = deliver("Year,Gebietseinheit,Units,GeoCode,Value\n" + rows, name="indicator_6-2-1.csv")
    assert [one.area for one in reading.observations] == ["03152", "03156", "03159"]
    assert {"03152", "03156", "03159"} <= {area.key for area in reading.areas}
    assert sorted(codes(reading)) == ["L-GEBIET-04", "L-GEBIET-11"]


def test_additive_material_must_not_hold_totals(deliver: Deliver) -> None:
    """A published table given as additive is refused."""
    content = "Year,Geschlecht,Units,Value\n2024,Insgesamt,Anzahl,5\n2024,Frauen,Anzahl,3\n2024,Quote,%,1.5\n"
    reading = deliver(content, name="indicator_4-1-2.csv", material=Material.ADDITIVE)
    assert not reading.usable
    assert set(codes(reading)) == {"L-SUMME-01", "L-EINHEIT-03"}
    assert len(reading.observations) == 3
