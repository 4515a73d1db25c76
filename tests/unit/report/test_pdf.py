"""The PDF exit: deterministic, and safe for every text that people write."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from mehrklang.assessment import TargetState
from mehrklang.report import Audience, ReportHeading, compose, pdf
from tests.factories import findings as made

MOMENT = datetime(2024, 5, 6, tzinfo=UTC)


def rendered(finding, *, title="Monitoring", audience=Audience.POLITIK):
    document = compose([finding], audience=audience, heading=ReportHeading(title, "Stadt", "2024", "Mai"))
    return pdf.render(document, created=MOMENT)


def test_the_same_document_gives_the_same_bytes():
    assert rendered(made.finding()) == rendered(made.finding())


def test_the_moment_needs_a_time_zone():
    document = compose([], audience=Audience.POLITIK, heading=ReportHeading("t", "", "", ""))
    with pytest.raises(ValueError, match="time zone"):
        pdf.render(document, created=datetime(2024, 5, 6))  # noqa: DTZ001 — that is what is refused


def test_no_text_is_read_as_markup():
    nasty = '#panic("x") *fett* $x$ \\ <label> @ref [a] ] = Titel // weg /* weg */ `roh` "'
    finding = made.finding(
        made.line("1 2", label=nasty),
        of=made.definition(name=nasty, question=nasty, method=nasty),
        interpretation=made.interpretation(text=nasty, summary=nasty),
        why=nasty,
    )
    assert rendered(finding, title=nasty, audience=Audience.VERWALTUNG)


def test_letters_without_a_glyph_are_named_by_their_code():
    assert pdf._displayable("Ağca 漢 😀 العربية Привет ✓") == "Ağca [U+6F22] [U+1F600] العربية Привет ✓"
    assert rendered(made.finding(), title="Fest 😀")


def test_the_title_and_the_moment_stand_in_the_file():
    with pikepdf.open(BytesIO(rendered(made.finding()))) as opened:
        assert str(opened.docinfo["/Title"]) == "Monitoring"
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20240506")


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_and_an_empty_report_are_set(audience):
    empty = compose([], audience=audience, heading=ReportHeading("Leer", "", "", ""))
    assert pdf.render(empty, created=MOMENT).startswith(b"%PDF-1.7")
    assert rendered(made.by_quarter(), audience=audience)


def test_politics_reads_no_more_than_four_pages_of_a_whole_core_set():
    """Twenty indicators, half of them off their course, each with a summary of two sentences."""
    summary = "2024: 60,1 % (7.885 von 13.120). Das ist weniger als zu Beginn des Vergleichs (2010: 71,2 %)."
    states = (TargetState.OFF_COURSE, TargetState.ON_COURSE)
    reason = "2024: 38,0 %; Ziel: ≤ 31,0 % bis 2029. Der Zielpfad sieht für 2024 36,1 % vor. Zuständig: Jugendamt."
    findings = [
        made.finding(
            made.line("2 3 4 5 6 7", assessment=made.assessment(states[at % 2], reason=reason)),
            of=made.definition(code=f"PROBE-{at}", name=f"Schülerinnen und Schüler am Gymnasium {at}"),
            interpretation=made.interpretation(f"PROBE-{at}", summary=summary, text=summary),
        )
        for at in range(20)
    ]
    document = compose(findings, audience=Audience.POLITIK, heading=ReportHeading("M", "Stadt", "2024", "Mai"))
    with pikepdf.Pdf.open(BytesIO(pdf.render(document, created=MOMENT))) as opened:
        assert 2 <= len(opened.pages) <= 4
