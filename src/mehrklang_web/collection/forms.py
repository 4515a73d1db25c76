"""Forms of sources and calendar."""

from dataclasses import replace
from typing import Any

from django import forms

from mehrklang.catalogue import Access, Authority, Cadence, ExpectedDay, Supply, TimeReference, load
from mehrklang.catalogue.checks.supply import faults_in_supply
from mehrklang.vocabulary import AreaLevel, Period
from mehrklang_web.collection.actions import OwnConditions
from mehrklang_web.collection.models import OwnSupply, Step
from mehrklang_web.collection.standing import Word

_AS_IN_CATALOGUE = ("", "wie im Katalog")


def _day(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Bitte ein Datum angeben, z. B. 31.05.2027."},
    )


def _text(label: str, length: int = 300, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=length, help_text=help_text)


def _number(label: str, most: int | None = None, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Bitte eine ganze Zahl angeben."},
    )


def _amount(label: str, help_text: str = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        localize=True,
        help_text=help_text,
        error_messages={"invalid": "Bitte eine Zahl angeben, z. B. 12,5."},
    )


class ConditionsForm(forms.Form):
    """The conditions under which a source delivers; an empty field says nothing."""

    holder = _text("Datenhaltende Stelle", help_text="Bei wem die Daten liegen: „Gesundheitsamt, Sachgebiet 53.2“.")
    contact = _text("Kontakt", help_text="Stelle oder Funktion, möglichst keine Person.")
    authority = forms.ChoiceField(
        label="Träger", required=False, choices=[_AS_IN_CATALOGUE, *((each.value, each.label) for each in Authority)]
    )
    legal_basis = _text(
        "Rechtsgrundlage", help_text="Zum Beispiel „§ 13 Statistikgesetz“ oder „Ratsbeschluss vom 5.3.“."
    )
    access = forms.ChoiceField(
        label="Zugang", required=False, choices=[_AS_IN_CATALOGUE, *((each.value, each.label) for each in Access)]
    )
    level = forms.ChoiceField(
        label="Kleinste Raumebene",
        required=False,
        choices=[_AS_IN_CATALOGUE, *((each.value, each.value.capitalize()) for each in AreaLevel)],
    )
    cadence = forms.ChoiceField(
        label="Turnus", required=False, choices=[_AS_IN_CATALOGUE, *((each.value, each.label) for each in Cadence)]
    )
    time_reference = forms.ChoiceField(
        label="Zeitbezug",
        required=False,
        choices=[_AS_IN_CATALOGUE, *((each.value, each.value.capitalize()) for each in TimeReference)],
    )
    reference_days = _text("Stichtage", help_text="Zum Beispiel 31.12., mehrere durch Leerzeichen getrennt.")
    months = _number("Erwartet im … Monat nach dem Zeitraum", 120, "Zum Beispiel 7 für den siebten Monat danach.")
    day = _number("Erwartet am … Tag dieses Monats", 31, "Zum Beispiel 15.")
    effort_hours = _amount("Aufwand in Stunden", "Je Lieferung, zum Beispiel 2,5.")
    effort_basis = _text(
        "Worauf die Stunden beruhen",
        help_text="Zum Beispiel „bei der Lieferung 2025 aufgeschrieben“ oder „geschätzt von der Statistikstelle“.",
    )
    cost_euro = _amount("Kosten in Euro", "Je Lieferung, zum Beispiel 120.")
    retention = _text("Aufbewahrung", help_text="Wie lange und wo: „zehn Jahre im Statistiklaufwerk“.")

    def clean(self) -> dict[str, Any]:
        """Both parts of the expected day or none; days that exist."""
        data = super().clean() or self.cleaned_data
        if {"months", "day"} <= data.keys() and (data["months"] is None) != (data["day"] is None):
            self.add_error("day", "Bitte Monat und Tag angeben oder beide Felder leer lassen.")
        if data.get("effort_hours") is not None and not data.get("effort_basis", "").strip():
            self.add_error("effort_basis", "Bitte sagen Sie, worauf die Stunden beruhen; „geschätzt“ mit Namen genügt.")
        if not self.errors:
            for fault in faults_in_supply(self.supply(), load().definitions):
                self.add_error(None, f"{fault.message} {_remedies.get(fault.code, '')}".strip())
        return data

    def supply(self) -> Supply:
        """The conditions that a valid form says."""
        data = self.cleaned_data
        return Supply(
            holder=data["holder"],
            contact=data["contact"],
            authority=Authority(data["authority"]) if data["authority"] else None,
            legal_basis=data["legal_basis"],
            access=Access(data["access"]) if data["access"] else None,
            level=AreaLevel(data["level"]) if data["level"] else None,
            cadence=Cadence(data["cadence"]) if data["cadence"] else None,
            time_reference=TimeReference(data["time_reference"]) if data["time_reference"] else None,
            reference_days=tuple(data["reference_days"].replace(",", " ").split()),
            expected=ExpectedDay(data["months"], data["day"]) if data["day"] else None,
            effort_hours=data["effort_hours"],
            effort_basis=data["effort_basis"],
            cost_euro=data["cost_euro"],
            retention=data["retention"],
        )


class SupplyForm(ConditionsForm):
    """What this municipality knows of a source; an empty field leaves the catalogue's word in force."""

    responsible = _text("Zuständig im Haus", 150)
    address = forms.EmailField(
        label="Adresse für Erinnerungen",
        required=False,
        help_text="Am besten ein Funktionspostfach.",
        error_messages={"invalid": "Bitte eine E-Mail-Adresse angeben."},
    )

    def to_value(self) -> OwnConditions:
        """The values of a valid form."""
        return OwnConditions(self.supply(), self.cleaned_data["responsible"], self.cleaned_data["address"])

    def keeping(self, kept: OwnSupply | None) -> OwnConditions:
        """As `to_value`, with what the form does not ask: the feature definitions of a folder."""
        value = self.to_value()
        definitions = kept.to_value().definitions if kept else ()
        return replace(value, supply=replace(value.supply, definitions=definitions))


_remedies = {"K-TERMIN-02": "Schreiben Sie zum Beispiel: 31.12."}


def initial_of(kept: OwnSupply | None) -> dict[str, Any]:
    """What the form shows of a source that the municipality knows already."""
    if kept is None:
        return {}
    return initial_of_supply(kept.to_value()) | {"responsible": kept.responsible, "address": kept.address}


def initial_of_supply(own: Supply) -> dict[str, Any]:
    """What a form shows of the conditions of a supply."""
    plain = (
        "holder", "contact", "authority", "legal_basis", "access", "level", "cadence", "time_reference",
        "effort_hours", "effort_basis", "cost_euro", "retention",
    )  # fmt: skip
    return {name: getattr(own, name) for name in plain} | {
        "reference_days": " ".join(own.reference_days),
        "months": own.expected.months if own.expected else None,
        "day": own.expected.day if own.expected else None,
    }


class PlanForm(forms.Form):
    """One expected delivery."""

    source = forms.ChoiceField(label="Quelle")
    period = forms.CharField(
        label="Zeitraum", max_length=20, help_text="Zum Beispiel 2026, 2026-12-31, 2026-Q1 oder 2025/26."
    )
    due = _day("Erwartet bis")

    def __init__(self, *args: Any, sources: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["source"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = sources

    def clean_period(self) -> Period:
        """The period of the key that was typed."""
        try:
            return Period.parse(self.cleaned_data["period"].strip())
        except ValueError:
            raise forms.ValidationError("Bitte so schreiben: 2026, 2026-12-31, 2026-Q1 oder 2025/26.") from None


class StepForm(forms.Form):
    """What happened to an expected delivery."""

    kind = forms.ChoiceField(label="Was ist geschehen?", choices=Step.Kind.choices)
    day = _day("Am", required=True)
    promised_for = _day("Zugesagt für den", help_text="Nur bei einer Zusage.")
    note = forms.CharField(
        label="Bemerkung oder Grund",
        required=False,
        max_length=2000,
        help_text="Bei einer Verweigerung der Grund.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """A promise has its day, a refusal its reason."""
        data = super().clean() or self.cleaned_data
        kind = data.get("kind")
        if kind == Step.Kind.PROMISED and not data.get("promised_for") and "promised_for" not in self.errors:
            self.add_error("promised_for", "Bitte den zugesagten Tag angeben.")
        if kind == Step.Kind.REFUSED and not data.get("note", "").strip():
            self.add_error("note", "Bitte den Grund der Verweigerung angeben.")
        return data

    def to_value(self) -> Word:
        """The word of a valid form; only a promise has a day to come."""
        kind = Step.Kind(self.cleaned_data["kind"])
        return Word(kind, self.cleaned_data["promised_for"] if kind is Step.Kind.PROMISED else None)


class DueForm(forms.Form):
    """Another expected day."""

    due = _day("Erwartet bis", help_text="Leer: kein Tag bekannt.")


class OtherUseForm(forms.Form):
    """Another monitoring that uses the source."""

    title = forms.CharField(label="Monitoring", max_length=200)
    office = _text("Stelle", 200)
