"""Remarks: who writes, who reads, what becomes of them; nothing is lost and every step can be undone."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from mehrklang.planning import Measure, Remark
from mehrklang.planning.remark import About, RemarkState
from mehrklang_web.agreements import queries
from mehrklang_web.agreements.actions import reply, write_remark
from mehrklang_web.agreements.models import KeptRemark
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.models import Step
from mehrklang_web.measures.actions import keep_measure
from mehrklang_web.people.models import Role

KO, ST, FB, PA, LE, _ = Role
WORDS = {"topic": "definition:anteil-a", "kind": "vorschlag", "to": "Statistik", "text": "Nur Erwachsene zählen."}


@pytest.fixture
def write(edition, account):
    """A remark of a role."""

    def written(role: Role, text: str = "Bitte prüfen.") -> KeptRemark:
        remark = Remark(About.CONCEPT, "", text, to="Koordination")
        write_remark(edition=edition, remark=remark, by=account(role))
        return KeptRemark.objects.latest("pk")

    return written


def page_of(client, kept):
    return client.get(reverse("agreements:remark", args=[kept.pk]))


def test_a_proposal_is_written_under_name_and_office_and_can_be_undone(browse, edition, account):
    answer = browse(KO).post(reverse("agreements:new_remark"), WORDS, follow=True)
    assert "Nur Erwachsene zählen." in answer.content.decode()
    value = queries.remarks_of(edition)[-1].to_value()
    assert (value.about, value.key, value.author, value.office) == (
        About.DEFINITION, "anteil-a", "Person Koordination", "Koordination",
    )  # fmt: skip
    assert value.waiting_for == ("Statistik",)
    undo(step=Step.objects.first(), by=account(KO))
    assert queries.remarks_of(edition) == []


def test_the_page_of_a_matter_offers_the_proposal_and_shows_it(browse, edition):
    browse(KO).post(reverse("agreements:new_remark"), WORDS)
    page = browse(ST).get(reverse("agreements:matter", args=["definition", "anteil-a"])).content.decode()
    assert "Nur Erwachsene zählen." in page
    form = browse(ST).get(reverse("agreements:new_remark"), {"zu": "zielwert:anteil-a", "form": "vorschlag"})
    assert '<option value="zielwert:anteil-a" selected>' in form.content.decode()


def test_an_answer_gives_the_move_back_and_a_question_again_takes_it(browse, write):
    kept = write(ST)
    for role, state in ((KO, "beantwortet"), (ST, "offen")):
        browse(role).post(reverse("agreements:remark", args=[kept.pk]), {"text": f"Von {role.label}."})
        kept.refresh_from_db()
        assert kept.state == state
    assert [reply.office for reply in kept.replies.all()] == ["Koordination", "Statistik"]


def test_two_answers_at_once_both_stay(write, account):
    """Both had the page open; an answer takes nothing away."""
    kept = write(ST)
    one, other = KeptRemark.objects.get(pk=kept.pk), KeptRemark.objects.get(pk=kept.pk)
    reply(kept=one, text="Eins.", by=account(KO))
    reply(kept=other, text="Zwei.", by=account(FB))
    assert [each.text for each in kept.replies.all()] == ["Eins.", "Zwei."]


def test_a_refusal_says_why(browse, write):
    kept = write(PA)
    address = reverse("agreements:settle", args=[kept.pk])
    words = {"version": kept.version, "state": "abgelehnt", "reason": ""}
    assert browse(KO).post(address, words).status_code == 422
    browse(KO).post(address, {**words, "reason": "Das sagt das Gesetz anders."})
    kept.refresh_from_db()
    assert (kept.state, kept.reason) == (RemarkState.REFUSED.value, "Das sagt das Gesetz anders.")
    assert "Das sagt das Gesetz anders." in page_of(browse(PA), kept).content.decode()


def test_who_settles_an_older_version_is_told(browse, write):
    kept = write(ST)
    browse(KO).post(reverse("agreements:remark", args=[kept.pk]), {"text": "Ja."})
    words = {"version": kept.version, "state": "erledigt", "reason": ""}
    answer = browse(KO).post(reverse("agreements:settle", args=[kept.pk]), words, follow=True)
    assert "wurde inzwischen geändert" in answer.content.decode()
    kept.refresh_from_db()
    assert kept.state == "beantwortet"


def test_two_versions_of_a_remark_are_shown_side_by_side(browse, write):
    kept = write(KO)
    address = reverse("agreements:change_remark", args=[kept.pk])
    words = {"topic": "konzept:", "kind": "kommentar", "to": "", "version": kept.version}
    assert browse(KO).post(address, {**words, "text": "Eins."}).status_code == 302
    answer = browse(KO).post(address, {**words, "text": "Zwei."})
    assert answer.status_code == 409
    assert {"Eins.", "Zwei."} <= set(answer.content.decode().replace("<", ">").split(">"))


def test_nobody_changes_another_persons_words(browse, write):
    kept = write(ST)
    assert browse(KO).get(reverse("agreements:change_remark", args=[kept.pk])).status_code == 404


@pytest.mark.parametrize(("reader", "read"), [(KO, True), (ST, True), (FB, True), (PA, False)])
def test_partners_read_their_own_remarks_and_staff_reads_all(browse, write, reader, read):
    kept = write(ST, "Nur für das Haus.")
    assert (page_of(browse(reader), kept).status_code == 200) is read
    listed = browse(reader).get(reverse("agreements:remarks")).content.decode()
    assert ("Nur für das Haus." in listed) is read


def test_the_list_hides_what_is_settled_unless_asked(browse, write):
    kept = write(PA, "Längst erledigt.")
    words = {"version": kept.version, "state": "erledigt", "reason": ""}
    browse(KO).post(reverse("agreements:settle", args=[kept.pk]), words)
    address = reverse("agreements:remarks")
    listed = [browse(KO).get(address, asked).content.decode() for asked in ({}, {"zeigen": "alle"})]
    assert ["Längst erledigt." in each.split("<main")[1] for each in listed] == [False, True]


@pytest.mark.parametrize(("role", "offered"), [(KO, True), (PA, True), (LE, False)])
def test_the_page_of_an_indicator_offers_a_remark_to_who_may_write_one(browse, edition, role, offered):
    page = browse(role).get(reverse("selection:indicator", args=["anteil-a"])).content.decode()
    assert ("?zu=indikator%3Aanteil-a" in page) is offered


OWN_PAGES = {
    About.CONCEPT: ("/konzept/", "konzept:"),
    About.GOAL: ("/ziele/ziel/arbeit/", "ziel:arbeit"),
    About.MEASURE: ("/massnahmen/beratung/", "massnahme:beratung"),
    About.SOURCE: ("/quellen/quelle/probe/", "quelle:probe"),
    About.CORE_SET: ("/vereinbarungen/gegenstand/kernset/", "kernset:"),
    About.DEFINITION: ("/vereinbarungen/gegenstand/definition/anteil-a/", "definition:anteil-a"),
    About.TARGET: ("/vereinbarungen/gegenstand/zielwert/anteil-a/", "zielwert:anteil-a"),
    About.INDICATOR: ("/ziele/auswahl/anteil-a/", "indikator:anteil-a"),
    About.AGENDA: ("/tagesordnung/", "tagesordnung:"),
}


@pytest.fixture
def measured(edition, account):
    """The edition with a measure."""
    keep_measure(edition=edition, measure=Measure("beratung", "Beratung zum Kitaplatz"), by=account(KO))
    return edition


@pytest.mark.parametrize("about", About)
def test_everything_that_is_signed_or_discussed_is_remarked_from_its_own_page(browse, measured, about):
    """The link is there, and it leads to a form in which the topic is chosen already."""
    client, (page, topic) = browse(KO), OWN_PAGES[about]
    address = f"{reverse('agreements:new_remark')}?zu={quote(topic, safe='')}"
    assert f'href="{address}' in client.get(page).text
    assert f'<option value="{topic}" selected>' in client.get(address).text


def test_who_may_not_change_goals_remarks_them_in_the_tree(browse, edition):
    assert "?zu=ziel%3Aarbeit" in browse(PA).get("/ziele/").text
    assert "?zu=ziel%3A" not in browse(LE).get("/ziele/").text


def test_a_measure_is_remarked_from_the_list_by_who_may_not_change_it(browse, measured):
    for role, offered in ((ST, True), (PA, True), (KO, False), (LE, False)):
        assert ("?zu=massnahme%3Aberatung" in browse(role).get("/massnahmen/").text) is offered
    words = {**WORDS, "topic": "massnahme:beratung", "text": "Auch am Nachmittag?"}
    page = browse(PA).post(reverse("agreements:new_remark"), words, follow=True).text
    assert "Auch am Nachmittag?" in page
    assert "Beratung zum Kitaplatz" in page
    assert "zu: Beratung zum Kitaplatz" in browse(ST).get("/tagesordnung/").text
