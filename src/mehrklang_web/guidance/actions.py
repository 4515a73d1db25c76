"""Answering a question, and adopting the concept."""

from dataclasses import replace

from django.utils import timezone

from mehrklang.planning import Adoption, Concept, CouncilDecision
from mehrklang.planning import Answer as AnswerValue
from mehrklang.planning.questions import question
from mehrklang.planning.versions import told
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.guidance.models import Answer, AnswerVersion, KeptAdoption
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


def answer(*, edition: Edition, value: AnswerValue, seen: int, by: Author) -> Step | None:
    """Keeps a new version of an answer, signed with author, office and today; None if nothing differs.

    `seen` is the version that the form showed (0: none); ConflictError if another one is kept by now.
    """
    kept = Answer.objects.filter(edition=edition, question=value.question).first()
    if kept is not None and kept.to_value().same_as(value):
        return None
    signed = replace(value, author=by.full_name, office=by.role_label, day=timezone.localdate())
    with edit(did="Frage beantwortet", by=by, to=_subject(value.question), edition=edition.pk) as step:
        if kept is not None:
            step.changes(kept, seen=seen)
            step.old = told(kept.to_value())
        row = kept or Answer(edition=edition, question=value.question)
        row.content, step.new = to_text(signed), told(signed)
        row.save()
        if kept is None:
            step.adds(row)
        step.adds(AnswerVersion.objects.create(answer=row, content=row.content))
    return step.step


def adopt(*, edition: Edition, decision: CouncilDecision, by: Author) -> KeptAdoption:
    """The concept as it stands is adopted: this version can no longer be undone, later answers make a new one."""
    value = Adoption(decision, 0, by.full_name, by.role_label, timezone.localdate())
    with act("Konzept beschlossen", by=by, to=Subject("Konzept", str(edition.pk), str(edition))) as trace:
        trace.new = str(decision)
        return _keep(edition, value, list(AnswerVersion.objects.filter(answer__edition=edition)))


def take_in(*, edition: Edition, concept: Concept, by: Author) -> None:
    """Keeps a concept that came with a folder: authors and days are those of the folder."""
    with act("Konzept eingelesen", by=by, to=Subject("Konzept", str(edition.pk), str(edition))):
        versions = [_take_in_answer(edition, each) for each in concept.answers]
        for adoption in concept.adoptions:
            _keep(edition, adoption, versions[: adoption.answers])


def _take_in_answer(edition: Edition, value: AnswerValue) -> AnswerVersion:
    content = to_text(value)
    row, _ = Answer.objects.update_or_create(edition=edition, question=value.question, defaults={"content": content})
    return AnswerVersion.objects.create(answer=row, content=content)


def _keep(edition: Edition, value: Adoption, versions: list[AnswerVersion]) -> KeptAdoption:
    keys = [each.pk for each in versions]
    AnswerVersion.objects.filter(pk__in=keys).update(frozen=True)
    return KeptAdoption.objects.create(edition=edition, last=max(keys, default=0), content=to_text(value))


def _subject(key: str) -> Subject:
    asked = question(key)
    return Subject("Frage", key, asked.title if asked else key)
