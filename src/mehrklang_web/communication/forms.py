"""The forms of an addressee and of an entry of the plan."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms

from mehrklang.planning import Phase
from mehrklang.planning.communication import Addressee, Circle, Contents, Form, Language, PlannedMessage, Rhythm
from mehrklang_web.communication.words import CIRCLES, FORMS, LANGUAGES, RHYTHMS
from mehrklang_web.monitors.models import Phase as PhaseLabel

Choices = Sequence[tuple[str, str]]


def _name(label: str, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, required=required, error_messages={"required": f"Bitte ausfüllen: {label}."}
    )


def _choice(label: str, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[(str(value), name) for value, name in choices])


def _note(label: str = "Bemerkung") -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class AddresseeForm(forms.Form):
    """A group of addressees."""

    name = _name("Zielgruppe")
    circle = _choice("Kreis", CIRCLES)
    form = _choice("Bevorzugte Form", FORMS)
    language = _choice("Sprache", LANGUAGES)
    contact = _name("Ansprechstelle", required=False)
    note = _note()

    def to_value(self, key: str) -> Addressee:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return Addressee(
            key,
            data["name"],
            Circle(data["circle"]),
            Form(data["form"]),
            Language(data["language"]),
            data["contact"],
            data["note"].strip(),
        )


class MessageForm(forms.Form):
    """An entry of the plan; `groups`, `fields_of_action` and `indicators` are what can be chosen."""

    title = _name("Was")
    addressee = forms.ChoiceField(label="Für wen")
    form = _choice("In welcher Form", FORMS)
    fields_of_action = forms.MultipleChoiceField(
        label="Handlungsfelder", required=False, widget=forms.CheckboxSelectMultiple
    )
    indicators = forms.MultipleChoiceField(label="Indikatoren", required=False, widget=forms.CheckboxSelectMultiple)
    text = _note("Was noch dazugehört")
    day = forms.DateField(
        label="Termin (beim ersten Mal)",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Bitte einen Tag angeben, z. B. 30.09.2026."},
    )
    phase = forms.ChoiceField(
        label="oder bis zum Ende der Phase", required=False, choices=[("", "keiner Phase"), *PhaseLabel.choices]
    )
    rhythm = _choice("Wie oft", RHYTHMS)
    responsible = _name("Wer sorgt dafür", required=False)
    remind_before = forms.IntegerField(label="Erinnern, Tage vorher", min_value=0, max_value=365, initial=14)
    address = forms.EmailField(
        label="Adresse für Erinnerungen",
        required=False,
        help_text="Am besten ein Funktionspostfach, z. B. integration@musterstadt.example. Die Adresse bleibt hier. "
        "Ohne Adresse wird niemand angeschrieben.",
        error_messages={"invalid": "Bitte eine E-Mail-Adresse angeben."},
    )
    note = _note()

    def __init__(self, *args: Any, groups: Choices, fields_of_action: Choices, indicators: Choices, **options: Any):
        super().__init__(*args, **options)
        for name, choices in (
            ("addressee", groups),
            ("fields_of_action", fields_of_action),
            ("indicators", indicators),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(choices)

    def clean(self) -> dict[str, Any]:
        """A day or a phase, not both; what hangs on a phase comes once."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("phase") and data.get("day"):
            self.add_error("phase", "Bitte entweder einen Termin oder eine Phase angeben.")
        if data.get("phase") and data.get("rhythm") != Rhythm.ONCE.value:
            self.add_error("rhythm", "Was an einer Phase hängt, kommt einmal.")
        return data

    def to_value(self, key: str, done: tuple[date, ...]) -> PlannedMessage:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return PlannedMessage(
            key,
            data["title"],
            data["addressee"],
            Contents(tuple(data["fields_of_action"]), tuple(data["indicators"]), data["text"].strip()),
            Form(data["form"]),
            data["day"],
            Phase(data["phase"]) if data["phase"] else None,
            Rhythm(data["rhythm"]),
            data["responsible"],
            data["remind_before"],
            done,
            data["note"].strip(),
        )


def addressee_initial(value: Addressee | None) -> dict[str, Any]:
    """What the form shows of a kept group."""
    return asdict(value) if value else {}


def message_initial(value: PlannedMessage | None, address: str = "") -> dict[str, Any]:
    """What the form shows of a kept entry and of the address for reminders."""
    if value is None:
        return {}
    contents = value.contents
    return {
        name: getattr(value, name)
        for name in ("title", "addressee", "form", "day", "phase", "rhythm", "responsible", "remind_before", "note")
    } | {
        "fields_of_action": list(contents.fields),
        "indicators": list(contents.indicators),
        "text": contents.text,
        "address": address,
    }
