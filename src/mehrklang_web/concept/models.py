"""A goal."""

from django.db import models
from django.utils.functional import cached_property

from mehrklang.planning import CouncilDecision, GoalLevel
from mehrklang.planning import Goal as GoalValue
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text


class Goal(Versioned):
    """A goal of the municipality; the tree is made by `parent`, further goals above it are `also_serves`.

    `decisions` is JSON of the library's council decisions (`monitors.values`).
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=60)
    title = models.CharField("Ziel", max_length=300)
    field = models.CharField("Handlungsfeld", max_length=120)
    level = models.CharField("Ebene", max_length=20, blank=True, choices=[(each, each.label) for each in GoalLevel])
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    also_serves = models.ManyToManyField(
        "self", symmetrical=False, related_name="+", blank=True, verbose_name="dient auch"
    )
    decisions = models.TextField("Beschlüsse", default="[]")
    text = models.TextField("Erläuterung", blank=True)
    position = models.PositiveIntegerField("Reihenfolge", default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="goal_key_once"),)

    def __str__(self) -> str:
        return self.title

    @property
    def level_name(self) -> str:
        """The level in German, "" where it is not said. (Django makes a table of all levels for each call.)"""
        return GoalLevel(self.level).label if self.level else ""

    @cached_property
    def others(self) -> "list[Goal]":
        """The goals that it also serves; `queries.goals_of` reads them for all goals at once."""
        return list(self.also_serves.all())

    @property
    def council(self) -> tuple[CouncilDecision, ...]:
        """The decisions as values."""
        if self.decisions == "[]":  # as with nearly all of hundreds of goals
            return ()
        return from_text(tuple[CouncilDecision, ...], self.decisions)

    def to_value(self) -> GoalValue:
        """The library's value. For many goals to be loaded as in `queries.goals_of`."""
        return GoalValue(
            key=self.key,
            title=self.title,
            field=self.field,
            parent=self.parent.key if self.parent else "",
            text=self.text,
            level=GoalLevel(self.level) if self.level else None,
            also_serves=tuple(goal.key for goal in self.others),
            decisions=self.council,
        )
