"""A monitor, its editions, and the phases of the cycle."""

from django.db import models

from mehrklang.planning import Phase as PhaseValue
from mehrklang.planning import PlannedPhase
from mehrklang.planning.starting_point import StartingPoint
from mehrklang_web.editing.models import Versioned
from mehrklang_web.places.models import Place


class Phase(models.TextChoices):
    """Where an edition stands in the cycle of about two years (Difu 2022), as in `mehrklang.planning.Phase`."""

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
    starting_point = models.CharField(
        "Ausgangslage",
        max_length=40,
        blank=True,
        default="",
        choices=[(each.value, each.label) for each in StartingPoint],
    )

    class Meta:
        ordering = ("-started", "-pk")
        constraints = (models.UniqueConstraint(fields=("monitor", "label"), name="edition_label_once"),)

    def __str__(self) -> str:
        return f"{self.monitor.title} {self.label}"

    @property
    def begun_with(self) -> StartingPoint | None:
        """The situation in which the monitoring was begun here; None where nobody said so."""
        return StartingPoint(self.starting_point) if self.starting_point else None

    @property
    def address(self) -> str:
        """Where this edition is shown, whichever is looked at now (`addressing`)."""
        return f"/ausgabe/{self.pk}/"


class PhaseInPlan(Versioned):
    """When a phase of an edition is to begin and to end, and who sees to it. Each phase once; all of it may be open."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="timetable")
    phase = models.CharField("Phase", max_length=20, choices=Phase)
    begins = models.DateField("Beginn", null=True, blank=True)
    ends = models.DateField("Ende", null=True, blank=True)
    responsible = models.CharField("zuständig", max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "phase"), name="phase_planned_once"),)

    def __str__(self) -> str:
        return f"{Phase(self.phase).label}, {self.edition}"

    def to_value(self) -> PlannedPhase:
        """The library's value."""
        return PlannedPhase(PhaseValue(self.phase), self.begins, self.ends, self.responsible)
