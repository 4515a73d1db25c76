"""Three audiences get the same findings in three forms; only findings go in."""

from dataclasses import replace
from html import escape

import pytest

from mehrklang.assessment import STATE_RULE, TREND_RULE, Movement, TargetState
from mehrklang.catalogue import Perspective
from mehrklang.report import Audience, ReportHeading, compose, html
from mehrklang.report.document import Callout, Figure, Heading, PageBreak, Table, Terms
from tests.factories import findings as made

HEADING = ReportHeading("Integrationsmonitoring", "Beispielstadt", "Ausgabe 2024", "Mai 2024", "Ein *Vorwort*.")


def report(*findings, audience=Audience.VERWALTUNG, **changes):
    return compose(findings, audience=audience, heading=HEADING, **changes)


def blocks(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def said(document):
    return html.body(document.blocks)


def headings(document):
    return [block.text for block in blocks(document, Heading)]


@pytest.fixture
def off_course():
    of = made.definition(code="P-9", name="Wohnfläche", perspective=Perspective.DEFICIT)
    found = made.assessment(TargetState.OFF_COURSE, Movement.FALLING)
    return made.finding(made.line("3 2 1", start=2016, of=of, assessment=found), of=of)


def test_only_findings_are_composed():
    with pytest.raises(TypeError, match="nothing else"):
        report(made.line("1 2 3"))


def test_a_steckbrief_keeps_the_order_of_the_field():
    document = report(made.finding())
    names = [term.name for block in blocks(document, Terms) for term in block.terms]
    wanted = ["Definition", "Relevanz", "Datenquelle", "Merkmal", "Methode", "Brüche", "Datenstand", "Geheimhaltung"]
    assert [name for name in names if name in wanted] == wanted
    sections = [block.text for block in blocks(document, Heading) if block.level == 4]
    assert sections == ["Tabelle", "Diagramm", "Ziel und Bewertung", "Interpretation"]


def test_each_indicator_begins_a_page_for_the_administration():
    second = made.finding(of=made.definition(code="P-2", name="Zweite"))
    document = report(made.finding(), second)
    before = [document.blocks[at - 1] for at, block in enumerate(document.blocks)
              if isinstance(block, Heading) and block.text == "Zweite"]  # fmt: skip
    assert before == [PageBreak()]


def test_the_assessment_tells_rule_target_and_path():
    text = said(report(made.finding()))
    assert text.count(TREND_RULE) == 1
    assert text.count(escape(STATE_RULE)) == 1
    assert "mindestens 3,5\u00a0% bis 2028; Ausgangswert 2,1\u00a0% (2018)" in text
    assert "Auf dem geraden Weg zum Ziel läge der Wert jetzt bei 2,8\u00a0%." in text


def test_the_interpretation_is_dated_and_signed():
    assert "A. Beispiel (Koordination), 02.05.2024; B. Muster (Statistik), 03.05.2024" in said(report(made.finding()))


@pytest.mark.parametrize("audience", Audience)
def test_a_stale_interpretation_is_marked_for_every_audience(audience):
    assert "Interpretation veraltet" in said(report(made.finding(data_version="v2"), audience=audience))
    assert "veraltet" not in said(report(made.finding(), audience=audience))


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_reads_that_groups_are_not_uniform_and_that_nothing_is_an_effect(audience):
    text = said(report(made.finding(), audience=audience))
    assert "in sich verschieden" in text
    assert "Sie belegen nicht, dass eine Maßnahme gewirkt hat" in text


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("state", TargetState)
def test_every_state_is_printed_with_symbol_and_word(audience, state):
    assessed = made.assessment(state, target=made.target())
    text = said(report(made.finding(made.line("1 2", start=2016, assessment=assessed)), audience=audience))
    assert state.symbol in text
    assert state.label in text


def test_the_overview_names_each_indicator_with_value_movement_and_state(off_course):
    table = next(
        block for block in blocks(report(made.finding(), off_course), Table) if "Überblick" not in block.caption
    )
    assert [[row.head, *(cell.text for cell in row.cells[1:])] for row in table.rows] == [
        ["Einbürgerungsquote", "2,7\u00a0% (2023)", "steigend (2016–2023)", "→ auf Kurs"],
        ["Wohnfläche", "1,0\u00a0% (2018)", "fallend (2016–2023)", "△ Abweichung"],
    ]


def test_goals_are_set_beside_their_indicators(off_course):
    document = report(made.finding(), replace(off_course, goals=()))
    table = next(block for block in blocks(document, Table) if block.caption.startswith("Ziele"))
    assert [(row.head, row.cells[0].text) for row in table.rows] == [
        ("Mehr Menschen nehmen alle Bürgerrechte wahr", "Einbürgerungsquote"),
        ("ohne Ziel", "Wohnfläche"),
    ]


def test_politics_reads_what_moved_what_is_off_course_and_who_is_responsible(off_course):
    document = report(made.finding(), off_course, audience=Audience.POLITIK)
    assert [block.word for block in blocks(document, Callout)] == ["Abweichung"]
    text = said(document)
    assert "Zuständig: Einbürgerungsbehörde." in text
    assert "steigend (2016–2023) (gewünschte Richtung)" in text


def test_politics_finds_strengths_beside_deficits(off_course):
    document = report(off_course, made.finding(), audience=Audience.POLITIK)
    assert [block.text for block in blocks(document, Heading) if block.level == 3] == [
        "Stärken",
        "Benachteiligungen und Bedarfe",
    ]


def test_politics_is_told_when_nothing_moved_and_nothing_is_to_be_decided():
    text = said(report(made.finding(made.line("1 2", start=2016)), audience=Audience.POLITIK))
    assert "Kein Indikator zeigt eine belastbare Veränderung." in text
    assert "Kein Indikator mit Ziel weicht von seinem Weg ab." in text


def test_without_a_summary_politics_reads_the_first_paragraph_that_people_wrote():
    told = made.interpretation(summary="", text="Erster Absatz.\n\nZweiter.")
    assert "Erster Absatz." in said(report(made.finding(interpretation=told), audience=Audience.POLITIK))
    long = made.interpretation(summary="", text="Sehr lang. " * 60)
    assert "Siehe den Bericht für die Verwaltung." in said(
        report(made.finding(interpretation=long), audience=Audience.POLITIK)
    )


def test_the_public_reads_question_value_and_chart_first_and_methods_last():
    document = report(made.finding(), audience=Audience.OEFFENTLICHKEIT)
    text = said(document)
    assert text.index("Wie viele der Menschen") < text.index("Der jüngste Wert ist") < text.index("<svg")
    assert text.index("<svg") < text.index("Wie die Zahlen entstehen")
    assert all(table.folded for table in blocks(document, Table))


def test_the_public_is_not_told_not_assessable_without_a_target():
    none = made.assessment(TargetState.NOT_ASSESSABLE)
    document = report(made.finding(made.line("1 2", assessment=none)), audience=Audience.OEFFENTLICHKEIT)
    assert blocks(document, Callout) == []


def test_a_withheld_latest_value_is_said_with_its_reason():
    text = said(report(made.finding(made.line("1 2 .", start=2016)), audience=Audience.OEFFENTLICHKEIT))
    assert "Der jüngste Wert ist 2,0\u00a0% (2017; Ausländerinnen und Ausländer, Beispielstadt)." in text
    assert "Für 2018 steht „.“: Gesperrt zum Schutz einzelner Personen" in text


@pytest.mark.parametrize("audience", Audience)
def test_a_finding_without_lines_is_composed_too(audience):
    assert "Es liegen keine Werte vor." in said(
        report(replace(made.finding(), lines=(), comparison=()), audience=audience)
    )


@pytest.mark.parametrize("audience", Audience)
def test_without_findings_the_report_says_so(audience):
    assert "kein Indikator freigegeben" in said(report(audience=audience))


def test_maps_are_drawn_where_there_are_boundaries():
    document = report(made.by_quarter(), boundaries=made.boundaries())
    assert any("karte" in figure.anchor for figure in blocks(document, Figure))


def test_an_indicator_stands_in_a_report_once():
    with pytest.raises(ValueError, match="anchor"):
        report(made.finding(), made.finding())


def test_the_introduction_comes_first():
    assert headings(report(made.finding()))[0] == "Einleitung"
