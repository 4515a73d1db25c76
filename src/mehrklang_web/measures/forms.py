"""A measure, new or changed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.planning import Measure as MeasureValue
from mehrklang.planning import MeasureState
from mehrklang_web.concept.forms import DecisionForm, day_field, decisions_initial

Choices = Sequence[tuple[str, str]]


class MeasureForm(DecisionForm):
    """A measure with its links."""

    title = forms.CharField(label="Maßnahme", max_length=300, help_text="Was wird getan? Zum Beispiel „Elterncafé“.")
    state = forms.ChoiceField(label="Stand", choices=[(each.value, each.value) for each in MeasureState])
    responsible = forms.CharField(
        label="Zuständig", required=False, max_length=200, help_text="Stelle oder Funktion, möglichst keine Person."
    )
    begins = day_field("Beginn")
    ends = day_field("Ende", "Leer: unbefristet oder noch offen.")
    budget = forms.DecimalField(
        label="Budget in Euro",
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        localize=True,
        help_text="Über die ganze Laufzeit, zum Beispiel 12500,00.",
        error_messages={"invalid": "Bitte einen Betrag angeben, z. B. 12500,00."},
    )
    product = forms.CharField(label="Produkt des Haushalts", required=False, max_length=200)
    goals = forms.MultipleChoiceField(label="Dient den Zielen", required=False, widget=forms.CheckboxSelectMultiple)
    indicators = forms.MultipleChoiceField(
        label="Wird gezeigt neben den Indikatoren", required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(label="Erläuterung", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: QueryDict | None = None, *, goals: Choices, indicators: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        for name, choices in (("goals", goals), ("indicators", indicators)):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """It does not end before it begins."""
        data = super().clean()
        begins, ends = data.get("begins"), data.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", "Das Ende liegt vor dem Beginn.")
        return data

    def to_value(self, key: str) -> MeasureValue:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return MeasureValue(
            key=key,
            title=data["title"],
            goals=tuple(data["goals"]),
            indicators=tuple(data["indicators"]),
            state=MeasureState(data["state"]),
            responsible=data["responsible"],
            budget=data["budget"],
            product=data["product"],
            begins=data["begins"],
            ends=data["ends"],
            text=data["text"],
            decisions=self.decisions(),
        )


def initial_of(measure: MeasureValue) -> dict[str, object]:
    """What the form shows of a measure that exists already."""
    plain = ("title", "responsible", "begins", "ends", "budget", "product", "text")
    return {
        **{name: getattr(measure, name) for name in plain},
        "state": measure.state.value,
        "goals": list(measure.goals),
        "indicators": list(measure.indicators),
        **decisions_initial(measure.decisions),
    }
