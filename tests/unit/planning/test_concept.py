"""The concept: all versions are kept, a version of the whole is a beginning of the log, and its questions are sound."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given

from mehrklang.planning import Adoption, Answer, Concept, CouncilDecision
from mehrklang.planning.concept import Entry, OpenPoint, faults
from mehrklang.planning.questions import AnswerKind, Part, question, questions
from mehrklang.planning.versions import Change, changes, text_pieces, told
from tests.factories.planning import concepts, texts

FIRST, SECOND = Answer("zweck", "Überblick schaffen"), Answer("zweck", "Entscheidungen vorbereiten")
OPEN = Answer("gruppen", open_point=OpenPoint("mit dem Beirat klären", "Koordination", date(2026, 9, 1)))


def test_questions_are_complete_and_stand_in_their_order():
    """Each has reason, help and example; what is chosen has choices, what is a table has heads; parts follow."""
    keys = [each.key for each in questions()]
    assert len(set(keys)) == len(keys) >= 20
    assert [each.part for each in questions()] == sorted((each.part for each in questions()), key=list(Part).index)
    for each in questions():
        assert each.title.endswith("?"), each.key
        assert all((each.reason, each.help, each.examples)), each.key
        assert bool(each.choices) == each.kind.has_choices, each.key
        assert (len(each.entry_heads) == 2) == each.kind.has_entries, each.key
    assert {each.kind for each in questions()} == set(AnswerKind)


def test_questions_never_rank_or_claim_effects():
    """The words of the questions are those that the monitoring asks of everybody else."""
    forbidden = re.compile(r"Wirkung|Rangliste|Ranking|Problemgruppe|Brennpunkt|Betroffene|Fremde", re.IGNORECASE)
    words = [text for each in questions() for text in (each.title, each.help, *each.examples, *each.choices)]
    assert [text for text in words if forbidden.search(text)] == []


def test_the_last_answer_holds_and_earlier_ones_are_kept():
    concept = Concept((OPEN, FIRST, SECOND))
    assert concept.current == (SECOND, OPEN)
    assert concept.versions("zweck") == (FIRST, SECOND)
    assert concept.at(2).current == (FIRST, OPEN)
    assert concept.undecided == (OPEN,)
    assert question("zweck") not in concept.unanswered
    assert question("stunden") in concept.unanswered


def test_an_open_question_stands_in_the_way_of_an_adoption_if_it_is_needed():
    missing = {each.key for each in Concept((OPEN, FIRST)).missing_for_adoption}
    assert "gruppen" in missing
    assert "stunden" in missing
    assert "zweck" not in missing
    assert "abgrenzung" not in missing


def test_an_adopted_version_stays_what_it_was():
    adopted = Concept((FIRST,), (Adoption(CouncilDecision("Rat"), 1),))
    later = replace(adopted, answers=(FIRST, SECOND, OPEN))
    found = changes(later.at(later.adoptions[0].answers), later)
    assert [(each.question, each.before, each.after) for each in found] == [
        ("zweck", FIRST, SECOND),
        ("gruppen", None, OPEN),
    ]
    assert faults(later) == ()
    assert faults(replace(adopted, answers=())) == ("Der Beschluss „Rat“ nennt 1 Antworten; es sind nur 0.",)


def test_the_same_words_of_another_author_are_no_change():
    assert changes(Concept((FIRST,)), Concept((replace(FIRST, author="B"),))) == ()


def test_an_answer_is_told_with_all_that_stands_in_it():
    answer = replace(OPEN, entries=(Entry("Neu Zugezogene", "Erstorientierung"),), text="vorläufig")
    assert told(answer).splitlines() == [
        "Noch nicht entschieden.",
        "mit dem Beirat klären.",
        "Zuständig: Koordination.",
        "Bis 01.09.2026.",
        "Neu Zugezogene: Erstorientierung",
        "vorläufig",
    ]


@given(before=texts, after=texts)
def test_pieces_give_both_texts_back(before, after):
    """Nothing of either text is lost in the comparison."""
    pieces = text_pieces(before, after)
    assert "".join(each.text for each in pieces if each.change is not Change.ADDED) == before
    assert "".join(each.text for each in pieces if each.change is not Change.REMOVED) == after


@given(concept=concepts())
def test_every_concept_of_the_factory_holds_together(concept):
    assert faults(concept) == ()
    for at in range(len(concept.answers) + 1):
        last = {each.question: each for each in concept.answers[:at]}
        assert {each.question: each for each in concept.at(at).current} == last
