"""Addressees and entries of the plan, each the library's value as JSON."""

from django.db import models

from mehrklang.planning.communication import Addressee, PlannedMessage
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text


class KeptAddressee(Versioned):
    """A group of addressees."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=60)
    content = models.TextField("Zielgruppe (JSON)")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="addressee_key_once"),)

    def __str__(self) -> str:
        return self.to_value().name

    def to_value(self) -> Addressee:
        """The library's value."""
        return from_text(Addressee, self.content)


class KeptMessage(Versioned):
    """An entry of the plan. Reminders go to `address`, which stays in this house and in no folder."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=60)
    addressee = models.ForeignKey(KeptAddressee, on_delete=models.PROTECT, related_name="messages")
    content = models.TextField("Eintrag (JSON)")
    address = models.EmailField("Adresse für Erinnerungen", blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="message_key_once"),)

    def __str__(self) -> str:
        return self.to_value().title

    def to_value(self) -> PlannedMessage:
        """The library's value."""
        return from_text(PlannedMessage, self.content)


class MessageReminder(Traced):
    """That somebody was reminded of an entry on a day: at most once a day.

    The entry is named by its key: it may be taken out of the plan, that somebody was reminded stays.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel des Eintrags", max_length=60)
    day = models.DateField("Tag")
    address = models.EmailField("Adresse")

    class Meta:
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "key", "day"), name="told_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y} {self.address}"
