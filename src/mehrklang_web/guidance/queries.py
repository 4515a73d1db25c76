"""The concept of an edition, its open questions, and its paper."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from mehrklang.planning import Adoption, Answer, Concept
from mehrklang.planning.concept import OpenPoint
from mehrklang.planning.questions import Part, Question, question, questions
from mehrklang.report import Document, ReportHeading
from mehrklang.report.concept_paper import Appendix, CoreLine, GoalLine, compose_concept
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.guidance.models import Answer as KeptAnswer
from mehrklang_web.guidance.models import AnswerVersion, KeptAdoption
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import timetable_of
from mehrklang_web.monitors.values import from_text
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.queries import chosen


@dataclass(frozen=True, slots=True)
class Line:
    """A question with the answer that holds."""

    question: Question
    answer: Answer | None

    @property
    def decided(self) -> bool:
        """Whether it is answered and decided."""
        return self.answer is not None and self.answer.decided


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of the concept with its questions."""

    part: Part
    lines: tuple[Line, ...]

    @property
    def decided(self) -> int:
        """How many are decided."""
        return sum(line.decided for line in self.lines)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that is answered with "noch nicht entschieden": a task."""

    question: Question
    point: OpenPoint


def concept_of(edition: Edition) -> Concept:
    """All answers in the order in which they were given, and the adoptions."""
    rows = list(AnswerVersion.objects.filter(answer__edition=edition))
    adopted = KeptAdoption.objects.filter(edition=edition)
    return Concept(
        tuple(row.to_value() for row in rows),
        tuple(
            replace(from_text(Adoption, row.content), answers=sum(each.pk <= row.last for each in rows))
            for row in adopted
        ),
    )


def kept_answer(edition: Edition, key: str) -> KeptAnswer | None:
    """The answer that holds, as it is kept."""
    return KeptAnswer.objects.filter(edition=edition, question=key).first()


def parts(concept: Concept) -> tuple[PartView, ...]:
    """The questions with their answers, by part."""
    return tuple(
        PartView(part, tuple(Line(each, concept.answer(each.key)) for each in questions() if each.part is part))
        for part in Part
    )


def open_questions(edition: Edition) -> tuple[OpenQuestion, ...]:
    """What is not decided yet, in the order of the questions: tasks for the overview."""
    found = []
    for row in KeptAnswer.objects.filter(edition=edition):
        answer, asked = row.to_value(), question(row.question)
        if asked and answer.open_point:
            found.append(OpenQuestion(asked, answer.open_point))
    order = questions()
    return tuple(sorted(found, key=lambda each: order.index(each.question)))


def next_question(concept: Concept, after: str = "") -> Question | None:
    """The next question without an answer behind a question, else the first one at all; None if all are answered."""
    waiting, order = concept.unanswered, [each.key for each in questions()]
    place = order.index(after) if after in order else -1
    return next((each for each in waiting if order.index(each.key) > place), waiting[0] if waiting else None)


def paper(edition: Edition, concept: Concept) -> Document:
    """The Monitoringkonzept, with goals, core set and timetable as they are today."""
    heading = ReportHeading(
        title=f"Monitoringkonzept: {edition.monitor.title}",
        organisation=edition.monitor.organisation,
        edition=f"Ausgabe {edition.label}",
        date_text=f"Stand {date_format(timezone.localdate(), 'j. F Y')}",
        introduction="",
    )
    return compose_concept(concept, heading=heading, appendix=_appendix(edition))


def now() -> datetime:
    """The moment that a file names as its own."""
    return timezone.now().replace(microsecond=0)


def _appendix(edition: Edition) -> Appendix:
    known = definitions(edition)
    core = [each.to_value() for each in chosen(edition)]
    return Appendix(
        goals=tuple(GoalLine(each.title, each.field) for each in goals_of(edition)),
        core=tuple(CoreLine(known[each.code].name, each.why) for each in core if each.core and each.code in known),
        timetable=timetable_of(edition),
    )
