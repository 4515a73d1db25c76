"""A run of the pipeline and the result of each indicator in it."""

from functools import lru_cache

from django.db import models
from django.utils.timezone import localtime

from mehrklang.pipeline import Result as ResultValue
from mehrklang.planning import MissedTarget as MissedTargetValue
from mehrklang.territory import Vintage
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.results.frame import Frame
from mehrklang_web.ui.states import State, of_result


@lru_cache(maxsize=8)
def _opened(content: str) -> ResultValue:
    """The value of a text that never changes; those looked at last stay open, for one page asks for them again."""
    return from_text(ResultValue, content)


class Run(Traced):
    """All results of an edition, frozen at one moment. `frame_text` is what holds for all of them (`frame.Frame`)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("festgehalten", auto_now_add=True)
    who = models.CharField("von", max_length=150)
    frame_text = models.TextField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"Ergebnisse vom {localtime(self.at):%d.%m.%Y %H:%M}"

    def frame(self) -> Frame:
        """Areas, protocols of the guard and issues."""
        return from_text(Frame, self.frame_text)


class Result(Traced):
    """One indicator of a run.

    Promise: `content` is the library's value, unchanged; the other columns repeat parts of it as lists show them, so
    that a list need not open every value.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    position = models.PositiveIntegerField(default=0)
    name = models.CharField("Indikator", max_length=300)
    field = models.CharField("Handlungsfeld", max_length=200)
    group = models.CharField("betrachtete Gruppe", max_length=300)
    latest = models.CharField("letzter Wert", max_length=60)
    period = models.CharField("Zeitraum", max_length=60, blank=True)
    state = models.CharField("Stand zum Ziel", max_length=30)
    trend = models.CharField("Entwicklung", max_length=120)
    data_version = models.CharField("Datenstand", max_length=120)
    content = models.TextField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("run", "code"), name="result_once_per_run"),)

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> ResultValue:
        """The library's value."""
        return _opened(self.content)

    @property
    def chip(self) -> State:
        """How the state looks."""
        return of_result(self.state)


class Stabilising(Versioned):
    """Whether stabilised values are to stand beside the values of an indicator's parts, from the next freezing on."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    wanted = models.BooleanField("stabilisierte Werte", default=False)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="stabilising_once_per_indicator"),)

    def __str__(self) -> str:
        return f"Stabilisierte Werte: {self.code}"


class MissedTarget(Versioned):
    """Why a target was missed and what was decided: the library's value in `content`, told apart by its keys.

    It stays when another target is agreed on.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    area = models.CharField("Gebiet", max_length=60, blank=True)
    group = models.CharField("Gruppe", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("Zieljahr")
    content = models.TextField()

    class Meta:
        ordering = ("code", "year", "pk")
        constraints = (
            models.UniqueConstraint(fields=("edition", "code", "area", "group", "year"), name="missed_target_once"),
        )

    def __str__(self) -> str:
        return f"Verfehltes Ziel {self.year}: {self.code}"

    def to_value(self) -> MissedTargetValue:
        """The library's value."""
        return from_text(MissedTargetValue, self.content)


class EarlierRelease(Traced):
    """What had gone out of one source before this installation knew of it, as the folder told that was taken in.

    Nobody can take it back, so it is never deleted: every edition is held against it, as against a `ReleasedCube`.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    told = models.CharField("in welcher Ausgabe", max_length=120)
    source = models.CharField("Quelle", max_length=120)
    sha256 = models.CharField("Prüfsumme (SHA-256)", max_length=64)
    content = models.TextField()
    revised = models.BooleanField("zurückgezogen")
    at = models.DateTimeField("eingelesen", auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.source} ({self.told})"


class ReleasedCube(Traced):
    """What passed the guard of one source in a run, as a table: later editions are held against it.

    Only protected figures are here. Published statistics are left out: their producers have published them anyway.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    source = models.CharField("Quelle", max_length=120)
    sha256 = models.CharField("Prüfsumme (SHA-256)", max_length=64)
    content = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("run", "source"), name="cube_once_per_run"),)

    def __str__(self) -> str:
        return f"{self.source} ({self.run})"


class ReportedTerritory(Versioned):
    """The territory that an edition reports on: the library's value, "" where each source stays on its own."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    content = models.TextField("Gebietsstand", blank=True)
    at = models.DateTimeField("Zeitpunkt", auto_now=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return "Gebietsstand"

    def to_value(self) -> Vintage | None:
        """The library's value; None where nothing is brought over."""
        return from_text(Vintage, self.content) if self.content else None
