"""What an edition knows about its sources, what it expects from them, and what has come."""

from django.db import models

from mehrklang.catalogue import Supply
from mehrklang.vocabulary import Period
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.people.models import Account


class OwnSupply(Versioned):
    """How a source delivers to this municipality, where it is known better than in the catalogue.

    `content` is the library's `Supply` as JSON. `responsible` is who asks for the data in this house; reminders go to
    `address`.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    source = models.CharField("Quelle", max_length=120)
    content = models.TextField(default="{}")
    responsible = models.CharField("zuständig im Haus", max_length=150, blank=True)
    address = models.EmailField("Adresse für Erinnerungen", blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "source"), name="own_supply_once"),)

    def __str__(self) -> str:
        return self.source

    def to_value(self) -> Supply:
        """The library's value."""
        return from_text(Supply, self.content)


class Obligation(Versioned):
    """An expected delivery: one source, one reference period, the day by which it should come (None: no day)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    source = models.CharField("Quelle", max_length=120)
    period_key = models.CharField("Zeitraum", max_length=20)
    due = models.DateField("erwartet bis", null=True, blank=True)
    planned = models.DateTimeField("vorgemerkt", auto_now_add=True)

    class Meta:
        ordering = ("due", "source", "period_key")
        constraints = (models.UniqueConstraint(fields=("edition", "source", "period_key"), name="obligation_once"),)

    def __str__(self) -> str:
        return f"{self.source}, {self.period.label}"

    @property
    def period(self) -> Period:
        """The reference period."""
        return Period.parse(self.period_key)


class Step(Traced):
    """Something that happened to an obligation on a day. Written once; the last step counts."""

    class Kind(models.TextChoices):
        """What happened."""

        ASKED = "angefragt", "angefragt"
        PROMISED = "zugesagt", "zugesagt"
        ARRIVED = "eingetroffen", "eingetroffen"
        REFUSED = "verweigert", "verweigert"

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField("Schritt", max_length=20, choices=Kind)
    day = models.DateField("Tag")
    promised_for = models.DateField("zugesagt für", null=True, blank=True)
    note = models.TextField("Bemerkung", blank=True)
    at = models.DateTimeField("vermerkt", auto_now_add=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", null=True)
    who = models.CharField("von", max_length=150)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y} {self.get_kind_display()}"


class Arrival(Traced):
    """That an accepted delivery holds figures of a source for a period.

    `delivery` is its number, not a foreign key: deliveries stand above this room. A withdrawn one no longer counts.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    source = models.CharField("Quelle", max_length=120)
    period_key = models.CharField("Zeitraum", max_length=20)
    delivery = models.BigIntegerField("Nummer der Lieferung")
    name = models.CharField("Datei", max_length=255)
    sha256 = models.CharField("Prüfsumme (SHA-256)", max_length=64)
    day = models.DateField("eingetroffen")
    withdrawn = models.BooleanField("zurückgezogen", default=False)

    class Meta:
        ordering = ("day", "pk")
        constraints = (
            models.UniqueConstraint(fields=("edition", "source", "period_key", "delivery"), name="arrival_once"),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.period.label}"

    @property
    def period(self) -> Period:
        """The period that the file holds."""
        return Period.parse(self.period_key)


class OtherUse(Traced):
    """Another monitoring, here or elsewhere, that uses the same source: asking once suffices for both."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    source = models.CharField("Quelle", max_length=120)
    title = models.CharField("Monitoring", max_length=200)
    office = models.CharField("Stelle", max_length=200, blank=True)

    class Meta:
        ordering = ("title", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "source", "title"), name="other_use_once"),)

    def __str__(self) -> str:
        return f"{self.title}: {self.source}"


class Reminder(Traced):
    """That somebody was reminded of an obligation on a day: at most once a day."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    day = models.DateField("Tag")
    address = models.EmailField("Adresse")

    class Meta:
        ordering = ("-day", "pk")
        constraints = (models.UniqueConstraint(fields=("obligation", "day"), name="reminded_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y} {self.address}"
