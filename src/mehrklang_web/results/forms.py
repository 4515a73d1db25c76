"""The form for the territory (Gebietsstand) that an edition reports on."""

from collections.abc import Sequence
from typing import Any

from django import forms

from mehrklang.territory import Manner, SourceOn, Vintage, Weighting

_COMMON_FIRST = (Weighting.POPULATION, Weighting.AREA, Weighting.EMPLOYEES)
_WAYS = (
    ("", "bleibt, wie sie liefert"),
    *((f"{Manner.BROUGHT} {one}", f"umrechnen, geteilte Gebiete nach {one.label}") for one in _COMMON_FIRST),
    (Manner.ALREADY.value, "liefert schon auf diesem Gebietsstand"),
)


class TerritoryForm(forms.Form):
    """The territory that the edition reports on, and for each source how it gets there."""

    day = forms.DateField(
        label="Gebietsstand",
        required=False,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        widget=forms.DateInput(format="%d.%m.%Y"),
        help_text="Der Tag, auf den der Umsteigeschlüssel führt, zum Beispiel 31.12.2020. Leer: Jede Quelle bleibt auf "
        "dem Gebietsstand, auf dem sie liefert.",
        error_messages={"invalid": "Bitte schreiben Sie den Tag als 31.12.2020."},
    )

    def __init__(self, *args: Any, sources: Sequence[tuple[str, str]], kept: Vintage | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._keys = {f"weg-{at}": key for at, (key, _) in enumerate(sources)}
        self.initial["day"] = kept.day if kept else None
        for at, (key, name) in enumerate(sources):
            known = kept.of(key) if kept else None
            self.fields[f"weg-{at}"] = forms.ChoiceField(label=name, choices=_WAYS, required=False)
            self.initial[f"weg-{at}"] = _way(known) if known else ""

    def clean(self) -> dict[str, Any]:
        """A way needs a day to lead to."""
        data = super().clean() or {}
        if any(data.get(name) for name in self._keys) and not data.get("day") and "day" not in self.errors:
            self.add_error("day", "Bitte nennen Sie den Gebietsstand, auf den umgerechnet werden soll.")
        return data

    def to_value(self) -> Vintage | None:
        """What was chosen; None without a day."""
        data = self.cleaned_data
        ways = {key: data[name] for name, key in self._keys.items() if data[name]}
        return Vintage(data["day"], tuple(_on(key, way) for key, way in ways.items())) if data["day"] else None


def _way(known: SourceOn) -> str:
    return f"{known.manner} {known.weighting}" if known.manner is Manner.BROUGHT else known.manner.value


def _on(source: str, way: str) -> SourceOn:
    manner, _, weighting = way.partition(" ")
    return SourceOn(source, Manner(manner), Weighting(weighting) if weighting else Weighting.POPULATION)
