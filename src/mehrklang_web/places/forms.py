"""Forms of the register: looking something up, and bringing in a list or boundaries."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from mehrklang.territory.outlines import MOST_BYTES
from mehrklang_web.places.models import FileOnTrial

_MOST = {FileOnTrial.Kind.AREAS: 5_000_000, FileOnTrial.Kind.BOUNDARIES: MOST_BYTES}


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Bitte ein Datum angeben, z. B. 31.12.2015."},
    )


class LookUpForm(forms.Form):
    """What of the register is shown."""

    suche = forms.CharField(label="Name oder Schlüssel", required=False, max_length=100)
    gliederung = forms.ChoiceField(label="Gliederung", required=False)
    tag = _day("Gebietsstand am")

    def __init__(self, *args: Any, hierarchies: tuple[str, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["gliederung"].choices = [(each, each) for each in hierarchies]  # type: ignore[attr-defined] # a choice field


class TrialForm(forms.Form):
    """A file, what is in it, and since when boundaries hold."""

    kind = forms.ChoiceField(label="Was ist in der Datei?", choices=FileOnTrial.Kind.choices)
    file = forms.FileField(
        label="Datei",
        help_text="Gebietsliste als CSV oder Arbeitsmappe (Spalten Schlüssel, Name, Ebene …), Grenzen als GeoJSON.",
        error_messages={"required": "Bitte wählen Sie eine Datei aus.", "empty": "Die Datei ist leer."},
    )
    valid_from = _day("Grenzen gültig ab")
    valid_until = _day("Grenzen gültig bis")

    def clean(self) -> dict[str, Any]:
        """The file is not larger than such files are, and time does not run backwards."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        file: UploadedFile[bytes] | None = data.get("file")
        most = _MOST[FileOnTrial.Kind(data.get("kind", FileOnTrial.Kind.AREAS))]
        if file is not None and (file.size or 0) > most:
            self.add_error("file", f"Die Datei ist größer als {most // 1_000_000} MB.")
        since, until = data.get("valid_from"), data.get("valid_until")
        if since and until and until < since:
            self.add_error("valid_until", "Das Ende liegt vor dem Anfang.")
        return data

    def to_trial(self) -> FileOnTrial:
        """The file of a valid form, not yet kept."""
        data = self.cleaned_data
        return FileOnTrial(
            kind=data["kind"],
            name=(data["file"].name or "datei")[-200:],
            content=data["file"].read(),
            valid_from=data["valid_from"],
            valid_until=data["valid_until"],
        )
