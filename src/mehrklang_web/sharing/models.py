"""Shared objects, their versions, and who holds which version."""

from django.db import models

from mehrklang.planning import Judgement, Shared, SharedKind
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition, Monitor

KINDS = [(kind.value, kind.label) for kind in SharedKind]


class SharedObject(Traced):
    """One object that monitors of a municipality (`area`) hold together."""

    area = models.CharField("Schlüssel des Gebiets", max_length=60)
    kind = models.CharField("Art", max_length=20, choices=KINDS)
    key = models.CharField("Schlüssel", max_length=120)

    class Meta:
        ordering = ("kind", "key")
        constraints = (models.UniqueConstraint(fields=("area", "kind", "key"), name="shared_object_once"),)

    def __str__(self) -> str:
        return self.key

    @property
    def kind_value(self) -> SharedKind:
        """The library's value."""
        return SharedKind(self.kind)


class SharedVersion(Traced):
    """One version, whole: `content` is the library's value as JSON, `fingerprint` names it, `change` says in German
    what is different from the one before. `monitor` made it; its title stays when the monitor is gone."""

    shared = models.ForeignKey(SharedObject, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("Nummer")
    fingerprint = models.CharField("Prüfsumme", max_length=64)
    content = models.TextField("Inhalt")
    change = models.TextField("Änderung", blank=True)
    monitor = models.ForeignKey(Monitor, on_delete=models.SET_NULL, null=True, related_name="+")
    made_in = models.CharField("entstanden in", max_length=200)
    who = models.CharField("Wer", max_length=150)
    day = models.DateField("Tag")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("shared", "number"), name="shared_version_once"),)

    def __str__(self) -> str:
        return f"{self.shared}, Fassung {self.number}"


class Holding(Versioned):
    """That an edition holds a shared object, in which version. `origin` is the title of the monitor that it was taken
    over from ("" where it was defined here); `seen` is the highest number that was dealt with here."""

    shared = models.ForeignKey(SharedObject, on_delete=models.PROTECT, related_name="holdings")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    holds = models.ForeignKey(SharedVersion, on_delete=models.PROTECT, related_name="+")
    origin = models.CharField("übernommen aus", max_length=200, blank=True)
    seen = models.PositiveIntegerField("entschieden bis Nummer", default=0)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("shared", "edition"), name="held_once"),)

    def __str__(self) -> str:
        return str(self.shared)

    def to_value(self) -> Shared:
        """The library's value."""
        judgements = tuple(each.to_value() for each in self.judgements.all())
        return Shared(self.shared.kind_value, self.shared.key, self.origin, judgements)


class Judged(Traced):
    """A decision about a version from another monitor. Written once."""

    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, related_name="judgements")
    fingerprint = models.CharField("Prüfsumme", max_length=64)
    taken = models.BooleanField("übernommen")
    who = models.CharField("Wer", max_length=150, blank=True)
    day = models.DateField("Tag")
    why = models.TextField("Grund", blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return "übernommen" if self.taken else "nicht übernommen"

    def to_value(self) -> Judgement:
        """The library's value."""
        return Judgement(self.fingerprint, self.taken, self.day, self.who, self.why)
