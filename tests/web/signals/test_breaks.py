"""A proposed break cuts nothing until both offices confirm it with a document; then it is the office's own."""

import pytest
from django.urls import reverse

from mehrklang.assessment.breaks import BreakProposal
from mehrklang.catalogue import Break, BreakKind
from mehrklang_web.audit.models import Entry
from mehrklang_web.people.models import Role
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run
from mehrklang_web.selection.catalogue import own_breaks
from mehrklang_web.signals import actions, queries
from mehrklang_web.signals.forms import KINDS
from mehrklang_web.signals.models import BreakStage, ProposedBreak

KO, ST, FB = Role.COORDINATION, Role.STATISTICS, Role.DEPARTMENT
JUMP = BreakProposal(2022, BreakKind.DEFINITION, "Sprung von 22,0 auf 25,0 %.", (), "anteil-a")
WRITTEN = {"kind": "erhebung", "text": "neuer Fragebogen", "source": "Landesamt, Schreiben vom 3.4.2023"}


def keep(edition, account, *proposals):
    actions.keep_proposals(run=latest_run(edition), proposals=proposals, by=account(ST))


@pytest.fixture
def proposal(edition, account):
    keep(edition, account, JUMP)
    return ProposedBreak.objects.get()


def address(name, proposal):
    return reverse(f"signals:{name}", args=[proposal.pk])


def test_it_says_indicator_year_and_why_and_changes_nothing(proposal, edition, account, browse):
    assert (proposal.name, proposal.first_year, proposal.stage) == ("Anteil A", 2022, BreakStage.OPEN)
    actions.freeze(edition=edition, by=account(ST))
    assert own_breaks(edition) == {}
    assert all(not row.to_value().definition.breaks for row in Result.objects.filter(run=latest_run(edition)))


def test_freezing_looks_for_proposals_and_finds_none_in_five_years(edition, account):
    actions.freeze(edition=edition, by=account(ST))
    assert queries.proposed_breaks(edition) == []


def test_with_both_offices_it_is_entered_and_cuts_from_the_next_freezing_on(proposal, edition, browse, account):
    browse(KO).post(address("confirm_break", proposal), WRITTEN)
    proposal.refresh_from_db()
    assert (proposal.stage, own_breaks(edition)) == (BreakStage.CONFIRMED, {})
    browse(ST).post(address("confirm_break", proposal), {})
    entered = Break(2022, BreakKind.SURVEY, "neuer Fragebogen", "Landesamt, Schreiben vom 3.4.2023")
    assert own_breaks(edition) == {"anteil-a": (entered,)}
    run = actions.freeze(edition=edition, by=account(ST))
    assert Result.objects.get(run=run, code="anteil-a").to_value().assessments["alle"].breaks == (entered,)
    assert [entry.did for entry in Entry.objects.filter(kind="Reihenbruch")] == ["Reihenbruch bestätigt"] * 2


def test_the_second_office_cannot_change_the_words_of_the_first(proposal, edition, browse):
    browse(KO).post(address("confirm_break", proposal), WRITTEN)
    browse(ST).post(address("confirm_break", proposal), {**WRITTEN, "text": "anders"})
    assert own_breaks(edition)["anteil-a"][0].text == "neuer Fragebogen"


def test_one_office_alone_enters_nothing_however_often_it_confirms(proposal, edition, browse):
    browse(KO).post(address("confirm_break", proposal), WRITTEN)
    assert browse(KO).post(address("confirm_break", proposal), WRITTEN).status_code == 403
    assert browse(FB).post(address("confirm_break", proposal), WRITTEN).status_code == 403
    assert own_breaks(edition) == {}


def test_without_a_document_nothing_is_confirmed(proposal, browse):
    answer = browse(KO).post(address("confirm_break", proposal), {**WRITTEN, "source": ""})
    assert answer.status_code == 422
    assert "Ohne Beleg wird kein Bruch eingetragen." in answer.content.decode()
    assert proposal.voices.count() == 0


def test_rejected_it_stays_with_its_reason_and_is_not_proposed_again(proposal, edition, account, browse):
    browse(KO).post(address("confirm_break", proposal), WRITTEN)
    assert browse(ST).post(address("reject_break", proposal), {"reason": ""}).status_code == 422
    browse(ST).post(address("reject_break", proposal), {"reason": "Die Entwicklung ist echt."})
    keep(edition, account, JUMP)
    proposal.refresh_from_db()
    assert (proposal.stage, proposal.voices.count()) == (BreakStage.REJECTED, 0)
    assert "Die Entwicklung ist echt." in browse(KO).get(address("break", proposal)).content.decode()
    assert browse(KO).post(address("confirm_break", proposal), WRITTEN).status_code == 403


def test_an_open_proposal_that_is_gone_is_no_longer_listed(proposal, edition, account, browse):
    assert "Anteil A" in browse(FB).get(reverse("signals:breaks")).content.decode()
    keep(edition, account)
    assert queries.proposed_breaks(edition) == []


def test_a_proposal_about_a_whole_source_is_left_out(edition, account):
    keep(edition, account, BreakProposal(2022, BreakKind.CATEGORY, "Kategorien wechseln.", source="probe"))
    assert not ProposedBreak.objects.exists()


def test_every_kind_has_its_word():
    assert set(KINDS) == set(BreakKind)
