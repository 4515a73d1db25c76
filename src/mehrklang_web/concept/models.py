"""A goal."""

from django.db import models

from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition


class Goal(Versioned):
    """A goal of the municipality; the tree is made by `parent`. `decision` names body, date and number."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=60)
    title = models.CharField("Ziel", max_length=300)
    field = models.CharField("Handlungsfeld", max_length=120)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField("Beschluss", max_length=300, blank=True)
    text = models.TextField("Erläuterung", blank=True)
    position = models.PositiveIntegerField("Reihenfolge", default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="goal_key_once"),)

    def __str__(self) -> str:
        return self.title
