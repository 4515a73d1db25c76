"""Bringing in a profile as the library's TOML file, and making one by saying what each column means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from mehrklang.sources import LoadedProfile, Profile, load_profile
from mehrklang.sources.periods import read_period
from mehrklang_web.profiles.columns import LABELS, MISSING, Role, SaidColumn, profile_of, said_of, twice

MOST_BYTES = 200_000


class ImportForm(forms.Form):
    """A TOML file with a profile; its faults stand at the field, all of them."""

    file = forms.FileField(
        label="Zuordnung als Datei",
        help_text="Eine TOML-Datei, wie sie hier heruntergeladen oder mit einem Editor geschrieben wird.",
        error_messages={"required": "Bitte wählen Sie eine Datei aus."},
    )

    def clean_file(self) -> LoadedProfile:
        """The profile in the file."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Die Datei ist zu groß für eine Zuordnung.")
        try:
            text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError("Die Datei ist nicht in UTF-8 gespeichert.") from error
        loaded = load_profile(text, file.name or "zuordnung.toml")
        if loaded.profile is None:
            raise forms.ValidationError([f"{issue.message} {issue.remedy}" for issue in loaded.issues])
        if not loaded.profile.name:
            raise forms.ValidationError('Die Zuordnung hat keinen Namen. Bitte ergänzen Sie oben: name = "…"')
        return loaded


class MappingForm(forms.Form):
    """What the columns of a file mean; one group of fields per column, numbered from 0 on."""

    name = forms.CharField(
        label="Name der Zuordnung", max_length=120, error_messages={"required": "Bitte geben Sie einen Namen an."}
    )
    measure = forms.CharField(label="Messgröße", required=False, max_length=200)
    area = forms.CharField(label="Gebiet", required=False, max_length=60)
    period = forms.CharField(label="Zeitraum", required=False, max_length=60)
    unit = forms.CharField(label="Einheit", required=False, max_length=60)

    def __init__(self, *args: Any, heads: Sequence[str], sheet: str, start: Profile | None, **options: Any) -> None:
        self.heads, self._sheet = tuple(heads), sheet
        options["initial"] = _initial(start, self.heads) if start else {}
        super().__init__(*args, **options)
        for at, head in enumerate(self.heads):
            if head and head not in self.heads[:at]:
                self.fields |= _column_fields(at, head)

    def columns(self) -> Iterator["FieldsOfColumn"]:
        """The fields of each column that has a head."""
        for at, head in enumerate(self.heads):
            if f"role_{at}" in self.fields:
                yield FieldsOfColumn(
                    at, head, self[f"role_{at}"], tuple(self[f"{each}_{at}"] for each in _VALUE_FIELDS)
                )

    def whole(self) -> tuple[forms.BoundField, ...]:
        """The fields that hold for the whole file."""
        return tuple(self[name] for name in ("measure", "area", "period", "unit"))

    def clean(self) -> dict[str, Any]:
        """Puts the profile together (`profile` of the cleaned data) and says what is missing."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        columns = [self._said(at, data) for at, _ in enumerate(self.heads) if f"role_{at}" in self.fields]
        for role in twice(columns):
            self.add_error(None, f"„{LABELS[role]}“ ist mehreren Spalten gegeben; es kann nur eine sein.")
        frame = Profile(
            name=data.get("name", ""),
            values=(),
            measure=data["measure"],
            area=data["area"],
            period=data["period"],
            unit=data["unit"],
            sheet=self._sheet,
        )
        profile = profile_of(frame, columns)
        if profile.missing:
            self.add_error(None, f"Noch fehlt: {'; '.join(MISSING[word] for word in profile.missing)}.")
        return data | {"profile": profile}

    def _said(self, at: int, data: Mapping[str, str]) -> SaidColumn:
        role = Role(data.get(f"role_{at}", Role.NONE.value))
        measure, unit, period, categories = (data.get(f"{each}_{at}", "") for each in _VALUE_FIELDS)
        return SaidColumn(self.heads[at], role, measure, unit, period, self._pairs(at, categories))

    def _pairs(self, at: int, text: str) -> tuple[tuple[str, str], ...]:
        """ "Geschlecht: weiblich; Alter: 18 bis 25" as pairs."""
        parts = [part.partition(":") for part in text.split(";") if part.strip()]
        if any(not name.strip() or not label.strip() for name, _, label in parts):
            self.add_error(f"categories_{at}", "Bitte so schreiben: Geschlecht: weiblich; Alter: 18 bis 25")
        return tuple((name.strip(), label.strip()) for name, _, label in parts)


@dataclass(frozen=True, slots=True)
class FieldsOfColumn:
    """The fields of one column: its role, and what can be said where it holds values."""

    at: int
    head: str
    role: forms.BoundField
    value: tuple[forms.BoundField, ...]

    @property
    def said(self) -> bool:
        """Whether something is said that holds for this column only."""
        return any(bound.value() for bound in self.value)


_VALUE_FIELDS = ("measure", "unit", "period", "categories")
_VALUE_LABELS = ("Messgröße", "Einheit", "Zeitraum", "Merkmale")


def _column_fields(at: int, head: str) -> dict[str, forms.Field]:
    roles = [(role.value, label) for role, label in LABELS.items()]
    fields: dict[str, forms.Field] = {f"role_{at}": forms.ChoiceField(label=f"Bedeutung von „{head}“", choices=roles)}
    for name, label in zip(_VALUE_FIELDS, _VALUE_LABELS, strict=True):
        fields[f"{name}_{at}"] = forms.CharField(label=f"{label} von „{head}“", required=False, max_length=200)
    return fields


def _initial(profile: Profile, heads: Sequence[str]) -> dict[str, str]:
    periods = [head for head in heads if read_period(head)]
    initial = {
        "name": profile.name,
        "measure": profile.measure,
        "area": profile.area,
        "period": profile.period,
        "unit": profile.unit,
    }
    for at, one in enumerate(said_of(profile, heads, is_period=periods)):
        pairs = "; ".join(f"{name}: {label}" for name, label in one.categories)
        said = {"role": one.role.value, "measure": one.measure, "unit": one.unit, "period": one.period}
        initial |= {f"{key}_{at}": text for key, text in (said | {"categories": pairs}).items()}
    return initial
