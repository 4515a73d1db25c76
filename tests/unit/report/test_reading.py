"""Reading a finding: gaps in time, decimals, standing."""

from dataclasses import replace
from datetime import date

import pytest

from mehrklang.assessment import TargetState
from mehrklang.catalogue import Direction
from mehrklang.report import Steering, reading, sentences
from mehrklang.report.charts import curve
from mehrklang.report.standing import standing
from mehrklang.report.tables.of_parts import of_parts
from mehrklang.vocabulary import Period
from tests.factories import findings as made


def years(*found):
    return tuple(made.value("1", str(year)) for year in found)


def runs(*found):
    return [[value.period.year for value in run] for run in curve.segments(years(*found), ())]


def test_a_line_stops_where_years_are_missing():
    assert runs(2005, 2011, 2012, 2013) == [[2005], [2011, 2012, 2013]]


def test_a_survey_every_second_year_is_one_line():
    assert runs(2012, 2014, 2016, 2018) == [[2012, 2014, 2016, 2018]]


def test_two_values_far_apart_have_no_rhythm_and_no_line():
    assert runs(2005, 2011) == [[2005], [2011]]


def test_several_values_in_a_year_are_no_gap():
    values = tuple(made.value("1", f"{year}-{month}") for year in (2020, 2021) for month in ("03", "06", "09", "12"))
    assert reading.skips(values) == ()


def test_a_context_indicator_is_the_frame_and_never_called_not_assessable():
    of = made.definition(direction=Direction.CONTEXT)
    line = made.line("1 2", of=of, assessment=made.assessment(TargetState.NOT_ASSESSABLE))
    assert standing(made.finding(line, of=of)).short == "◇ Rahmen"


def test_without_a_target_the_standing_says_so():
    line = made.line("1 2", assessment=made.assessment(TargetState.NOT_ASSESSABLE))
    assert standing(made.finding(line)).word == "ohne Ziel"


def test_a_proposed_target_names_the_missing_signature():
    line = made.line("1 2", assessment=made.assessment(TargetState.NOT_ASSESSABLE))
    steering = Steering("teilweise", proposed=made.target(), unsigned=("Statistik",))
    found = standing(made.finding(line, steering=steering))
    assert found.word == "Ziel vorgeschlagen"
    assert "mindestens 3,5\u00a0% bis 2028" in found.text
    assert "Es fehlt die Unterschrift: Statistik." in found.text


def test_a_state_that_the_interval_leaves_open_is_not_firm():
    open_state = made.assessment(possible=(TargetState.REACHED, TargetState.ON_COURSE))
    assert standing(made.finding(made.line("1 2", assessment=open_state))).word == "auf Kurs (nicht belastbar)"


@pytest.mark.parametrize(("welcome", "end"), [(True, "Gewünscht ist diese Richtung."), (None, "so einheitlich).")])
def test_the_development_is_said_once(welcome, end):
    trend = replace(
        made.assessment().trend, welcome=welcome, reason="2016 bis 2023: steigend, Steigung +0,12 (so einheitlich)."
    )
    told = sentences.development(trend)
    assert told.startswith("Entwicklung 2016 bis 2023: steigend")
    assert told.count("steigend,") == 1
    assert told.endswith(end)


def test_a_quarter_that_was_dissolved_before_is_not_listed_and_one_that_ended_in_between_is():
    """Three quarters: one goes on, one ends inside the periods shown, one ended before them."""
    ends = (None, date(2021, 6, 30), date(2015, 12, 31))
    lines = [
        made.line("1 2", area=replace(quarter, valid_until=end))
        for quarter, end in zip(made.QUARTERS, ends, strict=False)
    ]
    shown = [Period.parse(key) for key in ("2021", "2022-12-31")]
    assert [line.area.name for line in reading.existing(lines, shown)] == ["Altstadt", "Bahnhofsviertel"]
    assert [line.area.name for line in reading.existing(lines, [Period.parse("2022")])] == ["Altstadt"]
    assert len(reading.existing(lines[2:], shown)) == 1


def test_a_quarter_that_does_not_exist_yet_is_not_listed():
    line = made.line("1 2", area=replace(made.QUARTERS[0], valid_from=date(2022, 1, 1)))
    other = made.line("1 2", area=made.QUARTERS[1])
    assert reading.existing([line, other], [Period.parse("2021")]) == (other,)
    assert reading.existing([line, other], [Period.parse("2022")]) == (line, other)


def test_the_table_of_parts_lists_the_areas_that_existed():
    gone = made.line("1 2", area=replace(made.QUARTERS[0], valid_until=date(1990, 1, 1)))
    town, other = made.line("1 2"), made.line("1 2", area=made.QUARTERS[1])
    (table,) = of_parts(made.finding(town, gone, other))
    assert [row.head for row in table.rows] == ["Bahnhofsviertel"]
