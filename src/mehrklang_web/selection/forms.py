"""Forms of the selection: the target, and why an indicator was chosen."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.target import PathKind, Step
from mehrklang.catalogue import Direction
from mehrklang.package import FurtherTarget
from mehrklang_web.selection.further import Offer
from mehrklang_web.selection.models import AgreedTarget

_STEP = re.compile(r"(\d{4})\s*:?\s+(-?\d{1,12}(?:,\d{1,6})?)", re.ASCII)
PATHS = [
    (PathKind.LINEAR.value, "gerade, jedes Jahr gleich viel"),
    (PathKind.GEOMETRIC.value, "gleichmäßig in Prozent"),
    (PathKind.STEPS.value, "in Stufen (Zwischenziele)"),
]
OPERATORS = [(Operator.AT_LEAST.value, "mindestens (≥)"), (Operator.AT_MOST.value, "höchstens (≤)")]


def _number(label: str, *, required: bool = True, help_text: str = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=required,
        max_digits=20,
        decimal_places=6,
        localize=True,
        help_text=help_text,
        error_messages={"invalid": "Bitte eine Zahl angeben, z. B. 12,5."},
    )


def _year(label: str, help_text: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=1950,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Bitte eine Jahreszahl angeben, z. B. 2030."},
    )


class TargetForm(forms.Form):
    """A target with base and thresholds."""

    base_value = _number("Ausgangswert", help_text="Der Wert, von dem aus gerechnet wird, z. B. 14,9.")
    base_year = _year("Ausgangsjahr", "Das Jahr dieses Wertes, z. B. 2024.")
    operator = forms.ChoiceField(label="Der Wert soll", choices=OPERATORS, help_text="Erreicht ist das Ziel ab da.")
    value = _number("Zielwert", help_text="Was erreicht werden soll, z. B. 12.")
    year = _year("Zieljahr", "Bis wann, z. B. 2030.")
    warn = _number("Schwelle „hinsehen“", required=False, help_text="Jenseits davon sieht jemand hin.")
    act = _number("Schwelle „entscheiden“", required=False, help_text="Jenseits davon entscheidet jemand.")
    path = forms.ChoiceField(label="Weg zum Ziel", choices=PATHS, required=False)
    steps = forms.CharField(
        label="Zwischenziele",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nur für den Weg in Stufen: je Zeile Jahr und Wert, z. B. 2028: 22,5.",
    )
    responsible = forms.CharField(label="Verantwortlich", required=False, max_length=200)
    reason = forms.CharField(label="Begründung", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        """The target lies in the future of its base, and asks for more than is already there."""
        data = super().clean() or self.cleaned_data
        if {"base_year", "year"} <= data.keys() and data["year"] <= data["base_year"]:
            self.add_error("year", "Das Zieljahr muss nach dem Ausgangsjahr liegen.")
        if {"base_value", "value", "operator"} <= data.keys() and _met(
            data["base_value"], data["value"], data["operator"]
        ):
            self.add_error("value", "Der Ausgangswert erfüllt diesen Zielwert schon.")
        if not self.errors and (fault := fault_of_path(data)):
            self.add_error("steps", fault)
        return data

    def clean_path(self) -> str:
        """Straight where nothing else is said."""
        return self.cleaned_data["path"] or PathKind.LINEAR.value

    def clean_steps(self) -> tuple[Step, ...]:
        """One step per line."""
        return tuple(_step(line) for line in self.cleaned_data["steps"].splitlines() if line.strip())

    def to_value(self) -> Target:
        """The library's value of a valid form."""
        data = {name: self.cleaned_data[name] for name in TargetForm.base_fields}
        return Target(**{**data, "operator": Operator(data["operator"]), "path": PathKind(data["path"])})


class NewFurtherForm(TargetForm):
    """For which area and group, and the target; those of an agreed one stay."""

    area = forms.ChoiceField(
        label="Gebiet", required=False, help_text="Ein anderes Gebiet, zum Beispiel ein Stadtteil, …"
    )
    group = forms.ChoiceField(label="Gruppe", required=False, help_text="… oder eine andere Gruppe, oder beides.")
    field_order = ("area", "group")

    def __init__(self, data: QueryDict | None = None, *, offer: Offer, **options: Any) -> None:
        super().__init__(data, **options)
        self.taken = offer.taken
        for name, choices in (("area", offer.areas), ("group", offer.groups)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Each area and group has one target; that of the whole area and the group in view is the indicator's own."""
        data = super().clean()
        place = data.get("area", ""), data.get("group", "")
        if {"area", "group"} & self.errors.keys():
            return data
        if place == ("", ""):
            said = (
                "Das ist der Zielwert des Indikators selbst. Bitte ein anderes Gebiet oder eine andere Gruppe wählen."
            )
            self.add_error("area", said)
        elif place in self.taken:
            self.add_error("area", "Für dieses Gebiet und diese Gruppe gibt es schon einen Zielwert.")
        return data

    def to_further(self) -> FurtherTarget:
        """The library's value of a valid form, unsigned."""
        return FurtherTarget(self.to_value(), self.cleaned_data["area"], self.cleaned_data["group"])


def fault_of_path(data: dict[str, Any]) -> str:
    """Why the way to the target is none; "" if it is one."""
    steps, path = data["steps"], data["path"]
    years = [data["base_year"], *(step.year for step in steps), data["year"]]
    if (path == PathKind.STEPS.value) != bool(steps):
        return "Zwischenziele gehören zum Weg in Stufen, und nur zu ihm."
    if years != sorted(set(years)):
        return "Die Zwischenziele müssen in der Reihenfolge der Jahre zwischen Ausgangs- und Zieljahr liegen."
    if path == PathKind.GEOMETRIC.value and min(data["base_value"], data["value"]) <= 0:
        return "Gleichmäßig in Prozent geht es nur zwischen zwei Werten über null."
    return ""


def _step(line: str) -> Step:
    found = _STEP.fullmatch(line.strip())
    if found is None:
        raise forms.ValidationError(f"„{line.strip()}“ ist kein Zwischenziel. Bitte so: 2028: 22,5.")
    return Step(int(found[1]), Decimal(found[2].replace(",", ".")))


def _met(base: Decimal, value: Decimal, operator: str) -> bool:
    return base >= value if operator == Operator.AT_LEAST.value else base <= value


def initial_of(agreed: AgreedTarget | None, direction: Direction | None = None) -> dict[str, Any]:
    """What the form shows of a target that exists already; of a new one, on which side of it the value shall lie."""
    if agreed is not None:
        return initial_of_target(agreed.to_value())
    return {"operator": Operator.AT_MOST.value} if direction is Direction.LOW_IS_GOOD else {}


def initial_of_target(target: Target) -> dict[str, Any]:
    """What the form shows of a target."""
    return {name: getattr(target, name) for name in TargetForm.base_fields} | {
        "operator": target.operator.value,
        "path": target.path.value,
        "steps": "\n".join(f"{step.year}: {f'{step.value:f}'.replace('.', ',')}" for step in target.steps),
    }
