"""Voices of the offices, the versions that they belong to, and remarks with their replies."""

from textwrap import shorten

from django.db import models
from django.utils.functional import cached_property

from mehrklang.planning import Matter, MatterKind, Remark, Version, Voice
from mehrklang.planning.agreement import Line, VoiceKind
from mehrklang.planning.remark import About, RemarkKind, RemarkState, Reply
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text


class KeptVersion(Traced):
    """A version that an office has signed or refused: its lines as JSON. Never changed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("Gegenstand", max_length=20)
    code = models.CharField("Kennung", max_length=120, blank=True)
    area = models.CharField("Gebiet", max_length=120, blank=True, default="")
    group = models.CharField("Gruppe", max_length=200, blank=True, default="")
    fingerprint = models.CharField("Prüfsumme", max_length=128)
    content = models.TextField("Inhalt")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "kind", "code", "area", "group", "fingerprint"), name="version_kept_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.code} {self.fingerprint[:8]}"

    def to_value(self) -> Version:
        """The library's value."""
        lines = from_text(tuple[Line, ...], self.content)
        matter = Matter(MatterKind(self.kind), self.code, self.area, self.group)
        return Version(matter, self.fingerprint, lines)


class KeptVoice(Traced):
    """An office signed a version or refused it. Never changed, never taken away."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("Gegenstand", max_length=20)
    code = models.CharField("Kennung", max_length=120, blank=True)
    area = models.CharField("Gebiet", max_length=120, blank=True, default="")
    group = models.CharField("Gruppe", max_length=200, blank=True, default="")
    fingerprint = models.CharField("Prüfsumme", max_length=128)
    office = models.CharField("Amt", max_length=60)
    name = models.CharField("Name", max_length=150)
    day = models.DateField("Datum")
    said = models.CharField("Urteil", max_length=20)
    reason = models.TextField("Grund", blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.office}: {self.name}, {self.day:%d.%m.%Y}"

    def to_value(self) -> Voice:
        """The library's value."""
        matter = Matter(MatterKind(self.kind), self.code, self.area, self.group)
        return Voice(matter, self.fingerprint, self.office, self.name, self.day, VoiceKind(self.said), self.reason)


class KeptRemark(Versioned):
    """A comment or proposal."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    about = models.CharField("Bezug", max_length=20)
    key = models.CharField("Kennung", max_length=120, blank=True)
    kind = models.CharField("Form", max_length=20)
    text = models.TextField("Text")
    author = models.CharField("verfasst von", max_length=150, blank=True)
    office = models.CharField("Stelle", max_length=60, blank=True)
    day = models.DateField("Datum", null=True, blank=True)
    to = models.CharField("an", max_length=60, blank=True)
    state = models.CharField("Stand", max_length=20, default=RemarkState.OPEN.value)
    reason = models.TextField("Grund", blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return shorten(self.text, 100, placeholder=" …")

    @cached_property
    def thread(self) -> "list[KeptReply]":
        """The answers; `queries.remarks_of` reads them for all remarks at once."""
        return list(self.replies.all())

    def to_value(self) -> Remark:
        """The library's value."""
        return Remark(
            About(self.about),
            self.key,
            self.text,
            RemarkKind(self.kind),
            self.author,
            self.office,
            self.day,
            self.to,
            RemarkState(self.state),
            self.reason,
            tuple(reply.to_value() for reply in self.thread),
        )


class KeptReply(Traced):
    """An answer in the thread of a remark."""

    remark = models.ForeignKey(KeptRemark, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField("Text")
    author = models.CharField("verfasst von", max_length=150, blank=True)
    office = models.CharField("Stelle", max_length=60, blank=True)
    day = models.DateField("Datum", null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return shorten(self.text, 100, placeholder=" …")

    def to_value(self) -> Reply:
        """The library's value."""
        return Reply(self.text, self.author, self.office, self.day)
