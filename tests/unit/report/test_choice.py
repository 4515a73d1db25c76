"""The form of a picture follows from the finding."""

from mehrklang.report.charts import pictures
from mehrklang.vocabulary import Unit
from tests.factories import findings as made


def forms(finding, boundaries=()):
    return [picture.form for picture in pictures(finding, boundaries)]


def test_several_periods_are_lines():
    assert forms(made.finding()) == ["linie"]


def test_one_period_with_two_groups_is_a_gap():
    assert forms(made.gap()) == ["abstand"]


def test_one_period_with_three_groups_is_bars():
    assert forms(made.finding(*(made.line("4", start=2023, group=g, label=g) for g in "abc"))) == ["balken"]


def test_where_zero_is_no_natural_beginning_parts_are_dots():
    years = made.definition(unit=Unit.YEARS)
    lines = [made.line("40", start=2023, of=years, area=area) for area in made.QUARTERS]
    assert forms(made.finding(*lines, of=years)) == ["punkte"]


def test_parts_are_bars_and_with_boundaries_a_map():
    assert forms(made.by_quarter()) == ["balken"]
    assert forms(made.by_quarter(), made.boundaries()) == ["balken", "karte"]


def test_a_finding_without_any_number_has_no_picture():
    assert forms(made.finding(made.line(". . ."))) == []
    assert forms(made.by_quarter(". . . . . .", comparison=())) == []


def test_a_single_number_has_no_picture():
    assert forms(made.finding(made.line("4"))) == []


def test_more_than_six_series_are_spread_over_several_charts():
    lines = [made.line("1 2 3", start=2016, group=str(at), label=str(at)) for at in range(8)]
    assert forms(made.finding(*lines)) == ["linie", "linie"]


def test_many_parts_are_spread_over_several_charts():
    areas = [made.replace(made.QUARTERS[0], key=f"b:{at}", name=f"Teil {at}") for at in range(45)]
    finding = made.finding(*(made.line("5", start=2023, area=area) for area in areas))
    assert forms(finding) == ["balken"] * 3


def test_names_of_pictures_are_unique():
    finding = made.by_quarter()
    names = [picture.name for picture in pictures(finding, made.boundaries())]
    assert len(names) == len(set(names)) == 2
