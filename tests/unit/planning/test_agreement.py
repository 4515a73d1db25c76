"""Signatures hold for the version that was signed, and for no other."""

from datetime import date

import pytest

from mehrklang.planning import Matter, MatterKind, Version, Voice
from mehrklang.planning.agreement import OFFICES, Line, Stand, VoiceKind, holds, positions
from mehrklang.planning.agreement_changes import LineChange, changes, in_words
from mehrklang.planning.remark import About, Remark, RemarkState, faults

CORE = Matter(MatterKind.CORE_SET)
DAY = date(2026, 5, 1)


def voice(office: str, fingerprint: str, kind: VoiceKind = VoiceKind.SIGNED) -> Voice:
    return Voice(CORE, fingerprint, office, "Person", DAY, kind, "Zu viel." if kind is VoiceKind.REFUSED else "")


BOTH = tuple(voice(office, "a") for office in OFFICES)


def test_both_signatures_on_the_same_version_hold() -> None:
    assert holds(positions("a", BOTH))
    assert not holds(positions("a", BOTH[:1]))


def test_a_change_takes_both_signatures_off_and_changing_it_back_brings_them_back() -> None:
    assert [each.stand for each in positions("b", BOTH)] == [Stand.EARLIER, Stand.EARLIER]
    assert holds(positions("a", (*BOTH, voice("Statistik", "b"))))


def test_the_last_word_on_a_version_counts() -> None:
    """A refusal after the signature takes it back; a signature after the refusal gives it again."""
    refused = (*BOTH, voice("Statistik", "a", VoiceKind.REFUSED))
    assert [each.stand for each in positions("a", refused)] == [Stand.SIGNED, Stand.REFUSED]
    assert holds(positions("a", (*refused, voice("Statistik", "a"))))


def test_who_only_refused_an_earlier_version_has_said_nothing_to_this_one() -> None:
    said = (voice("Statistik", "a", VoiceKind.REFUSED),)
    assert positions("b", said)[1].stand is Stand.MISSING


def version(*lines: Line) -> Version:
    return Version(CORE, "x", lines)


A = Line("a", "auswahl", "kernset", "ja")
B = Line("b", "auswahl", "kernset", "ja")


@pytest.mark.parametrize(
    ("before", "after", "change", "words"),
    [
        ((A,), (A, B), LineChange("b", after="ja"), "Indikator „N“ kam dazu"),
        ((A, B), (A,), LineChange("b", before="ja"), "Indikator „N“ fiel weg"),
        (
            (A, Line("a", "definition", "nenner", "alle")),
            (A, Line("a", "definition", "nenner", "Erwachsene")),
            LineChange("a", "definition", "nenner", "alle", "Erwachsene"),
            "Definition von „N“ geändert: Nenner",
        ),
        (
            (A, Line("a", "definition", "nenner", "alle")),
            (A, Line("a", "definition", "zaehler", "x")),
            LineChange("a", "definition", "zaehler", "", "x"),
            "Definition von „N“ geändert: Zähler",
        ),
        (
            (A,),
            (A, Line("a", "zielwert", "wert", "5"), Line("a", "zielwert", "jahr", "2030")),
            LineChange("a", "zielwert", "", "", "Wert: 5; Jahr: 2030"),
            "Zielwert von „N“ kam dazu",
        ),
        (
            (A, Line("a", "zielwert", "jahr", "2030")),
            (A,),
            LineChange("a", "zielwert", "", "Jahr: 2030", ""),
            "Zielwert von „N“ fiel weg",
        ),
    ],
)
def test_what_changed_is_told(
    before: tuple[Line, ...], after: tuple[Line, ...], change: LineChange, words: str
) -> None:
    found = changes(version(*before), version(*after))
    assert found[0] == change
    assert in_words(found[0], name="N") == words


def test_the_order_of_lines_is_no_change() -> None:
    assert changes(version(A, B), version(B, A)) == ()


@pytest.mark.parametrize(
    ("state", "office", "to", "waiting"),
    [
        (RemarkState.OPEN, "Partner", "", OFFICES),
        (RemarkState.OPEN, "Statistik", "Koordination", ("Koordination",)),
        (RemarkState.ANSWERED, "Statistik", "Koordination", ("Statistik",)),
        (RemarkState.ANSWERED, "Partner", "Koordination", ()),
        (RemarkState.DONE, "Statistik", "Koordination", ()),
        (RemarkState.REFUSED, "Statistik", "Koordination", ()),
    ],
)
def test_a_remark_says_whose_move_it_is(state: RemarkState, office: str, to: str, waiting: tuple[str, ...]) -> None:
    remark = Remark(About.CONCEPT, "", "Kürzer fassen.", office=office, to=to, state=state, reason="Nein.")
    assert remark.waiting_for == waiting


def test_a_remark_on_an_indicator_names_it() -> None:
    (fault,) = faults((Remark(About.INDICATOR, "", "x" * 70),))
    assert fault.startswith("Die Anmerkung „xxx")
    assert "worauf sie sich bezieht" in fault
