"""A look through the results of a run, the signals and proposed breaks that it gave, and what people did with them."""

from django.db import models
from django.utils.timezone import localdate, now

from mehrklang.assessment.warning import Signal as SignalValue
from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import Break, BreakKind
from mehrklang.planning import HandledSignal, SignalCause, SignalStage, SignalStep
from mehrklang_web.audit.models import Traced
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.people.models import Account, Role
from mehrklang_web.results.models import Run
from mehrklang_web.ui.states import State


class Stage(models.TextChoices):
    """How far people have come with a signal."""

    NEW = "neu", "neu"
    SEEN = "gesehen", "gesehen"
    EXPLAINED = "erklaert", "erklärt"
    CLOSED = "abgeschlossen", "abgeschlossen"

    @property
    def chip(self) -> State:
        """How the stage looks."""
        return _CHIPS[self]


_CHIPS = {
    Stage.NEW: State("△", "neu", "care"),
    Stage.SEEN: State("◐", "gesehen", "note"),
    Stage.EXPLAINED: State("→", "erklärt", "note"),
    Stage.CLOSED: State("✓", "abgeschlossen", "good"),
}


class Cause(models.TextChoices):
    """What a signal turned out to be."""

    DATA = "datenfehler", "Datenfehler"
    DEFINITION = "definition", "Definition oder Reihenbruch"
    REAL = "entwicklung", "tatsächliche Entwicklung"
    CHANCE = "zufall", "Zufall"
    UNCLEAR = "unklar", "noch unklar"


class Survey(Traced):
    """One look through the results of a run: how many series could be judged, and how strict the limit was."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="+")
    judged = models.PositiveIntegerField("geprüfte Reihen")
    rare = models.CharField("Grenze", max_length=40)
    limit = models.CharField("Fehlalarme", max_length=300)

    def __str__(self) -> str:
        return f"Durchsicht von {self.run}"


class Signal(Traced):
    """One signal about one value: what, where, why, to whom it goes and how far people have come with it.

    Promise: `content` is the library's value as it was last found; `present` says whether the newest run still gives
    it; `data_version` is that of the run in which it was last found. `run` is None while it has only come with a
    folder and nothing was computed here yet.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey(
        Run, on_delete=models.PROTECT, related_name="+", verbose_name="zuletzt gefunden in", null=True
    )
    code = models.CharField("Kennung", max_length=120)
    name = models.CharField("Indikator", max_length=300)
    field = models.CharField("Handlungsfeld", max_length=200)
    area = models.CharField("Gebiet", max_length=60)
    area_name = models.CharField("Name des Gebiets", max_length=200)
    group = models.CharField("Gruppe", max_length=200)
    group_name = models.CharField("Bezeichnung der Gruppe", max_length=300)
    kind = models.CharField("Art", max_length=40)
    year = models.PositiveSmallIntegerField("Jahr")
    content = models.TextField()
    data_version = models.CharField("Datenstand", max_length=120)
    stage = models.CharField("Stand", max_length=20, choices=Stage, default=Stage.NEW)
    present = models.BooleanField("noch auffällig", default=True)
    office = models.CharField("zuständig", max_length=20, choices=Role)
    person = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField("entstanden", auto_now_add=True)

    class Meta:
        ordering = ("-year", "name", "area_name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "code", "area", "group", "kind", "year"), name="signal_once_per_value"
            ),
        )

    def __str__(self) -> str:
        return f"{self.label}: {self.name}, {self.area_name}, {self.year}"

    @property
    def label(self) -> str:
        """What is conspicuous, in German."""
        return SignalKind(self.kind).label

    @property
    def chip(self) -> State:
        """How the stage looks."""
        return Stage(self.stage).chip

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.stage != Stage.CLOSED

    @property
    def addressee(self) -> str:
        """To whom it goes, in German."""
        return self.person.full_name if self.person else Role(self.office).label

    def to_value(self) -> SignalValue:
        """The library's value."""
        return from_text(SignalValue, self.content)

    def to_handled(self) -> HandledSignal:
        """The signal with all its steps, as a folder takes it along."""
        return HandledSignal(
            kind=self.kind,
            indicator=self.code,
            area=self.area,
            group=self.group,
            year=self.year,
            stage=SignalStage(self.stage),
            evidence=self.to_value().evidence,
            data_version=self.data_version,
            office=Role(self.office).label,
            person=self.person.full_name if self.person else "",
            steps=tuple(step.to_value() for step in self.steps.all()),
        )


CLOSED = "Abgeschlossen"
"""What the step is called whose text is a decision."""


class Step(Traced):
    """One step in the life of a signal; never changed. `cause` stands with explanations only."""

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="steps")
    at = models.DateTimeField("Zeitpunkt", default=now)
    who = models.CharField("Wer", max_length=150)
    role = models.CharField("Rolle", max_length=60, blank=True)
    did = models.CharField("Was", max_length=120)
    cause = models.CharField("Ursache", max_length=20, choices=Cause, blank=True)
    text = models.TextField("Text", blank=True)
    data_version = models.CharField("Datenstand", max_length=120)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.did}: {self.signal}"

    def to_value(self) -> SignalStep:
        """The step as a folder takes it along."""
        return SignalStep(
            localdate(self.at),
            self.who,
            self.did,
            self.role,
            SignalCause(self.cause) if self.cause else None,
            self.text,
            self.data_version,
        )


class BreakStage(models.TextChoices):
    """How far people have come with a proposed break."""

    OPEN = "offen", "offen"
    CONFIRMED = "bestaetigt", "von einem Amt bestätigt"
    ENTERED = "eingetragen", "eingetragen"
    REJECTED = "verworfen", "verworfen"

    @property
    def chip(self) -> State:
        """How the stage looks."""
        return _BREAK_CHIPS[self]


_BREAK_CHIPS = {
    BreakStage.OPEN: State("△", "offen", "care"),
    BreakStage.CONFIRMED: State("◐", "von einem Amt bestätigt", "note"),
    BreakStage.ENTERED: State("✓", "eingetragen", "good"),
    BreakStage.REJECTED: State("○", "verworfen", "plain"),
}


class ProposedBreak(Traced):
    """A break that nobody has documented, as the library proposes it; it cuts nothing until both offices confirm it.

    `text` and `source` are what the first office wrote: what changed, and which document proves it; `reason` says why
    it was rejected. `present` says whether the newest run still proposes it.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    name = models.CharField("Indikator", max_length=300)
    first_year = models.PositiveSmallIntegerField("ab Jahr")
    areas = models.JSONField("Gebiete", default=list, blank=True)
    evidence = models.TextField("Anlass")
    stage = models.CharField("Stand", max_length=20, choices=BreakStage, default=BreakStage.OPEN)
    present = models.BooleanField("noch vorgeschlagen", default=True)
    kind = models.CharField("Art", max_length=40)
    text = models.TextField("Was sich geändert hat", blank=True)
    source = models.CharField("Beleg", max_length=400, blank=True)
    reason = models.TextField("Grund der Verwerfung", blank=True)

    class Meta:
        ordering = ("name", "first_year")
        constraints = (models.UniqueConstraint(fields=("edition", "code", "first_year"), name="break_proposed_once"),)

    def __str__(self) -> str:
        return f"Reihenbruch ab {self.first_year}: {self.name}"

    @property
    def chip(self) -> State:
        """How the stage looks."""
        return BreakStage(self.stage).chip

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide."""
        return self.stage in (BreakStage.OPEN, BreakStage.CONFIRMED)

    def to_value(self) -> Break:
        """The library's break, as confirmed."""
        return Break(self.first_year, BreakKind(self.kind), self.text, self.source, tuple(self.areas))


class BreakVoice(Traced):
    """One office that confirmed a proposed break."""

    proposal = models.ForeignKey(ProposedBreak, on_delete=models.PROTECT, related_name="voices")
    office = models.CharField("Amt", max_length=60)
    name = models.CharField("Name", max_length=150)
    day = models.DateField("Datum")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("proposal", "office"), name="break_confirmed_once_per_office"),)

    def __str__(self) -> str:
        return f"{self.office}: {self.name}, {self.day:%d.%m.%Y}"
