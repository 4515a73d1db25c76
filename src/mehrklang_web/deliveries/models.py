"""A delivery and the trial before it."""

from pathlib import Path

from django.conf import settings
from django.db import models

from mehrklang.package import DataReference
from mehrklang.sources import KINDS
from mehrklang.vocabulary import Issue, Severity
from mehrklang_web.audit.models import Traced
from mehrklang_web.deliveries.understood import Understood
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.people.models import Account


class FileOfEdition(Traced):
    """What a trial and a delivery have in common: a file, whose it is, how it is read and what was found in it."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("Datei", max_length=255)
    kind = models.CharField("Art der Datei", max_length=60)
    source = models.CharField("Quelle", max_length=120)
    sha256 = models.CharField("Prüfsumme (SHA-256)", max_length=64)
    size = models.PositiveBigIntegerField("Größe in Byte")
    rows = models.PositiveBigIntegerField("gelesene Werte", default=0)
    issues_text = models.TextField("Meldungen", default="[]")
    understood_text = models.TextField("Inhalt", default="", blank=True)
    at = models.DateTimeField("Zeitpunkt", auto_now_add=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", null=True, verbose_name="Konto")
    who = models.CharField("Wer", max_length=150)

    class Meta:
        abstract = True
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def kind_label(self) -> str:
        """The kind in German."""
        return KINDS.get(self.kind, self.kind)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What reading and checking the file found."""
        return from_text(tuple[Issue, ...], self.issues_text)

    @property
    def needs_reason(self) -> bool:
        """Whether there are warnings: then it is accepted only with a written reason."""
        return any(issue.severity is Severity.WARNING for issue in self.issues)

    @property
    def understood(self) -> Understood | None:
        """What the trial understood; None for files that came with a whole monitoring."""
        return from_text(Understood, self.understood_text) if self.understood_text else None


class Trial(FileOfEdition):
    """A file that was read on trial. Its bytes wait in the trial folder until they are accepted or thrown away."""

    @property
    def path(self) -> Path:
        """Where the bytes wait."""
        return Path(settings.TRIALS) / self.sha256 / self.name


class Delivery(FileOfEdition):
    """A file that was accepted: never overwritten, never removed. `replaced_by` is the correction, if one came."""

    note = models.CharField("Bemerkung", max_length=500, blank=True)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    @property
    def relative_path(self) -> Path:
        """Where the bytes lie below the folder of deliveries."""
        return Path(self.sha256) / self.name

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return Path(settings.DELIVERIES) / self.relative_path

    def to_value(self) -> DataReference:
        """The library's value."""
        return DataReference(self.relative_path, self.kind, self.source, self.sha256)
