"""Concepts and communication plans for the tests: any that hold together."""

from datetime import date

from hypothesis import strategies as st

from mehrklang.planning import (
    Adoption,
    Agreements,
    Answer,
    CommunicationPlan,
    Concept,
    CouncilDecision,
    Matter,
    MatterKind,
    Phase,
    Remark,
    Version,
    Voice,
)
from mehrklang.planning.agreement import Line, VoiceKind
from mehrklang.planning.communication import Addressee, Circle, Contents, Form, Language, PlannedMessage, Rhythm
from mehrklang.planning.concept import Entry, OpenPoint
from mehrklang.planning.questions import Question, questions
from mehrklang.planning.remark import About, RemarkKind, RemarkState, Reply

_CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\r")
texts = st.text(_CHARACTERS, max_size=30).map(str.strip)
full_texts = texts.filter(bool)
days = st.dates(date(1990, 1, 1), date(2060, 1, 1))
hours = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=1, min_value=0, max_value=2000)


@st.composite
def answers(draw: st.DrawFn, asked: Question) -> Answer:
    """An answer in any form: the library does not forbid a text where a choice was asked for."""
    chosen = st.lists(st.sampled_from(asked.choices), unique=True, max_size=2) if asked.choices else st.just([])
    return Answer(
        asked.key,
        draw(texts),
        tuple(draw(chosen)),
        tuple(draw(st.lists(st.builds(Entry, full_texts, texts, hours), max_size=2))),
        draw(st.none() | st.builds(OpenPoint, texts, texts, st.none() | days)),
        draw(texts),
        draw(st.sampled_from(["", "Koordination", "Statistik"])),
        draw(st.none() | days),
    )


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """A log of a few answers, some of them to the same question, and adoptions in their order."""
    asked = draw(st.lists(st.sampled_from(questions()), max_size=4))
    log = tuple(draw(answers(each)) for each in asked)
    reaches = sorted(draw(st.lists(st.integers(0, len(log)), max_size=2)))
    decisions = st.builds(CouncilDecision, full_texts, st.none() | days, texts, texts)
    return Concept(
        log,
        tuple(Adoption(draw(decisions), reach, draw(texts), draw(texts), draw(st.none() | days)) for reach in reaches),
    )


@st.composite
def communication_plans(draw: st.DrawFn) -> CommunicationPlan:
    """Up to two groups, each with an entry that has a day and a rhythm, a phase, or neither."""
    keys = draw(st.lists(st.sampled_from(["rat", "beirat"]), unique=True))
    return CommunicationPlan(
        tuple(
            Addressee(
                key,
                draw(full_texts),
                draw(st.sampled_from(Circle)),
                draw(st.sampled_from(Form)),
                draw(st.sampled_from(Language)),
                draw(texts),
                draw(texts),
            )
            for key in keys
        ),
        tuple(draw(_messages(f"an-{key}", key)) for key in keys),
    )


@st.composite
def _messages(draw: st.DrawFn, key: str, addressee: str) -> PlannedMessage:
    day = draw(st.none() | days)
    return PlannedMessage(
        key,
        draw(full_texts),
        addressee,
        Contents(tuple(draw(st.lists(texts, max_size=2))), (), draw(texts)),
        draw(st.sampled_from(Form)),
        day,
        None if day else draw(st.none() | st.sampled_from(Phase)),
        draw(st.sampled_from(Rhythm)) if day else Rhythm.ONCE,
        draw(texts),
        draw(st.integers(0, 60)),
        tuple(draw(st.lists(days, max_size=2))),
        draw(texts),
    )


offices = st.sampled_from(["Koordination", "Statistik"])


@st.composite
def _matters(draw: st.DrawFn) -> Matter:
    kind = draw(st.sampled_from(MatterKind))
    place = (draw(texts), draw(texts)) if kind is MatterKind.TARGET else ("", "")
    return Matter(kind, "" if kind is MatterKind.CORE_SET else draw(full_texts), *place)


@st.composite
def _voices(draw: st.DrawFn) -> Voice:
    kind = draw(st.sampled_from(VoiceKind))
    reason = draw(full_texts) if kind is VoiceKind.REFUSED else ""
    return Voice(draw(_matters()), draw(full_texts), draw(offices), draw(full_texts), draw(days), kind, reason)


_lines = st.builds(Line, texts, full_texts, full_texts, texts)
_versions = st.builds(Version, _matters(), full_texts, st.lists(_lines, max_size=2).map(tuple))
agreements = st.builds(
    Agreements, st.lists(_voices(), max_size=3).map(tuple), st.lists(_versions, max_size=2).map(tuple)
)


@st.composite
def remarks(draw: st.DrawFn) -> Remark:
    """A remark in any state, with up to two replies."""
    about, state = draw(st.sampled_from(About)), draw(st.sampled_from(RemarkState))
    return Remark(
        about,
        draw(full_texts) if about.has_key else "",
        draw(full_texts),
        draw(st.sampled_from(RemarkKind)),
        draw(texts),
        draw(offices | st.just("Partner")),
        draw(st.none() | days),
        draw(offices | st.just("")),
        state,
        draw(full_texts) if state is RemarkState.REFUSED else "",
        tuple(draw(st.lists(st.builds(Reply, full_texts, texts, texts, st.none() | days), max_size=2))),
    )
