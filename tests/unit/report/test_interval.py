"""Intervals are shown: in the table of the newest values, in the chart, in words and in the CSV file."""

import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest

from mehrklang.indicators import Interval, IntervalMethod
from mehrklang.report import Audience, ReportHeading, alternative, compose
from mehrklang.report import csv as exit_csv
from mehrklang.report.charts import pictures
from mehrklang.report.document import Table
from mehrklang.report.tables import figure_tables
from mehrklang.vocabulary import Material
from tests.factories import findings as made

WILSON = Interval(Decimal("0.52"), Decimal("4.97"), IntervalMethod.WILSON)
SMALL = "Kleine Bezugsgröße (unter 20): Der Wert schwankt schon durch einzelne Fälle stark."


def with_interval(line, interval=WILSON, note=SMALL):
    values = tuple(
        replace(value, interval=interval, interval_note=note) if value.figure.known else value
        for value in line.series.values
    )
    return replace(line, series=replace(line.series, values=values))


def finding():
    own = with_interval(made.line("1.2 1.4 2.1", assessment=made.assessment()))
    other = made.line("3.2 3.4 3.1", group="deutsch", label="Deutsche")
    return made.finding(own, other)


def test_the_newest_values_stand_first_with_their_interval_and_the_small_base_marked():
    table = figure_tables(finding(), base=True)[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["2012", "2,1", "0,5 bis 5,0\u00a0¹"],
        ["2012", "3,1", "nicht bekannt"],
    ]
    assert table.notes[:2] == ("Spannweite der Zufallsschwankung (Wilson), 95 von 100.", f"¹ {SMALL}")


def test_without_intervals_there_is_no_such_table():
    assert not any("Spannweite" in table.caption for table in figure_tables(made.finding(), base=True))


def test_only_the_administration_reads_the_table_of_intervals():
    heading = ReportHeading("Bericht", "Stadt", "2024", "Mai 2024")
    for audience in Audience:
        tables = [b for b in compose([finding()], audience=audience, heading=heading).blocks if isinstance(b, Table)]
        shown = any("Spannweite" in table.caption for table in tables)
        assert shown is (audience is Audience.VERWALTUNG)


def test_the_leading_line_has_whiskers_that_the_legend_explains():
    (picture,) = pictures(finding())
    for drawing in (picture.wide, picture.narrow):
        assert "Striche mit Querbalken" in drawing
        assert drawing.count("H") - drawing.count("He") >= 6  # two caps for each of three values


def test_whiskers_that_hide_behind_their_markers_are_not_announced():
    narrow = Interval(Decimal("1.19"), Decimal("1.21"), IntervalMethod.ROUNDING, None)
    (picture,) = pictures(made.finding(with_interval(made.line("1.2 1.2 1.2", assessment=made.assessment()), narrow)))
    assert "Striche mit Querbalken" not in picture.wide


def test_the_axis_holds_the_whole_interval():
    high = Interval(Decimal("0.5"), Decimal("38.2"), IntervalMethod.WILSON)
    (picture,) = pictures(made.finding(with_interval(made.line("1.2 1.4 2.1", assessment=made.assessment()), high)))
    assert ">40</text>" in picture.wide


def test_the_words_tell_the_interval_of_the_leading_line():
    found = finding()
    told = alternative.describe(found, found.lines)
    assert "zuletzt 2,1\u00a0% (2012; Spannweite 0,5 bis 5,0)" in told
    assert told.count("Spannweite") == 1


def test_the_words_tell_where_the_line_is_interrupted():
    values = tuple(made.value("1", str(year)) for year in (2005, 2011, 2012, 2013))
    line = made.line("1")
    line = replace(line, series=replace(line.series, values=values))
    assert "Keine Angaben zwischen 2005 und 2011." in alternative.describe(made.finding(line), [line])


def test_the_csv_file_has_limits_method_and_note():
    rows = list(csv.DictReader(StringIO(exit_csv.render([finding()])), delimiter=";"))
    assert (rows[0]["spannweite_von"], rows[0]["spannweite_bis"]) == ("0,5", "5,0")
    assert (rows[0]["spannweite_verfahren"], rows[0]["spannweite_hinweis"]) == ("wilson", SMALL)
    assert rows[-1]["spannweite_von"] == ""


@pytest.mark.parametrize(("material", "key"), [(Material.PUBLISHED, "lieferung-1"), (Material.ADDITIVE, "")])
def test_the_csv_file_has_the_key_of_a_published_delivery_only(material, key):
    """From the key of an own one, which is made of the file's bytes, suppressed counts could be tried out."""
    found = finding()
    found = replace(found, sources=tuple(replace(each, material=material) for each in found.sources))
    rows = list(csv.DictReader(StringIO(exit_csv.render([found])), delimiter=";"))
    assert rows[0]["lieferung"] == key
