"""Addressees and entries of the plan, each the library's value as JSON."""

from django.db import models

from mehrklang.planning.communication import Addressee, PlannedMessage
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
    """An entry of the plan."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=60)
    addressee = models.ForeignKey(KeptAddressee, on_delete=models.PROTECT, related_name="messages")
    content = models.TextField("Eintrag (JSON)")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="message_key_once"),)

    def __str__(self) -> str:
        return self.to_value().title

    def to_value(self) -> PlannedMessage:
        """The library's value."""
        return from_text(PlannedMessage, self.content)
