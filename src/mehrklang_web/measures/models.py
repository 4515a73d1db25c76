"""A measure."""

from django.db import models
from django.utils.functional import cached_property

from mehrklang.planning import CouncilDecision, MeasureState
from mehrklang.planning import Measure as MeasureValue
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.selection.models import ChosenIndicator


class Measure(Versioned):
    """What is done. `decisions` is JSON of the library's council decisions (`monitors.values`)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=60)
    title = models.CharField("Maßnahme", max_length=300)
    goals = models.ManyToManyField(Goal, related_name="+", blank=True, verbose_name="Ziele")
    indicators = models.ManyToManyField(ChosenIndicator, related_name="+", blank=True, verbose_name="Indikatoren")
    state = models.CharField("Stand", max_length=20, choices=[(each, each.value) for each in MeasureState])
    responsible = models.CharField("Zuständig", max_length=200, blank=True)
    budget = models.DecimalField("Budget in Euro", max_digits=14, decimal_places=2, null=True, blank=True)
    product = models.CharField("Produkt des Haushalts", max_length=200, blank=True)
    begins = models.DateField("Beginn", null=True, blank=True)
    ends = models.DateField("Ende", null=True, blank=True)
    text = models.TextField("Erläuterung", blank=True)
    decisions = models.TextField("Beschlüsse", default="[]")
    position = models.PositiveIntegerField("Reihenfolge", default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="measure_key_once"),)

    def __str__(self) -> str:
        return self.title

    @cached_property
    def served(self) -> list[Goal]:
        """The goals that it serves; `queries.measures_of` reads them for all measures at once."""
        return list(self.goals.all())

    @cached_property
    def beside(self) -> list[ChosenIndicator]:
        """The indicators beside which it is shown; read as `served`."""
        return list(self.indicators.all())

    @property
    def council(self) -> tuple[CouncilDecision, ...]:
        """The decisions as values."""
        if self.decisions == "[]":  # as with nearly all of hundreds of measures
            return ()
        return from_text(tuple[CouncilDecision, ...], self.decisions)

    def to_value(self) -> MeasureValue:
        """The library's value."""
        return MeasureValue(
            key=self.key,
            title=self.title,
            goals=tuple(goal.key for goal in self.served),
            indicators=tuple(chosen.code for chosen in self.beside),
            state=MeasureState(self.state),
            responsible=self.responsible,
            budget=None if self.budget is None else self.budget.normalize(),
            product=self.product,
            begins=self.begins,
            ends=self.ends,
            text=self.text,
            decisions=self.council,
        )
