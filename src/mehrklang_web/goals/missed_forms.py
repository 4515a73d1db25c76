"""Why a target was missed, and what was decided."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.planning import Consequence, CouncilDecision, Matter, MissedTarget
from mehrklang_web.concept.forms import day_field

_UNDECIDED = [("", "noch nicht entschieden")]


class MissedTargetForm(forms.Form):
    """Reason and decision; the decision may come later."""

    reason = forms.CharField(
        label="Warum wurde das Ziel nicht erreicht?",
        help_text="In ein, zwei Sätzen, so wie es im Bericht stehen soll. Zum Beispiel: „Zwei von vier neuen Gruppen "
        "konnten nicht öffnen, weil Fachkräfte fehlten.“",
        error_messages={"required": "Bitte schreiben Sie, warum das Ziel nicht erreicht wurde."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    consequence = forms.ChoiceField(
        label="Wie geht es weiter?",
        required=False,
        choices=[*_UNDECIDED, *((each.value, each.label) for each in Consequence)],
        help_text="Solange nicht entschieden ist, bleibt das verfehlte Ziel als Aufgabe auf der Übersicht.",
    )
    new_year = forms.IntegerField(
        label="Neues Zieljahr",
        required=False,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Nur bei „weiter mit neuem Zieljahr“. Den Zielwert ändern Sie danach in der Auswahl; er wird neu "
        "unterschrieben.",
        error_messages={"invalid": "Bitte eine Jahreszahl angeben, z. B. 2030."},
    )
    measure = forms.ChoiceField(
        label="Maßnahme", required=False, help_text="Mit der gegengesteuert wird, falls sie steht."
    )
    text = forms.CharField(
        label="Die Entscheidung in Worten",
        required=False,
        help_text="Zum Beispiel: „Die Stellen werden ab 2027 neu ausgeschrieben.“",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    body = forms.CharField(
        label="Beschlossen von", required=False, max_length=200, help_text="Gremium, zum Beispiel „Rat der Stadt“."
    )
    day = day_field("Datum des Beschlusses")
    number = forms.CharField(label="Nummer der Vorlage", required=False, max_length=100)

    def __init__(
        self, data: QueryDict | None = None, *, year: int, measures: Sequence[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.year = year
        field = self.fields["measure"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "keine"), *measures]

    def clean(self) -> dict[str, Any]:
        """The new year belongs to its decision, and lies ahead; a decision of a council names the council."""
        data = super().clean() or self.cleaned_data
        wanted = data.get("consequence") == Consequence.NEW_YEAR.value
        year = data.get("new_year")
        if wanted and year is None and "new_year" not in self.errors:
            self.add_error("new_year", "Bitte nennen Sie das neue Zieljahr.")
        if year is not None and not wanted:
            self.add_error("new_year", "Ein neues Zieljahr gehört zur Entscheidung „weiter mit neuem Zieljahr“.")
        elif year is not None and year <= self.year:
            self.add_error("new_year", f"Das neue Zieljahr muss nach {self.year} liegen.")
        if (data.get("day") or data.get("number")) and not data.get("body"):
            self.add_error("body", "Bitte nennen Sie das Gremium.")
        return data

    def to_value(self, *, matter: Matter, by: str, today: date) -> MissedTarget:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return MissedTarget(
            indicator=matter.code,
            year=self.year,
            reason=data["reason"],
            consequence=Consequence(data["consequence"]) if data["consequence"] else None,
            text=data["text"],
            new_year=data["new_year"],
            measure=data["measure"],
            area=matter.area,
            group=matter.group,
            decision=CouncilDecision(data["body"], data["day"], data["number"]) if data["body"] else None,
            by=by,
            day=today,
        )


def initial_of(missed: MissedTarget | None) -> dict[str, object]:
    """What the form shows of a record that exists already."""
    if missed is None:
        return {}
    decision = missed.decision or CouncilDecision("")
    return {
        **{name: getattr(missed, name) for name in ("reason", "new_year", "measure", "text")},
        "consequence": missed.consequence.value if missed.consequence else "",
        **{name: getattr(decision, name) for name in ("body", "day", "number")},
    }
