"""Answers, their versions, and adoptions."""

from django.db import models

from mehrklang.planning import Answer as AnswerValue
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text


class Answer(Versioned):
    """The answer that holds to a question of the concept; `content` is the library's value as JSON."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    question = models.CharField("Frage", max_length=60)
    content = models.TextField("Antwort")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "question"), name="answer_once"),)

    def __str__(self) -> str:
        return self.question

    def to_value(self) -> AnswerValue:
        """The library's value."""
        return from_text(AnswerValue, self.content)


class AnswerVersion(Traced):
    """One version of an answer, in the order in which they were given. Never changed, but that an adoption freezes it;
    a frozen one can no longer be undone.
    """

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="versions")
    content = models.TextField("Antwort")
    frozen = models.BooleanField("beschlossen", default=False)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.answer.question

    def to_value(self) -> AnswerValue:
        """The library's value."""
        return from_text(AnswerValue, self.content)


class KeptAdoption(Traced):
    """A version of the whole concept was adopted: all answers up to `last` (number of an AnswerVersion; 0: none)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    last = models.BigIntegerField("letzte Antwort")
    content = models.TextField("Beschluss (JSON)")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Beschluss {self.pk}"
