"""The Monitoringkonzept in its three forms: all that was answered stands in it, and what is open is said."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from mehrklang.planning import Adoption, Answer, Concept, CouncilDecision, Phase, PlannedPhase
from mehrklang.planning.concept import Entry, OpenPoint
from mehrklang.planning.questions import questions
from mehrklang.report import ReportHeading, html, pdf
from mehrklang.report import docx as word
from mehrklang.report.concept_paper import Appendix, CoreLine, GoalLine, compose_concept
from mehrklang.report.document import Bullets, Document, Figure, Paragraph, Table, Term, Terms
from tests.factories.planning import concepts

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
HEADING = ReportHeading("Konzept des Monitorings", "Kreis", "Ausgabe 2026", "Stand 1. Mai 2026", "")
CONCEPT = Concept(
    (
        Answer("zweck", "Überblick.\n\nEntscheidungen <b>.", author="A", office="Koordination", day=date(2026, 4, 1)),
        Answer("stunden", entries=(Entry("Statistik", "Daten", Decimal(120)), Entry("Integration", "", Decimal(80)))),
        Answer("gruppen", open_point=OpenPoint("mit dem Beirat klären", "Koordination", date(2026, 9, 1))),
    ),
    (Adoption(CouncilDecision("Kreistag", date(2026, 4, 30), "VO/1"), 2),),
)
APPENDIX = Appendix(
    (GoalLine("Teilhabe", "Recht"),), (CoreLine("Einbürgerungsquote", "Rechte"),), (PlannedPhase(Phase.REVIEW),)
)


def composed(concept=CONCEPT):
    return compose_concept(concept, heading=HEADING, appendix=APPENDIX)


def opened(document):
    return docx.Document(io.BytesIO(word.render(document, created=NOW)))


def test_every_question_stands_in_the_paper_and_what_is_open_is_said():
    text = html.render(composed())
    assert [each.title for each in questions() if each.title not in text] == []
    assert "mit dem Beirat klären. Zuständig: Koordination. Bis 01.09.2026." in text
    assert text.count("Noch nicht beantwortet.") == 2 * (len(questions()) - 3)
    assert "Entscheidungen &lt;b&gt;." in text


def test_hours_are_added_up():
    table = next(each for each in composed().blocks if isinstance(each, Table) and each.anchor == "tabelle-stunden")
    assert [row.cells[1].text for row in table.rows] == ["120", "80", "200"]


def test_only_the_version_that_was_adopted_calls_itself_adopted():
    assert "Diese Fassung ist nicht beschlossen. Zuletzt beschlossen: Kreistag" in html.render(composed())
    adopted = html.render(composed(CONCEPT.at(2)))
    assert "Kreistag, 30.04.2026, VO/1." in adopted
    assert "nicht beschlossen" not in adopted


def test_the_pdf_is_tagged_and_german():
    with pikepdf.open(io.BytesIO(pdf.render(composed(), created=NOW))) as file:
        assert str(file.Root.Lang) == "de-DE"
        assert "/StructTreeRoot" in file.Root
        assert str(file.docinfo["/Title"]) == HEADING.title


def test_the_word_file_has_real_headings_heads_of_tables_language_and_title():
    file = opened(composed())
    headings = {each.text: each.style.name for each in file.paragraphs if each.style.name.startswith("Heading")}
    assert headings["Warum"] == "Heading 1"
    assert headings[questions()[0].title] == "Heading 2"
    assert file.core_properties.title == HEADING.title
    assert file.core_properties.language == "de-DE"
    assert {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))} == {"de-DE"}
    assert len(file.tables) == 5
    assert all(list(table.rows[0]._tr.iter(qn("w:tblHeader"))) for table in file.tables)


def test_the_word_file_holds_every_kind_of_block():
    """A picture carries its text alternative; inner lists and terms are there."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><rect width="8" height="4"/></svg>'
    inner = Bullets(((Paragraph.of("innen"),),), ordered=True)
    blocks = (
        Figure("f", "Bild", svg, svg, "Ein Rechteck."),
        Bullets(((Paragraph.of("außen"), inner),)),
        Terms((Term("Wort", (Paragraph.of("Sinn\x07", small=True),)),)),
    )
    plain = composed()
    file = opened(Document(plain.title, "", "", "", plain.audience, blocks))
    assert [each.get("descr") for each in file.element.iter(qn("wp:docPr"))] == ["Ein Rechteck."]
    assert [each.text for each in file.paragraphs][-4:] == ["außen", "1. innen", "Wort", "Sinn"]


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        word.render(composed(), created=NOW.replace(tzinfo=None))


@settings(max_examples=15, deadline=None)
@given(concept=concepts())
def test_any_concept_becomes_a_paper(concept):
    """Whatever letters an answer holds, each exit writes it."""
    document = composed(concept)
    assert html.render(document)
    assert opened(document).paragraphs
