"""The open points between Koordination and Statistik, gathered from the rooms that know of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from mehrklang.catalogue import Direction
from mehrklang.planning import MatterKind
from mehrklang.planning.agreement import OFFICES, Stand
from mehrklang.planning.remark import About, RemarkKind
from mehrklang.vocabulary.german import sentence
from mehrklang_web.agreements.models import KeptRemark
from mehrklang_web.agreements.queries import MatterView, matters, remarks_of
from mehrklang_web.agreements.topics import topic_names, topic_of
from mehrklang_web.collection.queries import late
from mehrklang_web.commons.queries import announcements
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.guidance.queries import open_questions
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Role
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.queries import chosen
from mehrklang_web.signals.models import Stage
from mehrklang_web.signals.queries import of_edition, proposed_breaks

COORDINATION, STATISTICS = OFFICES


@dataclass(frozen=True, slots=True)
class Point:
    """One open point: under which topic, what it is about, what is to be done, by whom, and where."""

    topic: str
    title: str
    text: str
    address: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """The points of one topic."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What waits for one office, or for both together."""

    title: str
    topics: tuple[Topic, ...]

    @property
    def count(self) -> int:
        """How many points wait."""
        return sum(len(topic.points) for topic in self.topics)


def turns(edition: Edition, today: date) -> tuple[Turn, ...]:
    """All points by who has the move: both together first, then each office; points of a topic in the order found."""
    found = tuple(points(edition, today))
    return (
        _turn("Am Zug: beide Stellen", [each for each in found if len(each.offices) != 1]),
        *(_turn(f"Am Zug: {office}", [each for each in found if each.offices == (office,)]) for office in OFFICES),
    )


def points(edition: Edition, today: date) -> Iterator[Point]:
    """Every open point once."""
    yield from _own(edition)
    yield from _agreements(edition)
    for each in open_questions(edition):
        until = f" Bis {each.point.until:%d.%m.%Y}." if each.point.until else ""
        text = f"Noch nicht entschieden. {sentence(each.point.text)}".strip() + until
        address = reverse("guidance:question", args=[each.question.key])
        yield Point("Konzept", each.question.title, text, address, _named(each.point.responsible))
    yield from _news(edition)
    yield from _loose_ends(edition)
    yield from _data(edition, today)
    yield from _results(edition)


def _turn(title: str, found: list[Point]) -> Turn:
    names = dict.fromkeys(each.topic for each in found)
    return Turn(title, tuple(Topic(name, tuple(each for each in found if each.topic == name)) for name in names))


def _own(edition: Edition) -> Iterator[Point]:
    """Remarks that wait for somebody; points of the agenda's own come first."""
    waiting = [each for each in remarks_of(edition) if each.to_value().waiting_for]
    names = topic_names(edition) if waiting else {}
    for each in sorted(waiting, key=lambda kept: kept.about != About.AGENDA.value):
        yield _remark(each, names)


def _remark(kept: KeptRemark, names: dict[str, str]) -> Point:
    value = kept.to_value()
    topic = "Eigene Punkte" if value.about is About.AGENDA else "Anmerkungen und Vorschläge"
    form = "Vorschlag" if value.kind is RemarkKind.PROPOSAL else "Anmerkung"
    day = f", {value.day:%d.%m.%Y}" if value.day else ""
    name = names.get(topic_of(value.about, value.key), value.key)
    what = form if value.about is About.AGENDA else f"{form} zu: {name}"
    text = f"{what}. {value.office}, {value.author}{day}; {value.state.value}."
    return Point(topic, str(kept), text, reverse("agreements:remark", args=[kept.pk]), value.waiting_for)


def _agreements(edition: Edition) -> Iterator[Point]:
    """What is signed together with the core set, on its page, is no point of its own."""
    every = matters(edition)
    core = next((each for each in every if each.matter.kind is MatterKind.CORE_SET and not each.refused), None)
    codes = {each.matter.code for each in every if each.matter.kind is MatterKind.DEFINITION}
    inside = [each for each in every if core and each.matter.code in codes and _signed_with(core, each)]
    for view in every:
        if view not in inside:
            yield from _agreement(view, inside=len(inside) if view is core else 0)


def _signed_with(core: MatterView, view: MatterView) -> bool:
    return bool(view.open_for) and not view.refused and set(view.open_for) <= set(core.open_for)


def _agreement(view: MatterView, *, inside: int) -> Iterator[Point]:
    title = f"{view.matter.kind.label}: {view.name}" if view.matter.code else "Kernset"
    for each in view.positions:
        if each.stand is Stand.REFUSED and each.voice:
            reason = f"Abgelehnt von {each.office} ({each.voice.name}, {each.voice.day:%d.%m.%Y}): {each.voice.reason}"
            yield Point("Ablehnungen", title, reason, view.address, OFFICES)
    if view.open_for and not view.refused:
        changed = any(each.stand is Stand.EARLIER for each in view.positions)
        text = "Seit der letzten Unterschrift geändert: neu unterschreiben." if changed else "Lesen und unterschreiben."
        text += f" Auf derselben Seite: {inside} Definitionen und Zielwerte darin." if inside else ""
        yield Point("Unterschriften", title, text, view.address, view.open_for)


def _news(edition: Edition) -> Iterator[Point]:
    """New versions of what is held together with other monitors."""
    for each in announcements(edition):
        text = f"{each.sentence} Übernehmen? Anders: {'; '.join(each.told) or 'nichts in den Angaben'}."
        yield Point("Neue Fassungen aus anderen Monitoren", each.name, text, reverse("commons:page"), OFFICES)


def _loose_ends(edition: Edition) -> Iterator[Point]:
    """Indicators without a target (but those that are the frame) or a goal, goals without an indicator."""
    known, rows = definitions(edition), chosen(edition)
    for row in rows:
        name = known[row.code].name if row.code in known else row.code
        address = reverse("selection:indicator", args=[row.code])
        context = row.code in known and known[row.code].direction is Direction.CONTEXT
        if getattr(row, "agreed_target", None) is None and not context:
            yield Point("Zielwerte", name, "Ohne Zielwert: einen vereinbaren, oder es so lassen.", address, OFFICES)
        if not row.goals.all():
            yield Point("Ziele", name, "Hängt an keinem Ziel.", address, (COORDINATION,))
    goals = goals_of(edition)
    above = {goal.parent_id for goal in goals} | {each.pk for goal in goals for each in goal.others}
    measured = {goal.pk for row in rows for goal in row.goals.all()}
    for goal in goals:
        if goal.pk not in above | measured:
            address = f"{reverse('goals:tree')}#ziel-{goal.key}"
            yield Point("Ziele", goal.title, "Noch ohne Indikator.", address, (COORDINATION,))


def _data(edition: Edition, today: date) -> Iterator[Point]:
    for each in late(edition, today):
        due = f"{each.due:%d.%m.%Y}" if each.due else ""
        text = f"Erwartet bis {due}, überfällig: nachfragen oder den neuen Tag vermerken."
        yield Point("Daten", each.title, text, reverse("collection:expectation", args=[each.number]), (STATISTICS,))


def _results(edition: Edition) -> Iterator[Point]:
    """Proposed breaks that lack an office, and signals that nobody has looked at."""
    for proposed in proposed_breaks(edition):
        if proposed.is_open:
            missing = tuple(each for each in OFFICES if each not in {voice.office for voice in proposed.voices.all()})
            text = "Vorgeschlagenen Reihenbruch bestätigen oder verwerfen."
            address = reverse("signals:break", args=[proposed.pk])
            yield Point("Reihenbrüche", str(proposed), text, address, missing)
    for signal in of_edition(edition).filter(stage=Stage.NEW):
        text = f"Hinweis der Frühwarnung, an {signal.addressee}: ansehen."
        address = reverse("signals:signal", args=[signal.pk])
        yield Point("Hinweise", str(signal), text, address, _named(Role(signal.office).label))


def _named(responsible: str) -> tuple[str, ...]:
    """The office that a text names; both where it names both or neither."""
    named = tuple(office for office in OFFICES if office.casefold() in responsible.casefold())
    return named or OFFICES
