"""Indicators on the working table, chosen or not, with targets and verdicts; and what was added to the catalogue."""

from dataclasses import replace

from django.db import models

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.target import PathKind, Step
from mehrklang.catalogue import Break, Perspective
from mehrklang.package import FurtherTarget, Selection, Steerable
from mehrklang.planning import SelectionState
from mehrklang.planning import Verdict as VerdictValue
from mehrklang_web.audit.models import Traced
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text, to_text

_PATHS = {
    PathKind.LINEAR: "gerade, jedes Jahr gleich viel",
    PathKind.GEOMETRIC: "gleichmäßig in Prozent",
    PathKind.STEPS: "in Stufen",
}


class Addition(Versioned):
    """What an edition adds to an indicator of the catalogue: breaks of its series, as the library's values; none where
    all were withdrawn.

    `content` is JSON (`monitors.values`), `key` the indicator. Own indicators and sources live in `catalogues`.
    """

    class Kind(models.TextChoices):
        """What is added."""

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

    def to_value(self) -> tuple[Break, ...]:
        """The library's values."""
        return from_text(tuple[Break, ...], self.content)


class Weighed(Versioned):
    """An indicator on the working table, with the answers that people have written."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    question = models.TextField("Frage", blank=True)
    why = models.TextField("Wozu", blank=True)
    goals = models.ManyToManyField(Goal, related_name="+", blank=True, verbose_name="Ziele")
    addressees = models.JSONField("Für wen", default=list, blank=True)
    perspective = models.CharField("Stärke oder Defizit", max_length=20, blank=True)
    steerable = models.CharField("Steuerbar", max_length=20, default=Steerable.PARTLY.value)
    steerable_reason = models.TextField("Begründung der Steuerbarkeit", blank=True)
    if_moved = models.TextField("Was geschieht, wenn er sich bewegt", blank=True)
    source = models.CharField("Quelle", max_length=120, blank=True)
    effort_hours = models.DecimalField("Eigener Aufwand", max_digits=10, decimal_places=3, null=True, blank=True)
    group = models.CharField("betrachtete Gruppe", max_length=200, blank=True)
    why_feature = models.TextField("Wozu dieses Merkmal", blank=True)
    further_text = models.TextField("Zielwerte weiterer Gebiete und Gruppen", default="[]")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code

    def take(self, selection: Selection) -> None:
        """The answers of a value into the columns; goals are set apart, once the row is saved."""
        for name in _PLAIN:
            setattr(self, name, getattr(selection, name))
        self.addressees = list(selection.addressees)
        self.steerable = selection.steerable.value
        self.perspective = selection.perspective.value if selection.perspective else ""
        self.further_text = to_text(selection.further_targets)

    @property
    def further(self) -> tuple[FurtherTarget, ...]:
        """The targets of other areas and groups, as the library's values."""
        return from_text(tuple[FurtherTarget, ...], self.further_text)

    def answers(self) -> Selection:
        """The library's value, without a target. Expects `goals` to be loaded."""
        return Selection(
            **{name: getattr(self, name) for name in _PLAIN if name != "effort_hours"},
            code=self.code,
            goals=tuple(goal.key for goal in self.goals.all()),
            addressees=tuple(self.addressees),
            steerable=Steerable(self.steerable),
            perspective=Perspective(self.perspective) if self.perspective else None,
            effort_hours=None if self.effort_hours is None else self.effort_hours.normalize(),
            further_targets=self.further,
        )


_PLAIN = ("question", "why", "steerable_reason", "if_moved", "source", "group", "why_feature", "effort_hours")


class ChosenIndicator(Weighed):
    """An indicator that this edition looks at."""

    position = models.PositiveIntegerField("Reihenfolge", default=0)
    core = models.BooleanField("Kernindikator", default=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="indicator_chosen_once"),)

    @classmethod
    def at_the_end(cls, edition: Edition, selection: Selection) -> "ChosenIndicator":
        """A new one after all others of the edition, not saved yet."""
        last = cls.objects.filter(edition=edition).aggregate(last=models.Max("position"))["last"]
        position = 0 if last is None else last + 1
        new = cls(edition=edition, code=selection.code, position=position, core=selection.core)
        new.take(selection)
        return new

    def to_value(self) -> Selection:
        """The library's value. Expects `goals`, `target` and its signatures to be loaded (`queries.chosen`)."""
        agreed = getattr(self, "agreed_target", None)
        return replace(
            self.answers(),
            core=self.core,
            target=agreed.to_value() if agreed else None,
            target_signed_by=tuple(signature.office for signature in agreed.signatures.all()) if agreed else (),
        )


class Candidate(Weighed):
    """An indicator that is weighed and not chosen; no room but those of the selection reads it.

    `target_text` is JSON of a target that it once had or that came with it; its signatures are gone.
    """

    target_text = models.TextField("früherer Zielwert", blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="candidate_once"),)

    def to_value(self) -> Selection:
        """The library's value. Expects `goals` to be loaded (`queries.candidates`)."""
        return replace(self.answers(), target=from_text(Target, self.target_text) if self.target_text else None)


class Verdict(Traced):
    """What was decided about an indicator: written once; of a candidate the last one is its state."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    state = models.CharField("Stand", max_length=20, choices=[(each.value, each.label) for each in SelectionState])
    reason = models.TextField("Begründung", blank=True)
    who = models.CharField("Wer", max_length=150, blank=True)
    office = models.CharField("Amt", max_length=60, blank=True)
    day = models.DateField("Datum", null=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("edition", "code"), name="verdict_on_code"),)

    def __str__(self) -> str:
        return f"{self.code}: {self.get_state_display()}"

    def to_value(self) -> VerdictValue:
        """The library's value."""
        return VerdictValue(self.code, SelectionState(self.state), self.reason, self.who, self.office, self.day)


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

    @classmethod
    def of(cls, chosen: ChosenIndicator, target: Target) -> "AgreedTarget":
        """The target of an indicator, not saved yet."""
        agreed = cls(chosen=chosen)
        agreed.take(target)
        return agreed

    def take(self, target: Target) -> None:
        """A value into the columns."""
        for name in ("base_value", "base_year", "value", "year", "warn", "act", "responsible", "reason"):
            setattr(self, name, getattr(target, name))
        self.operator, self.path, self.steps_text = target.operator.value, target.path.value, to_text(target.steps)

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
