"""Status and dynamics of the parts: what is classified, never across a break, and a map that needs no colour."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mehrklang.assessment.small_areas import POSITION_RULE, Dynamics, Status
from mehrklang.catalogue import Direction
from mehrklang.report import Audience, ReportHeading, compose, html, placed
from mehrklang.report.charts.position_map import position_picture
from mehrklang.report.document import Figure, Table
from mehrklang.vocabulary import Figure as Number
from tests.factories import findings as made
from tests.factories.pictures import elements, notes, parse, texts

HEADING = ReportHeading("Probe", "Stadt", "2024", "Mai")
NOW = ("10", "10", "10", "10", "10", "40")
BEFORE = ("10", "10", "10", "10", "10", "10")


def line(first, last, *, of, area, base=1000):
    """Four years, of which the first and the last matter, each with its base."""
    found = made.line(f"{first} {first} {first} {last}", start=2020, of=of, area=area, group="alle", label="alle")
    values = tuple(
        replace(value, denominator=None if base is None else Number.of(base)) for value in found.series.values
    )
    return replace(found, series=replace(found.series, values=values))


def finding(*, direction=Direction.LOW_IS_GOOD, now=NOW, breaks=(), base=1000):
    of = made.definition(direction=direction, breaks=breaks)
    town = line("10", "10", of=of, area=made.TOWN)
    parts = [
        line(first, last, of=of, area=area, base=base)
        for area, first, last in zip(made.QUARTERS, BEFORE, now, strict=True)
    ]
    return made.finding(town, *parts, of=of)


def test_an_area_far_on_the_unwelcome_side_is_told_by_words():
    found = placed.placed(finding())
    assert [each.line.area.name for each in found] == [area.name for area in made.QUARTERS]
    assert found[-1].told == "deutlich ungünstiger als die Stadt; ungünstigere Entwicklung als die Stadt"
    assert found[0].position.status is Status.AVERAGE
    assert found[0].position.dynamics is Dynamics.ALIKE


def test_the_wished_direction_decides_the_side():
    assert placed.placed(finding(direction=Direction.HIGH_IS_GOOD))[-1].position.status is Status.FAVOURABLE


def test_a_context_indicator_and_values_without_a_base_are_not_classified():
    assert placed.placed(finding(direction=Direction.CONTEXT)) == ()
    of = finding(base=None)
    assert placed.placed(of) == ()


def test_across_a_break_there_is_no_dynamics():
    between = replace(made.definition().breaks[0], first_year=2022)
    found = placed.placed(finding(breaks=(between,)))
    assert {each.position.dynamics for each in found} == {None}
    assert "Dynamik nicht eingeordnet" in found[0].told


def test_few_people_and_withheld_values_are_not_classified_and_say_why():
    assert all("nicht eingeordnet" in each.told for each in placed.placed(finding(base=100)))
    withheld = placed.placed(finding(now=(*NOW[:5], ".")))[-1]
    assert withheld.position.status is None
    assert withheld.told.startswith("Gesperrt")


@pytest.mark.parametrize("side", ["wide", "narrow"])
def test_the_map_says_each_class_by_number_sign_and_words(side):
    of = finding(now=(*NOW[:4], ".", "40"))
    picture = position_picture(of, placed.placed(of), made.boundaries())
    svg = getattr(picture, side)
    assert parse(svg) is not None
    assert {"2 =", "4 −", "1", "2", "3", "4", "+", "=", "−"} <= set(texts(svg))
    assert "Altstadt: im Bereich der Stadt; Entwicklung wie die Stadt" in notes(svg)
    absent = [each.get("fill") for each in elements(svg, "path") if each.get("class") == "absent"]
    assert len(absent) == 1
    assert absent[0].startswith("url(#")
    assert "Weststadt: deutlich ungünstiger als die Stadt" in picture.alternative


@pytest.mark.parametrize("side", ["wide", "narrow"])
def test_every_status_has_a_hatching_of_its_own(side):
    """Whoever sees no colour, or an area too small for a number, tells the classes by their pattern."""
    of = finding()
    picture = getattr(position_picture(of, placed.placed(of), made.boundaries()), side)
    drawn = {each.get("id"): each for each in elements(picture, "pattern")}
    hatchings = [name for name in drawn if "-status-" in name]
    assert len(hatchings) == len(Status) - 1
    assert len({"".join(str(sorted(part.items())) for part in drawn[name]) for name in hatchings}) == 3
    used = [each.get("fill") for each in elements(picture, "path")]
    assert f"url(#{next(name for name in hatchings if name.endswith('-3'))})" in used


@pytest.mark.parametrize("audience", [Audience.VERWALTUNG, Audience.OEFFENTLICHKEIT])
def test_the_reports_hold_map_table_and_method(audience):
    of = finding(now=(*NOW[:4], ".", "40"))
    report = compose([of], audience=audience, heading=HEADING, boundaries=made.boundaries())
    (table,) = (each for each in report.blocks if isinstance(each, Table) and "einordnung" in each.anchor)
    assert [row.head for row in table.rows] == [area.name for area in made.QUARTERS]
    told = {row.head: [cell.text for cell in row.cells] for row in table.rows}
    assert told["Weststadt"] == [
        "40,0", "1.000", "deutlich ungünstiger als die Stadt", "ungünstigere Entwicklung als die Stadt",
    ]  # fmt: skip
    assert told["Südufer"][0] == "."
    assert told["Südufer"][2].startswith("Gesperrt")
    assert POSITION_RULE in table.notes
    (figure,) = (each for each in report.blocks if isinstance(each, Figure) and "einordnung" in each.anchor)
    assert figure.table == table.anchor
    assert "Südufer" in figure.alternative


def test_the_short_report_has_one_map_and_says_where_the_values_stand():
    """Of two indicators the first that can be drawn; the table stands in the report for the administration."""
    few, of = finding(base=100), finding()
    report = compose([of], audience=Audience.POLITIK, heading=HEADING, boundaries=made.boundaries())
    drawn = [each for each in report.blocks if isinstance(each, Table | Figure) and "einordnung" in each.anchor]
    (figure,) = drawn
    assert isinstance(figure, Figure)
    assert "Südufer" in figure.alternative
    assert "Werte und weitere Karten stehen im Bericht für die Verwaltung." in html.body(report.blocks)
    assert compose([few], audience=Audience.POLITIK, heading=HEADING, boundaries=made.boundaries()).blocks


@pytest.mark.parametrize("audience", Audience)
def test_areas_that_are_not_classified_have_none(audience):
    report = compose([finding(base=100)], audience=audience, heading=HEADING, boundaries=made.boundaries())
    assert not any("einordnung" in each.anchor for each in report.blocks if isinstance(each, Table | Figure))


def test_without_boundaries_or_without_classes_there_is_no_map():
    of = finding()
    assert position_picture(of, placed.placed(of), ()) is None
    few = finding(base=100)
    assert position_picture(few, placed.placed(few), made.boundaries()) is None


def test_areas_keep_the_given_order_and_are_never_ranked():
    turned = finding(now=tuple(reversed(NOW)))
    assert [each.line.area for each in placed.placed(turned)] == list(made.QUARTERS)
    assert Decimal(40) == placed.placed(turned)[0].value.figure.number
