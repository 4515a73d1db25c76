"""A delivery and the trial before it."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.timezone import localdate

from mehrklang.package import DataReference
from mehrklang.sources import KINDS, Profile, SourceNotes, load_profile
from mehrklang.vocabulary import Finality, Issue, Period, Severity, Unit
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.models import Traced
from mehrklang_web.deliveries.understood import Understood
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.people.models import Account


class FileOfEdition(Traced):
    """What a trial and a delivery have in common: a file, whose it is, how it is read and what was found in it.

    `period` and `unit` are those of the whole file, where it names none itself ("" otherwise); `profile_text` is the
    mapping profile by which it is read, as it was then.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("Datei", max_length=255)
    kind = models.CharField("Art der Datei", max_length=60)
    source = models.CharField("Quelle", max_length=120, blank=True)
    period_key = models.CharField("Zeitraum der Datei", max_length=30, blank=True, default="")
    unit_key = models.CharField("Einheit der Datei", max_length=60, blank=True, default="")
    finality_key = models.CharField("Ergebnisstand der Datei", max_length=30, blank=True, default="")
    profile_text = models.TextField("Zuordnung", blank=True, default="")
    sha256 = models.CharField("Prüfsumme (SHA-256)", max_length=64)
    size = models.PositiveBigIntegerField("Größe in Byte")
    rows = models.PositiveBigIntegerField("gelesene Werte", default=0)
    issues_text = models.TextField("Meldungen", default="[]")
    understood_text = models.TextField("Inhalt", default="", blank=True)
    notes_text = models.TextField("Angaben der Quelle", default="", blank=True)
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
        if self.profile is not None:
            return f"mit Zuordnung „{self.profile.name}“"
        return KINDS.get(self.kind, self.kind) or "nicht erkannt"

    @property
    def period(self) -> Period | None:
        """The period of the whole file, if somebody said it."""
        return Period.parse(self.period_key) if self.period_key else None

    @property
    def unit(self) -> Unit | None:
        """The unit of the whole file, if somebody said it."""
        return Unit(self.unit_key) if self.unit_key else None

    @property
    def finality(self) -> Finality:
        """How final the values are that say nothing themselves."""
        return Finality(self.finality_key) if self.finality_key else Finality.UNSTATED

    @finality.setter
    def finality(self, said: Finality) -> None:
        self.finality_key = "" if said is Finality.UNSTATED else said.value

    @property
    def profile(self) -> Profile | None:
        """The mapping profile that the file is read by."""
        return load_profile(self.profile_text).profile if self.profile_text else None

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

    @property
    def notes(self) -> SourceNotes:
        """The source's own title, footnotes, licence and Stand, as far as the file has them."""
        return from_text(SourceNotes, self.notes_text) if self.notes_text else SourceNotes()


class Trial(FileOfEdition):
    """A file that was read on trial. Its bytes wait in the trial folder until they are accepted or thrown away.

    `remark` is what the person is told about the way it was read ("Wie im letzten Jahr gelesen: …").
    """

    remark = models.CharField("Hinweis zum Lesen", max_length=300, blank=True, default="")

    @property
    def path(self) -> Path:
        """Where the bytes wait."""
        return Path(settings.TRIALS) / self.sha256 / self.name

    @property
    def usable(self) -> bool:
        """Whether it can be accepted: its source is known and there is no error."""
        return bool(self.source) and all(issue.severity is not Severity.ERROR for issue in self.issues)


class State(models.TextChoices):
    """Whether a delivery is computed with."""

    VALID = "gueltig", "gültig"
    REPLACED = "ersetzt", "ersetzt"
    WITHDRAWN = "zurueckgezogen", "zurückgezogen"


class Delivery(FileOfEdition):
    """A file that was accepted: never overwritten, never removed. `replaced_by` is the correction, if one came;
    `withdrawn_at` is when it was withdrawn, with the reason and by whom. `intact`: what the last recomputation of the
    checksum said (None: there was none).
    """

    note = models.CharField("Bemerkung", max_length=500, blank=True)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField("ersetzt am", null=True, blank=True)
    withdrawn_at = models.DateTimeField("zurückgezogen am", null=True, blank=True)
    withdrawn_who = models.CharField("zurückgezogen von", max_length=150, blank=True, default="")
    withdrawn_reason = models.CharField("Grund", max_length=500, blank=True, default="")
    intact = models.BooleanField("unverändert", null=True, blank=True)
    summed_at = models.DateTimeField("Prüfsumme nachgerechnet am", null=True, blank=True)

    @property
    def state(self) -> State:
        """Whether it is computed with."""
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        return State.VALID if self.replaced_by_id is None else State.REPLACED

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
        return DataReference(
            self.relative_path,
            self.kind,
            self.source,
            self.sha256,
            period=self.period,
            unit=self.unit,
            profile=self.profile,
            retired=self.retirement,
            finality=self.finality,
        )

    @property
    def retirement(self) -> Retirement | None:
        """Why it is no longer computed with: replaced by a correction, or withdrawn; None if it is."""
        if self.withdrawn_at is not None:
            return Retirement(self.withdrawn_who or "unbekannt", localdate(self.withdrawn_at), self.withdrawn_reason)
        if self.replaced_by is None or self.replaced_at is None:
            return None
        why = self.replaced_by.note or "durch eine neue Lieferung ersetzt"
        successor = self.replaced_by.relative_path.as_posix()
        return Retirement(self.replaced_by.who, localdate(self.replaced_at), why, successor)
