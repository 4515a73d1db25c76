"""Own indicators and sources, catalogues of others that were taken in, indicators that are no longer offered."""

from django.db import models

from mehrklang.catalogue import Guarding, IndicatorDefinition, Loosening, NamedCatalogue, Source
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.models import Traced
from mehrklang_web.editing.models import Versioned
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text


class OwnIndicator(Versioned):
    """An indicator that the office has defined itself; `content` is the library's value as JSON."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Code", max_length=120)
    content = models.TextField("Definition")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="own_indicator_once"),)

    def __str__(self) -> str:
        return self.code

    def to_value(self) -> IndicatorDefinition:
        """The library's value."""
        return from_text(IndicatorDefinition, self.content)


class OwnSource(Versioned):
    """A source that the office has described itself; `content` is the library's value as JSON."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Schlüssel", max_length=120)
    content = models.TextField("Quelle")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="own_source_once"),)

    def __str__(self) -> str:
        return self.key

    def to_value(self) -> Source:
        """The library's value."""
        return from_text(Source, self.content)


class TakenCatalogue(Versioned):
    """A catalogue of others with its indicators, as library values."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("Kürzel", max_length=120)
    head = models.TextField("Katalog")
    indicators_text = models.TextField("Indikatoren", default="[]")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="taken_catalogue_once"),)

    def __str__(self) -> str:
        return self.key

    def to_value(self) -> NamedCatalogue:
        """The library's value of its head."""
        return from_text(NamedCatalogue, self.head)

    @property
    def indicators(self) -> tuple[IndicatorDefinition, ...]:
        """Its indicators."""
        return from_text(tuple[IndicatorDefinition, ...], self.indicators_text)


class RetiredIndicator(Versioned):
    """An indicator that is no longer offered for choice, whichever catalogue it is from; its series stays."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Code", max_length=120)
    who = models.CharField("Wer", max_length=150)
    day = models.DateField("Tag")
    why = models.TextField("Grund")
    successor = models.CharField("Nachfolger", max_length=120, blank=True)

    class Meta:
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="indicator_retired_once"),)

    def __str__(self) -> str:
        return self.code

    def to_value(self) -> Retirement:
        """The library's value."""
        return Retirement(self.who, self.day, self.why, self.successor)


class KeptLoosening(Traced):
    """That the rules of secrecy of a source or an indicator became looser, and why. Written once."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("Art", max_length=20, choices=[(each.value, each.label) for each in Guarding])
    key = models.CharField("Schlüssel", max_length=120)
    told = models.TextField("worin")
    reason = models.TextField("Begründung")
    legal_basis = models.TextField("Rechtsgrundlage")
    who = models.CharField("Wer", max_length=150, blank=True)
    day = models.DateField("Tag")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.key}: {self.told}"

    def to_value(self) -> Loosening:
        """The library's value."""
        return Loosening(Guarding(self.kind), self.key, self.told, self.reason, self.legal_basis, self.who, self.day)
