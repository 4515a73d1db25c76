"""An interpretation and its signatures."""

from django.db import models

from mehrklang.vocabulary import Interpretation as InterpretationValue
from mehrklang.vocabulary import Signature as SignatureValue
from mehrklang_web.audit.models import Traced
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account

OFFICES = ("Koordination", "Statistik")


class Interpretation(Traced):
    """What the numbers of one indicator mean, as written once. The newest of an indicator counts."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("Kennung", max_length=120)
    summary = models.TextField("Das Wichtigste in einem Satz", blank=True)
    text = models.TextField("Interpretation")
    data_version = models.CharField("Datenstand", max_length=120)
    at = models.DateTimeField("geschrieben", auto_now_add=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", null=True)
    who = models.CharField("von", max_length=150)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("edition", "code")),)

    def __str__(self) -> str:
        return f"{self.code}, {self.at:%d.%m.%Y}"

    def to_value(self) -> InterpretationValue:
        """The library's value. Expects the signatures to be loaded."""
        return InterpretationValue(
            indicator=self.code,
            text=self.text,
            data_version=self.data_version,
            signatures=tuple(signature.to_value() for signature in self.signatures.all()),
            summary=self.summary,
        )

    @property
    def signed_by_both(self) -> bool:
        """Whether Koordination and Statistik have both signed."""
        return self.to_value().signed_by_both

    @property
    def open_offices(self) -> tuple[str, ...]:
        """The offices that have not signed yet."""
        signed = {signature.office for signature in self.signatures.all()}
        return tuple(office for office in OFFICES if office not in signed)


class Signature(Traced):
    """One office's signature under an interpretation."""

    interpretation = models.ForeignKey(Interpretation, on_delete=models.PROTECT, related_name="signatures")
    office = models.CharField("Amt", max_length=60)
    name = models.CharField("Name", max_length=150)
    day = models.DateField("Datum")

    class Meta:
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("interpretation", "office"), name="signed_once_per_office"),)

    def __str__(self) -> str:
        return f"{self.office}: {self.name}, {self.day:%d.%m.%Y}"

    def to_value(self) -> SignatureValue:
        """The library's value."""
        return SignatureValue(self.name, self.office, self.day)
