"""A monitor, its editions, and the phases of the cycle."""

from django.db import models

from mehrklang_web.editing.models import Versioned
from mehrklang_web.places.models import Place


class Phase(models.TextChoices):
    """Where an edition stands in the cycle of about two years (Difu 2022)."""

    CONCEPT = "konzept", "Konzept"
    COLLECTION = "erheben", "Erheben"
    INTERPRETATION = "interpretieren", "Interpretieren"
    DISCUSSION = "diskutieren", "Diskutieren"
    REPORT = "berichten", "Berichten"
    REVIEW = "ueberpruefen", "Überprüfen"


class Monitor(Versioned):
    """One monitoring of a municipality, e.g. Integration or Diversität."""

    title = models.CharField("Titel", max_length=200)
    organisation = models.CharField("Organisation", max_length=200)
    area = models.CharField("Schlüssel des Gebiets", max_length=60)

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"


class Edition(Versioned):
    """One edition (Ausgabe) of a monitor, with what holds for all its indicators."""

    monitor = models.ForeignKey(Monitor, on_delete=models.PROTECT, related_name="+", verbose_name="Monitor")
    label = models.CharField("Ausgabe", max_length=60)
    phase = models.CharField("Phase", max_length=20, choices=Phase, default=Phase.CONCEPT)
    introduction = models.TextField("Einleitung", blank=True)
    rule_set = models.CharField("Regelsatz der Geheimhaltung", max_length=60, blank=True)
    comparison = models.JSONField("Schlüssel der Vergleichsgebiete", default=list, blank=True)
    places = models.ManyToManyField(Place, related_name="+", blank=True, verbose_name="Gebiete")
    started = models.DateTimeField("begonnen", auto_now_add=True)

    class Meta:
        ordering = ("-started", "-pk")
        constraints = (models.UniqueConstraint(fields=("monitor", "label"), name="edition_label_once"),)

    def __str__(self) -> str:
        return f"{self.monitor.title} {self.label}"
