"""Council decisions as rows of a form, and what forms of the goal system share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from mehrklang.planning import CouncilDecision

_SPARE = 2
_MOST = 30
_PARTS = ("gremium", "datum", "nummer", "inhalt")
MORE = "weitere-zeile"
"""The name of the button that asks for one more row and saves nothing."""


def day_field(label: str, help_text: str = "") -> forms.DateField:
    """A day that may be left open."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = {"invalid": "Bitte ein Datum angeben, z. B. 31.05.2026."}
    return forms.DateField(label=label, required=False, widget=widget, help_text=help_text, error_messages=wrong)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """The fields of one decision."""

    number: int
    fields: tuple[BoundField, ...]


class DecisionForm(forms.Form):
    """A form with rows for council decisions (Gremium, Datum, Nummer); rows left blank are no decisions."""

    def __init__(self, data: QueryDict | None = None, *, rows: int | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.rows = min(rows or self._rows(), _MOST)
        for at in range(self.rows):
            mark = f"({at + 1}. Beschluss)"
            self.fields[f"gremium-{at}"] = forms.CharField(label=f"Gremium {mark}", max_length=200, required=False)
            self.fields[f"datum-{at}"] = day_field(f"Datum {mark}")
            self.fields[f"nummer-{at}"] = forms.CharField(label=f"Nummer {mark}", max_length=100, required=False)
            self.fields[f"inhalt-{at}"] = forms.CharField(label=f"Inhalt {mark}", max_length=500, required=False)

    def _rows(self) -> int:
        if self.is_bound:
            return sum(name.startswith("gremium-") for name in self.data) + (MORE in self.data)
        return sum(name.startswith("gremium-") for name in self.initial or {}) + _SPARE

    def decision_rows(self) -> Iterator[DecisionRow]:
        """The rows, for the template."""
        for at in range(self.rows):
            yield DecisionRow(at + 1, tuple(self[f"{part}-{at}"] for part in _PARTS))

    def plain_fields(self) -> list[BoundField]:
        """All other fields."""
        return [bound for bound in self if bound.name.partition("-")[0] not in _PARTS]

    def clean(self) -> dict[str, Any]:
        """A decision has a body."""
        data = super().clean() or self.cleaned_data
        for at in range(self.rows):
            if not data.get(f"gremium-{at}") and any(data.get(f"{part}-{at}") for part in _PARTS):
                self.add_error(f"gremium-{at}", "Bitte nennen Sie das Gremium, das beschlossen hat.")
        return data

    def decisions(self) -> tuple[CouncilDecision, ...]:
        """The decisions of a valid form."""
        rows = (self._decision(self.cleaned_data, at) for at in range(self.rows))
        return tuple(each for each in rows if each.body)

    @staticmethod
    def _decision(data: Mapping[str, Any], at: int) -> CouncilDecision:
        day: date | None = data[f"datum-{at}"]
        return CouncilDecision(data[f"gremium-{at}"], day, data[f"nummer-{at}"], data[f"inhalt-{at}"])


def decisions_initial(decisions: tuple[CouncilDecision, ...]) -> dict[str, object]:
    """What the rows show of decisions that are there."""
    return {
        name: value
        for at, each in enumerate(decisions)
        for name, value in zip(
            (f"{part}-{at}" for part in _PARTS), (each.body, each.day, each.number, each.text), strict=True
        )
    }


def typed(form: forms.Form) -> dict[str, object]:
    """What was typed into a bound form, as initial values of a new one: nothing is checked."""
    fields = form.fields.items()
    return {name: field.widget.value_from_datadict(form.data, form.files, name) for name, field in fields}
