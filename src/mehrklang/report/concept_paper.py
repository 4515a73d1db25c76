"""The Monitoringkonzept as a document that a council can adopt: answers, what is open, goals, core set, timetable."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.planning import Adoption, Answer, Concept, PlannedPhase
from mehrklang.planning.concept import OpenPoint
from mehrklang.planning.questions import AnswerKind, Part, Question, questions
from mehrklang.report.audience import Audience, ReportHeading
from mehrklang.report.document import Block, Bullets, Callout, Cell, Document, Heading, Paragraph, Row, Table
from mehrklang.vocabulary.german import format_exact


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as the appendix lists it."""

    title: str
    field: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class CoreLine:
    """A chosen indicator as the appendix lists it."""

    name: str
    why: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """What is appended where it exists."""

    goals: tuple[GoalLine, ...] = ()
    core: tuple[CoreLine, ...] = ()
    timetable: tuple[PlannedPhase, ...] = ()


def compose_concept(concept: Concept, *, heading: ReportHeading, appendix: Appendix) -> Document:
    """The document. What nobody has answered and what is not decided stands in a part of its own."""
    return Document(
        title=heading.title,
        organisation=heading.organisation,
        edition=heading.edition,
        date_text=heading.date_text,
        audience=Audience.VERWALTUNG,
        blocks=(*_adoption(concept), *_answers(concept), *_open(concept), *_appendix(appendix)),
        kind="Monitoringkonzept",
    )


def _adoption(concept: Concept) -> Iterator[Block]:
    """The decision on this version, or the lines in which it will be entered."""
    yield Heading(2, "Beschluss", "beschluss")
    adopted = next((each for each in reversed(concept.adoptions) if each.answers == len(concept.answers)), None)
    if adopted is not None:
        yield Callout("✓", "Beschlossen", f"{_decided(adopted)}.", "good")
    else:
        earlier = f" Zuletzt beschlossen: {_decided(concept.adoptions[-1])}." if concept.adoptions else ""
        yield Callout("○", "Entwurf", f"Diese Fassung ist nicht beschlossen.{earlier}", "neutral")
        blank = ("Gremium", "Datum der Sitzung", "Nummer der Vorlage", "Beschluss")
        rows = tuple(Row(name, (Cell("…", "noch einzutragen", numeric=False),)) for name in blank)
        yield Table("beschluss-felder", "Angaben zum Beschluss", ("Angabe", "Eintrag"), rows)


def _decided(adopted: Adoption) -> str:
    text = f": {adopted.decision.text.rstrip('.')}" if adopted.decision.text else ""
    return f"{adopted.decision}{text}"


def _answers(concept: Concept) -> Iterator[Block]:
    for part in Part:
        yield Heading(2, part.label, part.value)
        for asked in (each for each in questions() if each.part is part):
            yield Heading(3, asked.title, f"frage-{asked.key}")
            answer = concept.answer(asked.key)
            yield from _answer(asked, answer) if answer else (Paragraph.of("Noch nicht beantwortet."),)


def _answer(asked: Question, answer: Answer) -> Iterator[Block]:
    if answer.open_point:
        yield Callout("○", "Noch nicht entschieden", open_text(answer.open_point), "watch")
    if answer.chosen:
        yield Bullets(tuple((Paragraph.of(each),) for each in answer.chosen))
    if answer.entries:
        yield _entries(asked, answer)
    for paragraph in filter(str.strip, answer.text.split("\n\n")):
        yield Paragraph.of(" ".join(paragraph.split()))
    if answer.signed:
        yield Paragraph.of(f"Fassung von {answer.signed}", small=True)


def open_text(point: OpenPoint) -> str:
    """What has to be clarified, by whom, until when; in one line."""
    return " ".join(point.sentences) or "Zuständigkeit und Termin sind offen."


def _entries(asked: Question, answer: Answer) -> Table:
    heads = asked.entry_heads or ("Bezeichnung", "Erläuterung")
    with_hours = asked.kind is AnswerKind.HOURS
    rows = [
        Row(each.name, (Cell(each.text or "–", "" if each.text else "ohne Angabe", numeric=False), *hours))
        for each in answer.entries
        for hours in [(Cell(format_exact(each.hours) if each.hours is not None else "."),) if with_hours else ()]
    ]
    total = sum(each.hours for each in answer.entries if each.hours is not None)
    if with_hours and len(rows) > 1:
        rows.append(Row("Zusammen", (Cell("", numeric=False), Cell(format_exact(total) if total else "."))))
    columns = (*heads, "Stunden im Jahr") if with_hours else heads
    named = f"{', '.join(columns[:-1])} und {columns[-1]}"  # the question stands above already
    return Table(f"tabelle-{asked.key}", named, columns, tuple(rows))


def _open(concept: Concept) -> Iterator[Block]:
    yield Heading(2, "Was noch nicht entschieden ist", "offen")
    titles = {each.key: each.title for each in questions()}
    items = [
        f"{titles.get(each.question, each.question)} {open_text(each.open_point)}"
        for each in concept.undecided
        if each.open_point
    ]
    items += [f"{each.title} Noch nicht beantwortet." for each in concept.unanswered]
    if items:
        yield Bullets(tuple((Paragraph.of(each),) for each in items))
    else:
        yield Paragraph.of("Alle Fragen sind beantwortet und entschieden.")


def _appendix(appendix: Appendix) -> Iterator[Block]:
    if appendix.goals:
        yield Heading(2, "Anhang: Ziele", "anhang-ziele")
        goals = [Row(each.title, _words(each.field, each.decision)) for each in appendix.goals]
        yield Table("ziele", "Die Ziele der Kommune", ("Ziel", "Handlungsfeld", "Beschluss"), tuple(goals))
    if appendix.core:
        yield Heading(2, "Anhang: Kernset", "anhang-kernset")
        core = [Row(each.name, _words(each.why, each.target)) for each in appendix.core]
        yield Table("kernset", "Die ausgewählten Indikatoren", ("Indikator", "Wozu", "Zielwert"), tuple(core))
    if appendix.timetable:
        yield Heading(2, "Anhang: Zeitplan", "anhang-zeitplan")
        yield Table("phasen", "Die Phasen der Ausgabe", ("Phase", "Beginn", "Ende", "Zuständig"), _phases(appendix))


_PHASES = {"ueberpruefen": "Überprüfen"}


def _phases(appendix: Appendix) -> tuple[Row, ...]:
    return tuple(
        Row(
            _PHASES.get(each.phase.value, each.phase.value.capitalize()),
            _words(*(f"{day:%d.%m.%Y}" if day else "" for day in (each.begins, each.ends)), each.responsible),
        )
        for each in appendix.timetable
    )


def _words(*texts: str) -> tuple[Cell, ...]:
    """Cells of words; what is not said is a dash that says so."""
    return tuple(Cell(text or "–", "" if text else "ohne Angabe", numeric=False) for text in texts)
