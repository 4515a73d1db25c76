"""A chosen indicator, its target and who signed it; and what the office added to the catalogue."""

from django.db import models

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.target import PathKind, Step
from mehrklang.package import FurtherTarget, Selection, Steerable
from mehrklang_web.audit.models import Traced
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text

_PATHS = {
    PathKind.LINEAR: "gerade, jedes Jahr gleich viel",
    PathKind.GEOMETRIC: "gleichmäßig in Prozent",
    PathKind.STEPS: "in Stufen",
}


class Addition(Traced):
    """What an edition adds to the catalogue: an own indicator, an own source or own breaks, as the library's value.

    `content` is JSON (`monitors.values`); for breaks `key` is the indicator that they belong to.
    """

    class Kind(models.TextChoices):
        """What is added."""

        INDICATOR = "kennzahl", "Indikator"
        SOURCE = "quelle", "Quelle"
        BREAKS = "brueche", "Brüche"

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=120)
    content = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "kind", "key"), name="addition_key_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class ChosenIndicator(Versioned):
    """An indicator that this edition looks at."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    position = models.PositiveIntegerField("Reihenfolge", default=0)
    core = models.BooleanField("Kernindikator", default=True)
    why = models.TextField("Wozu")
    goals = models.ManyToManyField(Goal, related_name="+", blank=True, verbose_name="Ziele")
    addressees = models.JSONField("Für wen", default=list, blank=True)
    steerable = models.CharField("Steuerbar", max_length=20, default=Steerable.PARTLY.value)
    steerable_reason = models.TextField("Begründung der Steuerbarkeit", blank=True)
    source = models.CharField("Quelle", max_length=120, blank=True)
    group = models.CharField("betrachtete Gruppe", max_length=200, blank=True)
    why_feature = models.TextField("Wozu dieses Merkmal", blank=True)
    further_text = models.TextField("Zielwerte weiterer Gebiete und Gruppen", default="[]")

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="indicator_chosen_once"),)

    def __str__(self) -> str:
        return self.code

    def to_value(self) -> Selection:
        """The library's value. Expects `goals`, `target` and its signatures to be loaded (`queries.chosen`)."""
        agreed = getattr(self, "agreed_target", None)
        return Selection(
            code=self.code,
            why=self.why,
            goals=tuple(goal.key for goal in self.goals.all()),
            addressees=tuple(self.addressees),
            steerable=Steerable(self.steerable),
            steerable_reason=self.steerable_reason,
            source=self.source,
            group=self.group,
            target=agreed.to_value() if agreed else None,
            target_signed_by=tuple(signature.office for signature in agreed.signatures.all()) if agreed else (),
            core=self.core,
            why_feature=self.why_feature,
            further_targets=from_text(tuple[FurtherTarget, ...], self.further_text),
        )


class AgreedTarget(Versioned):
    """The target of a chosen indicator, with thresholds. Whoever changes it takes the signatures off."""

    chosen = models.OneToOneField(ChosenIndicator, on_delete=models.PROTECT, related_name="agreed_target")
    base_value = models.DecimalField("Ausgangswert", max_digits=20, decimal_places=6)
    base_year = models.PositiveSmallIntegerField("Ausgangsjahr")
    operator = models.CharField("Richtung", max_length=1)
    value = models.DecimalField("Zielwert", max_digits=20, decimal_places=6)
    year = models.PositiveSmallIntegerField("Zieljahr")
    warn = models.DecimalField("Schwelle „hinsehen“", max_digits=20, decimal_places=6, null=True, blank=True)
    act = models.DecimalField("Schwelle „entscheiden“", max_digits=20, decimal_places=6, null=True, blank=True)
    responsible = models.CharField("verantwortlich", max_length=200, blank=True)
    reason = models.TextField("Begründung", blank=True)
    path = models.CharField("Weg", max_length=40, default=PathKind.LINEAR.value)
    steps_text = models.TextField("Zwischenziele", default="[]")

    def __str__(self) -> str:
        return f"{self.operator} {self.value.normalize():f} bis {self.year}"

    @property
    def path_in_words(self) -> str:
        """The way to the target, for whoever signs it."""
        steps = (f"{step.year}: {f'{step.value:f}'.replace('.', ',')}" for step in self.to_value().steps)
        return "; ".join((_PATHS[PathKind(self.path)], *steps))

    @property
    def holds(self) -> bool:
        """Whether both offices have signed."""
        return {signature.office for signature in self.signatures.all()} >= {"Koordination", "Statistik"}

    def to_value(self) -> Target:
        """The library's value."""
        return Target(
            base_value=self.base_value.normalize(),
            base_year=self.base_year,
            operator=Operator(self.operator),
            value=self.value.normalize(),
            year=self.year,
            warn=None if self.warn is None else self.warn.normalize(),
            act=None if self.act is None else self.act.normalize(),
            responsible=self.responsible,
            reason=self.reason,
            path=PathKind(self.path),
            steps=from_text(tuple[Step, ...], self.steps_text),
        )


class TargetSignature(Traced):
    """One office's signature under a target."""

    target = models.ForeignKey(AgreedTarget, on_delete=models.CASCADE, related_name="signatures")
    office = models.CharField("Amt", max_length=60)
    name = models.CharField("Name", max_length=150)
    day = models.DateField("Datum")

    class Meta:
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("target", "office"), name="target_signed_once_per_office"),)

    def __str__(self) -> str:
        return f"{self.office}: {self.name}, {self.day:%d.%m.%Y}"
