"""Measures as events: numbered alike in chart, words and table; never with a claim of effect."""

from dataclasses import replace
from datetime import date

import pytest

from mehrklang.planning import Measure, MeasureState
from mehrklang.planning.measure import NO_CLAIM
from mehrklang.report import Audience, Finding, ReportHeading, charts, compose, html
from mehrklang.report.events import dated, event_tables, events
from tests.factories import findings as made
from tests.factories.pictures import elements, notes, parse, texts

MEASURES = (
    Measure("offen", "Ohne Datum"),
    Measure("spaet", "Zweite Stelle", state=MeasureState.DONE, begins=date(2020, 1, 1), ends=date(2021, 12, 31)),
    Measure("frueh", "Lotsen", state=MeasureState.RUNNING, begins=date(2018, 3, 1), responsible="Amt"),
    Measure("vorher", "Kampagne", state=MeasureState.DONE, begins=date(2001, 1, 1), ends=date(2002, 1, 1)),
)


def finding(*measures: Measure) -> Finding:
    return replace(made.finding(), measures=measures or MEASURES)


def test_they_are_numbered_by_their_beginning_and_those_without_one_come_last() -> None:
    assert [each.told for each in events(finding())] == [
        "M1 Kampagne (abgeschlossen, ab 01.01.2001 bis 01.01.2002)",
        "M2 Lotsen (laufend, ab 01.03.2018)",
        "M3 Zweite Stelle (abgeschlossen, ab 01.01.2020 bis 31.12.2021)",
        "M4 Ohne Datum (geplant)",
    ]
    assert [each.number for each in dated(finding())] == [1, 2, 3]


@pytest.mark.parametrize("side", ["wide", "narrow"])
def test_the_chart_over_time_shows_those_that_lie_in_its_years(side: str) -> None:
    picture = charts.pictures(finding())[0]
    svg = getattr(picture, side)
    assert parse(svg) is not None
    assert {"M2", "M3"} <= set(texts(svg))
    assert not {"M1", "M4"} & set(texts(svg))
    assert "M2 Lotsen (laufend, ab 01.03.2018)" in notes(svg)


def test_the_row_of_a_measure_lies_between_its_dates() -> None:
    """Two years on an axis that says where 2020 and 2022 lie."""
    svg = charts.pictures(finding(MEASURES[1]))[0].wide
    (group,) = (each for each in elements(svg, "g") if each.find("{*}title") is not None
                and (each.find("{*}title").text or "").startswith("M1 "))  # fmt: skip
    row = group.find("{*}line")
    assert row is not None
    ticks = {text: float(x) for x, text in _labels(svg)}
    year = (ticks["2023"] - ticks["2019"]) / 4
    assert float(row.get("x1", 0)) == pytest.approx(ticks["2019"] + year, abs=0.5)
    assert float(row.get("x2", 0)) == pytest.approx(ticks["2019"] + 3 * year, abs=0.5)


def _labels(svg: str) -> list[tuple[str, str]]:
    return [(each.get("x", "0"), each.text or "") for each in elements(svg, "text") if (each.text or "").isdigit()]


def test_the_words_of_the_chart_name_them_and_claim_no_effect() -> None:
    said = charts.pictures(finding())[0].alternative
    assert "Maßnahmen als Ereignisse, ohne Aussage über eine Wirkung: M1 Kampagne" in said
    assert "Ereignisse" not in charts.pictures(made.finding())[0].alternative


def test_the_table_has_all_of_them_and_says_that_no_effect_is_read_off() -> None:
    (table,) = event_tables(finding())
    assert [row.head for row in table.rows] == ["M1 Kampagne", "M2 Lotsen", "M3 Zweite Stelle", "M4 Ohne Datum"]
    assert [cell.text for cell in table.rows[1].cells] == ["laufend", "ab 01.03.2018", "Amt"]
    assert table.notes == (NO_CLAIM,)
    assert list(event_tables(made.finding())) == []


@pytest.mark.parametrize("audience", [Audience.VERWALTUNG, Audience.OEFFENTLICHKEIT])
def test_the_reports_with_charts_hold_the_table(audience: Audience) -> None:
    report = compose([finding()], audience=audience, heading=ReportHeading("P", "S", "1", "Mai"))
    text = html.body(report.blocks)
    assert "M4 Ohne Datum" in text
    assert NO_CLAIM in text


def test_a_chart_without_measures_is_as_high_as_before() -> None:
    """Nothing is kept free for events that are not there."""
    plain, without_dates = made.finding(), finding(MEASURES[0])
    assert charts.pictures(plain)[0].wide == charts.pictures(without_dates)[0].wide
