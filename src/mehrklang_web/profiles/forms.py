"""Bringing in a profile as the library's TOML file."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from mehrklang.sources import LoadedProfile, load_profile

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
