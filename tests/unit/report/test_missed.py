"""Missed targets in the reports: in full, short, and plainly; never asked for again where they are recorded."""

from dataclasses import replace
from datetime import date

import pytest

from mehrklang.assessment import TargetState
from mehrklang.assessment.state import DECISION_ASKED
from mehrklang.planning import Consequence, CouncilDecision, MissedTarget
from mehrklang.report import Audience, Finding, ReportHeading, compose, html
from tests.factories import findings as made

RECORD = MissedTarget(
    "PROBE-1", 2028, "Zu wenige Stellen.", Consequence.MEASURE, "Es wird neu ausgeschrieben.",
    decision=CouncilDecision("Rat der Stadt", date(2029, 3, 1), "VO/7"), by="A. Muster", day=date(2029, 3, 2),
)  # fmt: skip


def missed(*records: MissedTarget) -> Finding:
    found = made.assessment(TargetState.FAR_OFF_COURSE, decision_due=True, reason=f"2029: 3,0 %. {DECISION_ASKED}")
    return replace(made.finding(made.line("2 3", start=2028, assessment=found)), missed=records)


def said(finding: Finding, audience: Audience) -> str:
    return html.body(compose([finding], audience=audience, heading=ReportHeading("P", "S", "1", "Mai")).blocks)


@pytest.mark.parametrize("audience", Audience)
def test_reason_and_decision_are_printed_for_everybody(audience: Audience) -> None:
    text = said(missed(RECORD), audience)
    assert "Zu wenige Stellen." in text
    assert "it einer Maßnahme gegensteuern" in text
    assert DECISION_ASKED not in text


def test_the_administration_reads_council_and_author() -> None:
    text = said(missed(RECORD), Audience.VERWALTUNG)
    assert "Beschluss: Rat der Stadt, 01.03.2029, VO/7." in text
    assert "Festgehalten von A. Muster am 02.03.2029." in text


def test_politics_reads_the_council_and_not_the_details() -> None:
    text = said(missed(RECORD), Audience.POLITIK)
    assert "(Rat der Stadt, 01.03.2029, VO/7)" in text
    assert "Es wird neu ausgeschrieben." not in text
    assert "A. Muster" not in text


def test_the_public_reads_it_as_question_and_answer() -> None:
    text = said(missed(RECORD), Audience.OEFFENTLICHKEIT)
    assert "Warum? Zu wenige Stellen. Wie geht es weiter? Mit einer Maßnahme gegensteuern." in text


@pytest.mark.parametrize("audience", Audience)
def test_what_is_not_recorded_is_said_to_be_open(audience: Audience) -> None:
    text = said(missed(), audience)
    open_words = ("noch nicht festgehalten", "wird noch geklärt")
    assert any(word in text for word in open_words)


def test_a_reason_without_a_decision_says_so() -> None:
    for audience in Audience:
        assert "noch nicht entschieden" in said(missed(replace(RECORD, consequence=None)), audience)


def test_the_record_of_another_year_is_history_for_the_administration_alone() -> None:
    earlier = replace(RECORD, year=2020)
    assert "Ziel 2020 nicht erreicht" in said(missed(earlier), Audience.VERWALTUNG)
    assert "Zu wenige Stellen." not in said(missed(earlier), Audience.OEFFENTLICHKEIT)


def test_without_a_missed_target_nothing_is_said() -> None:
    for audience in Audience:
        assert "nicht erreicht" not in said(made.finding(), audience)


def _of_a_quarter(*records: MissedTarget) -> Finding:
    """The town's own target is on its way; that of a quarter was missed in 2028."""
    found = made.assessment(TargetState.FAR_OFF_COURSE, decision_due=True, reason="2029: 3,0 %.")
    quarter = made.line("2 3", start=2028, area=made.QUARTERS[0], assessment=found)
    own = made.line("4 5", start=2028, assessment=made.assessment(TargetState.ON_COURSE))
    return replace(made.finding(own, quarter), missed=records)


@pytest.mark.parametrize("audience", Audience)
def test_the_missed_target_of_an_area_is_told_to_everybody(audience: Audience) -> None:
    """With the name of the area, its reason and its decision; another area's record is not taken for it."""
    name = made.QUARTERS[0].name
    own = replace(RECORD, area=made.QUARTERS[0].key)
    text = said(_of_a_quarter(own), audience)
    assert name in text
    assert "Zu wenige Stellen." in text
    other = said(_of_a_quarter(replace(RECORD, area=made.QUARTERS[1].key)), audience)
    assert audience is Audience.VERWALTUNG or "Zu wenige Stellen." not in other
    assert name in other
    assert any(word in other for word in ("noch nicht festgehalten", "wird noch geklärt", "Ziel 2028 nicht erreicht"))
