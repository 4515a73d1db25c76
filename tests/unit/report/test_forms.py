"""Bars, dots, gaps and the map: given order, signs, patterns, north up."""

from decimal import Decimal

import pytest

from mehrklang.report.charts import Size, bar, dot, gap
from mehrklang.report.charts import map as choropleth
from mehrklang.report.charts.classes import Classes
from mehrklang.vocabulary import Boundary, Period, Unit
from tests.factories import findings as made
from tests.factories.pictures import elements, notes, parse, texts

YEAR = Period.year_of(2023)


@pytest.fixture
def quarters():
    return made.by_quarter("12.5 18.0 . 9.4 (31.2) …")


def drawn(form, finding, size=Size.WIDE):
    return form.draw(finding, finding.lines, period=YEAR, size=size, name="probe")


@pytest.mark.parametrize("size", Size)
def test_bars_keep_the_given_order_and_are_not_ranked(quarters, size):
    names = [area.name for area in made.QUARTERS]
    found = [text for text in texts(drawn(bar, quarters, size)) if text in names]
    assert found == names


def test_bars_show_signs_brackets_and_reasons(quarters):
    svg = drawn(bar, quarters)
    assert {".", "…", "(31,2)", "9,4"} <= set(texts(svg))
    assert "Die Quelle kündigt den Wert für später an." in notes(svg)
    assert len(elements(svg, "rect", "s1")) == 7  # five bars and two frames of signs


def test_the_length_of_a_bar_is_proportional_to_its_number(quarters):
    bars = [float(e.get("width")) for e in elements(drawn(bar, quarters), "rect", "s1") if e.get("height") == "15"]
    assert bars[1] / bars[0] == pytest.approx(12.5 / 15.3, abs=0.001)


def test_a_negative_number_reaches_to_the_other_side_of_zero():
    change = made.definition(unit=Unit.PERCENT_CHANGE)
    finding = made.finding(*(made.line(n, start=2023, of=change, group=n, label=n) for n in ("-4", "6")), of=change)
    svg = drawn(bar, finding)
    left, right = (e for e in elements(svg, "rect", "s1"))
    assert float(left.get("x")) + float(left.get("width")) == pytest.approx(float(right.get("x")), abs=0.01)
    assert "−4,0" in texts(svg)


def test_a_gap_names_its_distance_in_percentage_points():
    assert "11,3\u00a0Prozentpunkte" in texts(drawn(gap, made.gap()))


def test_a_gap_with_a_withheld_side_has_no_distance():
    one = made.gap()
    hidden = made.line(".", start=2023, of=one.definition, group="ohne", label="ohne Einwanderungsgeschichte")
    svg = drawn(gap, made.finding(one.lines[0], hidden, of=one.definition))
    assert not any("Prozentpunkte" in text for text in texts(svg))
    assert "." in texts(svg)


def test_a_gap_of_three_groups_is_refused():
    lines = [made.line("1", start=2023, group=str(at)) for at in range(3)]
    with pytest.raises(ValueError, match="two groups"):
        drawn(gap, made.finding(*lines))


def test_dots_show_each_group_with_its_own_marker():
    years = made.definition(unit=Unit.YEARS)
    lines = [made.line(n, start=2023, of=years, group=n, label=f"Gruppe {n}") for n in ("40", "41", "42")]
    svg = drawn(dot, made.finding(*lines, of=years))
    assert {"40,0\u00a0Jahre", "41,0\u00a0Jahre", "42,0\u00a0Jahre"} <= set(notes(svg))
    assert {f"Gruppe {n}" for n in (40, 41, 42)} <= set(texts(svg))


def mapped(finding, boundaries=None):
    return choropleth.draw(finding, boundaries or made.boundaries(), period=YEAR, size=Size.WIDE, name="probe")


def test_every_area_of_the_map_carries_its_name_and_figure(quarters):
    found = notes(mapped(quarters))
    assert "Altstadt: 12,5\u00a0%" in found
    assert any(note.startswith("Nordstadt: . – Gesperrt") for note in found)


def test_withheld_and_missing_areas_have_patterns_and_no_class(quarters):
    fills = {e.get("fill") for e in elements(mapped(quarters), "path") if e.get("class") == "absent"}
    assert fills == {"url(#probe-gesperrt)", "url(#probe-fehlt)"}


def test_a_boundary_without_a_line_is_not_delivered_rather_than_zero(quarters):
    more = (*made.boundaries(), Boundary("beispiel:99", (((8.1, 52), (8.2, 52), (8.2, 52.1), (8.1, 52)),)))
    assert any("liegt keine Lieferung vor" in note for note in notes(mapped(quarters, more)))


def test_north_is_up(quarters):
    paths = {next(iter(e)).text.split(":")[0]: e.get("d") for e in elements(mapped(quarters), "path") if len(e)}
    upper = {name: min(float(p.split()[1].split("L")[0]) for p in d[1:-1].split("L")) for name, d in paths.items()}
    assert upper["Siedlung am Wald"] < upper["Altstadt"]  # the second row of squares lies further north


def test_a_map_without_any_number_has_no_classes():
    svg = mapped(made.by_quarter(". . . . . ."))
    assert not any("bis" in text for text in texts(svg))
    assert parse(svg) is not None


@pytest.mark.parametrize("numbers", [(9.4, 31.2), (0, 100), (3, 3), (0.01, 0.02), (-4, 7), (99, 101), (1234, 98765)])
def test_classes_are_five_at_most_equally_wide_and_hold_every_number(numbers):
    low, high = (Decimal(str(n)) for n in numbers)
    unit = Unit.RATIO if high < 1 else Unit.PERCENT
    classes = Classes.of([low, high], unit)
    widths = {b - a for a, b in zip(classes.limits, classes.limits[1:], strict=False)}
    assert len(widths) == 1
    assert 1 <= len(classes.labels) <= 5
    assert 0 <= classes.index(low) <= classes.index(high) < len(classes.labels)
    assert classes.limits[0] <= low
    assert high <= classes.limits[-1]


def test_a_number_counts_in_its_class_as_it_is_printed():
    classes = Classes.of([Decimal(10), Decimal(30)], Unit.PERCENT)
    lower = classes.limits[1]
    assert classes.index(lower - Decimal("0.04")) == classes.index(lower)
