"""The guided concept in the browser: every version is kept, conflicts are shown, an adopted version stays."""

import io
from datetime import date

import docx
import pikepdf
import pytest

from mehrklang.package import write_folder
from mehrklang.package.parts import concept as part
from mehrklang.package.toml_file import read_part
from mehrklang.planning import Answer, CouncilDecision
from mehrklang.planning.concept import OpenPoint
from mehrklang.planning.questions import questions
from mehrklang.vocabulary import Issue
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import ChangedSinceError, undo
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.guidance import actions, queries
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from tests.factories import shell

PURPOSE = "/konzept/frage/zweck/"


@pytest.fixture
def koordination(account):
    return account(Role.COORDINATION)


def say(edition, by, text, *, seen=0, key="zweck", open_point=None):
    return actions.answer(edition=edition, value=Answer(key, text, open_point=open_point), seen=seen, by=by)


def test_every_question_can_be_opened_and_is_explained(edition, browse):
    client = browse(Role.COORDINATION)
    for each in questions():
        page = client.get(f"/konzept/frage/{each.key}/").content.decode()
        assert each.reason in page
        assert each.examples[0] in page


def test_an_answer_is_kept_with_author_and_leads_to_the_next_question(edition, browse):
    answer = browse(Role.COORDINATION).post(PURPOSE, {"version": "0", "text": "Überblick"})
    assert answer.url == "/konzept/frage/entscheidungen/"
    kept = queries.concept_of(edition).answer("zweck")
    assert (kept.text, kept.author, kept.office) == ("Überblick", "Person Koordination", "Koordination")


def test_a_table_and_a_choice_are_understood(edition, browse):
    client = browse(Role.STATISTICS)
    hours = {"version": "0", "name_0": "Statistik", "about_0": "Daten", "hours_0": "120,5", "name_1": "", "text": ""}
    assert client.post("/konzept/frage/stunden/", hours).status_code == 302
    client.post("/konzept/frage/qualitatives/", {"version": "0", "chosen": ["Gesprächsrunden", "kurze Befragungen"]})
    concept = queries.concept_of(edition)
    assert str(concept.answer("stunden").entries[0].hours) == "120.5"
    assert concept.answer("qualitatives").chosen == ("Gesprächsrunden", "kurze Befragungen")
    assert b'value="120,5"' in client.get("/konzept/frage/stunden/").content


def test_an_empty_answer_and_a_line_without_name_are_refused_in_words(edition, browse):
    client = browse(Role.COORDINATION)
    empty = client.post(PURPOSE, {"version": "0", "text": " "})
    assert empty.status_code == 422
    assert "Bitte antworten Sie" in empty.content.decode()
    nameless = client.post("/konzept/frage/gruppen/", {"version": "0", "name_0": "", "about_0": "warum", "text": ""})
    assert "Bitte eine Bezeichnung angeben." in nameless.content.decode()


def test_undecided_is_an_answer_and_a_task(edition, browse):
    client = browse(Role.COORDINATION)
    client.post(PURPOSE, {"version": "0", "undecided": "on", "open_text": "im Beirat klären", "until": "2026-09-01"})
    assert [each.point for each in queries.open_questions(edition)] == [
        OpenPoint("im Beirat klären", "", date(2026, 9, 1))
    ]
    assert "Noch nicht entschieden. im Beirat klären" in client.get("/").content.decode()
    assert "im Beirat klären" in client.get("/konzept/").content.decode()


def test_all_versions_are_kept_and_their_differences_are_told_in_words(edition, browse, koordination):
    say(edition, koordination, "alle zwei Jahre")
    say(edition, koordination, "alle drei Jahre", seen=1)
    assert [each.text for each in queries.concept_of(edition).versions("zweck")] == [
        "alle zwei Jahre",
        "alle drei Jahre",
    ]
    page = browse(Role.COORDINATION).get(PURPOSE).content.decode()
    assert "[weggefallen: </span>zwei<" in page
    assert "[hinzugekommen: </span>drei<" in page


def test_the_same_answer_again_is_no_new_version(edition, koordination):
    say(edition, koordination, "gleich")
    assert say(edition, koordination, "gleich", seen=1) is None
    assert len(queries.concept_of(edition).versions("zweck")) == 1


@pytest.mark.parametrize("seen", ["0", "1"])
def test_two_who_answer_at_once_see_both_texts(edition, browse, account, seen):
    """Also where nobody had answered before."""
    say(edition, account(Role.STATISTICS), "Text der Statistik")
    if seen == "1":
        say(edition, account(Role.STATISTICS), "Text der Statistik, neu", seen=1)
    client = browse(Role.COORDINATION)
    page = client.post(PURPOSE, {"version": seen, "text": "Text der Koordination"})
    assert page.status_code == 409
    assert "Text der Statistik" in page.content.decode()
    assert "Text der Koordination" in page.content.decode()
    chosen = {
        "version": str(int(seen) + 1),
        "text": "Text der Koordination",
        "andere-text": "Text der Statistik",
        "wahl-text": "andere",
    }
    assert client.post(PURPOSE, chosen).status_code == 302
    assert queries.concept_of(edition).answer("zweck").text == "Text der Statistik"


def test_an_answer_can_be_undone_until_it_is_adopted(edition, koordination):
    say(edition, koordination, "erst")
    step = say(edition, koordination, "dann", seen=1)
    back = undo(step=step, by=koordination)
    assert queries.concept_of(edition).answer("zweck").text == "erst"
    undo(step=back, by=koordination)
    assert queries.concept_of(edition).answer("zweck").text == "dann"


def test_an_adopted_version_stays_and_differs_from_today(edition, browse, koordination):
    step = say(edition, koordination, "beschlossen")
    client = browse(Role.COORDINATION)
    decision = {"stand": "1", "body": "Kreistag", "day": "2026-05-04", "number": "VO/7"}
    assert client.post("/konzept/beschluss/", decision).status_code == 302
    with pytest.raises(ChangedSinceError):
        undo(step=step, by=koordination)
    say(edition, koordination, "weitergedacht", seen=1)
    concept = queries.concept_of(edition)
    assert concept.at(concept.adoptions[0].answers).answer("zweck").text == "beschlossen"
    page = client.get("/konzept/vergleich/").content.decode()
    assert "Unterschiede (1)" in page
    assert "Kreistag, 04.05.2026, VO/7" in client.get("/konzept/monitoringkonzept/?stand=1").content.decode()


def test_a_version_that_nobody_has_read_is_not_adopted(edition, browse, koordination):
    say(edition, koordination, "neu")
    answer = browse(Role.COORDINATION).post("/konzept/beschluss/", {"stand": "0", "body": "Rat", "day": "2026-05-04"})
    assert answer.status_code == 422
    assert queries.concept_of(edition).adoptions == ()


def test_the_paper_comes_as_page_pdf_and_word(edition, browse, koordination):
    say(edition, koordination, "Überblick schaffen")
    client = browse(Role.LEADERSHIP)
    assert "Überblick schaffen" in client.get("/konzept/monitoringkonzept/").content.decode()
    with pikepdf.open(io.BytesIO(client.get("/konzept/monitoringkonzept.pdf").content)) as file:
        assert "/StructTreeRoot" in file.Root
    word = docx.Document(io.BytesIO(client.get("/konzept/monitoringkonzept.docx").content))
    assert "Überblick schaffen" in [each.text for each in word.paragraphs]
    assert client.get("/konzept/monitoringkonzept.exe").status_code == 404


def test_only_the_two_offices_answer_and_only_koordination_enters_a_decision(edition, browse):
    assert browse(Role.LEADERSHIP).get(PURPOSE).status_code == 403
    assert browse(Role.STATISTICS).get("/konzept/beschluss/").status_code == 403
    assert browse(Role.PARTNER).get("/konzept/").status_code == 200


def test_the_concept_goes_out_and_comes_in_with_all_versions_and_adoptions(db, tmp_path, koordination):
    edition = take_in(monitoring=shell.monitoring(tmp_path / "a"), phase=Phase.CONCEPT, by=Installation())
    say(edition, koordination, "erst")
    say(edition, koordination, "", key="gruppen", open_point=OpenPoint("klären", "Rat", date(2026, 9, 1)))
    actions.adopt(edition=edition, decision=CouncilDecision("Rat", date(2026, 5, 1)), by=koordination)
    say(edition, koordination, "dann", seen=1)
    given = queries.concept_of(edition)
    whole = monitoring_of(edition)
    assert whole.concept == given
    write_folder(whole, tmp_path / "b")
    issues: list[Issue] = []
    read = read_part(tmp_path / "b", part.FILE, part.read, absent=part.NONE, issues=issues)
    assert (read, issues) == (given, [])
    other = take_in(monitoring=shell.monitoring(tmp_path / "c"), phase=Phase.CONCEPT, by=Installation())
    actions.take_in(edition=other, concept=read, by=Installation())
    assert queries.concept_of(other) == given
