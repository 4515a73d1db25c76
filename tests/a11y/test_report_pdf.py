"""The PDF export is tagged: language, title, headings, pictures with words, tables with heads."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from mehrklang.report import Audience, ReportHeading, compose, pdf
from tests.factories import findings as made

OTHER = made.definition(code="P-9", name="Wohnfläche", perspective=made.Perspective.DEFICIT)


@pytest.fixture(scope="module", params=Audience, ids=lambda audience: audience.value)
def opened(request):
    findings = [made.finding(), made.by_quarter(), made.gap()]
    off = made.assessment(made.TargetState.OFF_COURSE)
    findings.append(made.finding(made.line("3 2 1", of=OTHER, assessment=off), of=OTHER))
    heading = ReportHeading("Monitoring", "Stadt", "2024", "Mai")
    document = compose(findings, audience=request.param, heading=heading, boundaries=made.boundaries())
    return pikepdf.open(BytesIO(pdf.render(document, created=datetime(2024, 5, 6, tzinfo=UTC))))


def nodes(node):
    """All elements of the tag tree, in reading order."""
    if isinstance(node, Array):
        for child in node:
            yield from nodes(child)
    elif isinstance(node, Dictionary) and Name.S in node:
        yield node
        if Name.K in node:
            yield from nodes(node.K)


def tagged(opened, *names):
    return [node for node in nodes(opened.Root.StructTreeRoot.K) if str(node.S) in names]


def scope(cell):
    attributes = cell.get(Name.A)
    found = [each for each in (attributes if isinstance(attributes, Array) else [attributes]) if each is not None]
    return next((str(each.Scope) for each in found if Name.Scope in each), None)


def test_language_title_and_marks_are_set(opened):
    assert str(opened.Root.Lang) == "de-DE"
    assert bool(opened.Root.MarkInfo.Marked)
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Monitoring"


def test_there_are_bookmarks_for_the_headings(opened):
    with opened.open_outline() as outline:
        assert len(outline.root) >= 4


def test_every_picture_has_its_words(opened):
    figures = tagged(opened, "/Figure")
    assert len(figures) == (1 if "Politik" in str(opened.docinfo["/Subject"]) else 6)
    assert all("Einheit: Prozent" in str(figure.Alt) for figure in figures)


def test_every_row_of_a_body_begins_with_a_row_head_and_every_head_has_a_scope(opened):
    bodies = tagged(opened, "/TBody")
    assert bodies
    rows = [row for body in bodies for row in nodes(body.K) if Name.TR == row.S]
    firsts = [next(iter(nodes(row.K))) for row in rows]
    assert {str(cell.S) for cell in firsts} == {"/TH"}
    assert {scope(cell) for cell in firsts} == {"/Row"}
    heads = [cell for head in tagged(opened, "/THead") for cell in nodes(head.K) if Name.TH == cell.S]
    assert {scope(cell) for cell in heads} == {"/Column"}


def test_headings_do_not_skip_a_level(opened):
    levels = [int(str(node.S)[2:]) for node in tagged(opened, *(f"/H{level}" for level in range(1, 7)))]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
