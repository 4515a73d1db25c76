"""Forms of the timetable."""

from collections.abc import Mapping
from typing import Any

from django import forms

from mehrklang.planning import Phase as PhaseValue
from mehrklang.planning import PlannedPhase
from mehrklang.planning.timetable import faults
from mehrklang_web.monitors.models import Phase, PhaseInPlan


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Bitte ein Datum angeben, z. B. 31.05.2027."},
    )


class TimetableForm(forms.Form):
    """Begin, end and responsible office of each phase."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for phase in Phase:
            self.fields[f"{phase.value}-beginn"] = _day(f"{phase.label}: Beginn")
            self.fields[f"{phase.value}-ende"] = _day(f"{phase.label}: Ende")
            self.fields[f"{phase.value}-zustaendig"] = forms.CharField(
                label=f"{phase.label}: zuständig", required=False, max_length=200
            )

    def rows(self) -> list[tuple[Phase, list[forms.BoundField]]]:
        """The fields by phase."""
        return [
            (phase, [self[f"{phase.value}-{part}"] for part in ("beginn", "ende", "zustaendig")]) for phase in Phase
        ]

    def clean(self) -> dict[str, Any]:
        """Phases end after they have begun and follow one another."""
        data = super().clean() or self.cleaned_data
        if not self.errors:
            for fault in faults(self.to_value()):
                self.add_error(None, _spoken(fault))
        return data

    def to_value(self) -> tuple[PlannedPhase, ...]:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return tuple(
            PlannedPhase(
                PhaseValue(phase),
                data[f"{phase}-beginn"],
                data[f"{phase}-ende"],
                data[f"{phase}-zustaendig"],
            )
            for phase in Phase.values
        )


def initial_of(kept: Mapping[str, PhaseInPlan]) -> dict[str, Any]:
    """What the form shows of a timetable that exists already."""
    shown: dict[str, Any] = {}
    for phase, each in kept.items():
        shown |= {f"{phase}-beginn": each.begins, f"{phase}-ende": each.ends, f"{phase}-zustaendig": each.responsible}
    return shown


def _spoken(fault: str) -> str:
    """The library names phases by their key; people by their label."""
    for phase in Phase:
        fault = fault.replace(f"„{phase.value}“", f"„{phase.label}“")
    return fault
