"""The check of wording: every word of the file is found, and plain German is left alone."""

import pytest

from mehrklang.assessment.words import doubts_about
from mehrklang.assessment.words.wording import DoubtKind, _words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In Parallelgesellschaften leben", DoubtKind.OTHERING),
        ("gelten als integrationsunwillig", DoubtKind.OTHERING),
        ("Angst vor Überfremdung", DoubtKind.OTHERING),
        ("Viele Asylanten kamen.", DoubtKind.OTHERING),
        ("Die Flüchtlingswelle von 2015", DoubtKind.OTHERING),
        ("Echte Deutsche sind seltener betroffen", DoubtKind.OTHERING),
        ("Die Ausländer sind häufiger arbeitslos.", DoubtKind.OTHERING),
        ("bildungsferne Familien", DoubtKind.OTHERING),
        ("wegen ihrer Herkunft", DoubtKind.OTHERING),
        ("Schlusslicht der Region", DoubtKind.RANKING),
        ("liegt auf Rang 3", DoubtKind.RANKING),
        ("schneidet am schlechtesten ab", DoubtKind.RANKING),
        ("ein Problemviertel", DoubtKind.RANKING),
        ("Die Maßnahme wirkt.", DoubtKind.EFFECT),
        ("Die Auswirkungen des Programms", DoubtKind.EFFECT),
        ("durch das Projekt gestiegen", DoubtKind.EFFECT),
        ("Das hat dazu geführt, dass", DoubtKind.EFFECT),
        ("ein Erfolg der Stadt", DoubtKind.EFFECT),
    ],
)
def test_doubtful_words_are_found_with_their_place(text: str, kind: DoubtKind) -> None:
    (found,) = doubts_about(text)
    assert found.kind is kind
    assert text[found.start : found.end] == found.found
    assert found.better.endswith((".", "“."))
    assert found.kind.message.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Ausländerinnen und Ausländer waren 2024 häufiger arbeitslos gemeldet als Deutsche.",
        "Der Abstand ist von 2019 bis 2024 um 2,1 Prozentpunkte gesunken.",
        "Im selben Zeitraum wurden Sprachkurse ausgebaut.",
        "Wirklich belastbar ist diese Veränderung nicht.",
        "Der Kindergartenplatz 3 bleibt frei.",
        "Das Bundesverwaltungsgericht verwirklicht nichts.",
    ],
)
def test_plain_german_is_left_alone(text: str) -> None:
    assert doubts_about(text) == ()


def test_every_word_says_what_would_be_better() -> None:
    assert all(word.better.strip() and word.pattern.pattern for word in _words())
    assert {word.kind for word in _words()} == set(DoubtKind)
