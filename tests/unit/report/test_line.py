"""The line chart keeps the rules of the field: breaks, gaps, signs, targets, comparison."""

import re
from itertools import pairwise

from mehrklang.assessment import TargetState
from mehrklang.report.charts import Size, line
from mehrklang.report.charts.plan import Plan
from tests.factories import findings as made
from tests.factories.pictures import corners, elements, notes, parse, texts


def chart(*lines, size=Size.WIDE, **changes):
    finding = made.finding(*lines, **changes)
    return line.draw(finding, [*finding.lines, *finding.comparison], size=size, name="probe")


def own(numbers, **changes):
    return made.line(numbers, **changes)


def runs(svg, hook="s1"):
    """How many values each drawn line joins (the leader to the label has three corners and is the last)."""
    return [len(found) for found in corners(svg, hook)][:-1]


def test_no_line_is_drawn_across_a_break():
    svg = chart(own("1 2 3 4 5 6 7 8", start=2012))  # the break of the definition lies at 2016
    assert runs(svg) == [4, 4]
    assert "Bruch ab 2016" in texts(svg)


def test_without_a_break_one_line_joins_all_values():
    svg = chart(own("1 2 3 4 5 6 7 8", start=2012, of=made.definition(breaks=())), of=made.definition(breaks=()))
    assert runs(svg) == [8]
    assert not any("Bruch" in text for text in texts(svg))


def test_a_break_outside_the_series_is_not_marked():
    assert not any("Bruch" in text for text in texts(chart(own("1 2 3", start=2017))))


def test_a_break_of_another_area_does_not_cut():
    there = made.definition(breaks=(made.replace(made.BREAK, areas=("elsewhere",)),))
    assert runs(chart(own("1 2 3 4 5 6", start=2013, of=there), of=there)) == [6]


def test_a_missing_number_is_a_gap_with_its_sign_and_its_reason():
    svg = chart(own("1 2 . 4 / 6 7", start=2016))
    assert runs(svg) == [2, 2]  # the single 4 has a marker and no line
    assert [text for text in texts(svg) if text in {".", "/"}] == [".", "/"]
    assert any(note.startswith("2018: . – Gesperrt") for note in notes(svg))


def test_a_single_value_between_gaps_keeps_its_marker():
    svg = chart(own(". 4 .", start=2016))
    assert any(note == "2017: 4,0\u00a0%" for note in notes(svg))


def test_limited_values_are_hollow_and_in_brackets():
    svg = chart(own("1 (2) 3", start=2016))
    hollow = [circle for circle in elements(svg, "circle", "s1") if circle.get("class") == "paper"]
    assert [next(iter(circle)).text for circle in hollow] == ["2017: (2,0)\u00a0%"]


def test_comparison_lines_are_dashed_and_the_first_own_line_is_not():
    svg = chart()
    assert elements(svg, "polyline", "s1")[0].get("stroke-dasharray") is None
    assert elements(svg, "polyline", "c1")[0].get("stroke-dasharray")


def test_six_series_differ_in_marker_and_dash_without_colour():
    lines = [own("1 2 3", start=2016, group=str(at), label=f"Gruppe {at}") for at in range(6)]
    finding = made.finding(*lines)
    styles = {(each.style.marker, each.style.dash) for each in Plan.of(finding, finding.lines).curves}
    assert len({marker for marker, _ in styles}) == len({dash for _, dash in styles}) == 6


def test_the_target_is_named_with_its_year_and_the_path_begins_at_the_base():
    svg = chart()
    assert {"Ziel 2028", "mindestens 3,5\u00a0%", "2028"} <= set(texts(svg))
    assert len(elements(svg, "line", "target")) == 1


def test_no_path_to_the_target_leads_across_a_break():
    target = made.target(base_year=2014)
    svg = chart(own("1 2 3 4 5 6 7", start=2012, assessment=made.assessment(target=target)))
    assert elements(svg, "line", "target") == []


def test_thresholds_are_drawn_and_named():
    target = made.target(warn=made.Decimal("2.5"), act=made.Decimal("1.5"))
    line_with_target = own("2 2 3", start=2016, assessment=made.assessment(target=target))
    assert {"Warnwert 2,5\u00a0%", "Eingriffswert 1,5\u00a0%"} <= set(texts(chart(line_with_target)))
    narrow = texts(chart(line_with_target, size=Size.NARROW))
    assert {"Warnwert: 2,5\u00a0%", "Eingriffswert: 1,5\u00a0%", "Ziel 2028: mindestens 3,5\u00a0%"} <= set(narrow)


def test_the_axis_of_a_share_begins_at_zero():
    assert "0" in texts(chart(own("80 81 82", start=2016)))


def test_an_axis_that_does_not_begin_at_zero_says_so():
    years = made.definition(unit=made.Unit.YEARS)
    svg = chart(own("41 42 43", start=2016, of=years), of=years)
    assert "Jahre, Achse beginnt nicht bei null" in texts(svg)


def test_a_series_without_any_number_is_named_as_such():
    for size in Size:
        svg = chart(own("1 2 3", start=2016), own(". . .", start=2016, group="b", label="Andere"), size=size)
        assert any("Andere: kein Wert" in text for text in texts(svg))


def test_direct_labels_do_not_touch_and_stay_in_the_picture():
    lines = [own(f"3 3 3.0{at}", start=2016, group=str(at), label=f"Gruppe Nummer {at}") for at in range(6)]
    svg = chart(*lines)
    height = float(parse(svg).get("viewBox").split()[3])
    names = [e for at in range(6) for e in elements(svg, "text", f"s{at + 1}")]
    baselines = sorted(float(e.get("y")) for e in names)
    assert all(b - a >= 13 for a, b in pairwise(baselines))
    assert baselines[0] > 0
    assert baselines[-1] < height


def test_the_same_finding_gives_the_same_bytes():
    assert chart() == chart()


def test_the_picture_has_a_name_and_a_description_with_unique_ids():
    root = parse(chart())
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == ids == ["probe-titel", "probe-text"]


def test_nothing_breaks_a_strict_content_security_policy():
    hostile = '<script>alert(1)</script>" onload="x'
    svg = chart(own("1 2 3", start=2016, label=hostile), own("1 2 2", start=2016, group="b", label="b"))
    root = parse(svg)
    assert not any(
        "style" in element.attrib or any(key.startswith("on") for key in element.attrib) for element in root.iter()
    )
    assert {element.tag.split("}")[1] for element in root.iter()}.isdisjoint({"style", "script", "foreignObject"})
    assert not re.search(r"(?:href|url)\s*[=(]\s*[\"']?(?!#)", svg)
    assert any("<script>" in text for text in texts(svg))  # escaped, shown as text


def test_a_state_without_a_target_draws_none():
    svg = chart(own("1 2 3", start=2016, assessment=made.assessment(TargetState.NOT_ASSESSABLE)))
    assert elements(svg, "g", "target") == []
