"""Provisional and revised values carry their letter and their words out of every exit."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from mehrklang.indicators import Earlier
from mehrklang.report import Audience, ReportHeading, charts, compose, csv, docx, html, pdf
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Figure, Finality
from tests.factories import findings as made
from tests.factories.pictures import texts
from tests.house.test_exits import cells, opened, words_of

MOMENT = datetime(2024, 5, 6, tzinfo=UTC)
FORMER = Earlier(Figure.of(Decimal("7.1")), Finality.PROVISIONAL)


@pytest.fixture
def finding() -> Finding:
    """2017 estimated, 2018 final and revised from 7,1, 2019 provisional."""
    line = made.line("1.5 2.5 8.4 9.2", start=2016)
    old, estimated, revised, provisional = line.series.values
    values = (
        old,
        replace(estimated, lineage=replace(estimated.lineage, finality=Finality.ESTIMATED)),
        replace(revised, lineage=replace(revised.lineage, finality=Finality.FINAL), before=FORMER),
        replace(provisional, lineage=replace(provisional.lineage, finality=Finality.PROVISIONAL)),
    )
    return made.finding(replace(line, series=replace(line.series, values=values)))


@pytest.mark.parametrize("audience", Audience)
def test_text_and_tables_of_every_report_say_what_is_not_final(finding, audience, tmp_path):
    report = compose([finding], audience=audience, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))
    printed = words_of(pdf.render(report, created=MOMENT), tmp_path / "a.pdf")
    for text in (html.render(report), printed):
        assert re.search(r"9,2\s*%?,?\s*(p\b|vorläufig)", text)
        assert "vorläufige Zahl" in text


def test_the_full_report_says_what_a_revised_value_was(finding, tmp_path):
    report = compose([finding], audience=Audience.VERWALTUNG, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))
    printed = " ".join(words_of(pdf.render(report, created=MOMENT), tmp_path / "a.pdf").split())
    document = opened(docx.render(report, created=MOMENT))
    word = [cell.text for table in document.tables for cell in cells(table)]
    assert {"2,5\xa0s", "8,4\xa0r", "9,2\xa0p", "1,5"} <= set(word)
    noted = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for text in (html.render(report), printed, noted):
        assert re.search("2018: berichtigt: vorher 7,1\\s%\\s\\(vorläufig\\)", text)


def test_chart_and_text_alternative_say_it_in_both_sizes(finding):
    (picture,) = charts.pictures(finding)
    for svg in (picture.wide, picture.narrow):
        assert {"p", "r", "s"} <= set(texts(svg))
        assert "vorläufige Zahl" in " ".join(texts(svg))
    assert "Vorläufig: 2019. Berichtigt: 2018. Geschätzt: 2017." in picture.alternative


def test_a_chart_of_one_period_marks_the_rows(finding):
    quarters = made.by_quarter("12.5 18.0 . 9.4 (31.2) 14.1")
    first = next(line for line in quarters.lines if line.area in made.QUARTERS)
    values = tuple(
        replace(each, lineage=replace(each.lineage, finality=Finality.PROVISIONAL)) for each in first.series.values
    )
    changed = replace(first, series=replace(first.series, values=values))
    marked = replace(quarters, lines=tuple(changed if line is first else line for line in quarters.lines))
    for picture in charts.pictures(marked, made.boundaries()):
        assert re.search(rf"{first.area.name}: 12,5\s% \(vorläufig\)\.", picture.alternative)
        assert "p = vorläufig" in " ".join(texts(picture.wide))
        assert f"{first.area.name} (p)" in picture.wide


def test_the_csv_file_has_state_and_former_value(finding):
    head, *rows = [line.split(";") for line in csv.render([finding]).splitlines()]
    at = head.index("ergebnisstand")
    assert [row[at : at + 3] for row in rows] == [
        ["nicht angegeben", "", ""],
        ["geschätzt", "", ""],
        ["endgültig", "7,1", "vorläufig"],
        ["vorläufig", "", ""],
    ]
