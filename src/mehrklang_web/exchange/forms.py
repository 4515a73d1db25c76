"""Uploading archives, and what becomes of the one that was tried."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang_web.monitors.models import Edition, Monitor


class ArchiveForm(forms.Form):
    """An archive to try."""

    file = forms.FileField(
        label="Ordner als ZIP-Datei",
        help_text="Ausgepackt höchstens 128 MB. Es wird zuerst nur geprüft und verglichen.",
    )


class CompareForm(forms.Form):
    """Two archives, or one against the running edition."""

    file = forms.FileField(label="Ein Ordner (ZIP)")
    other = forms.FileField(
        label="Ein zweiter Ordner (ZIP)",
        required=False,
        help_text="Ohne ihn wird mit der Ausgabe verglichen, die gerade gezeigt wird.",
    )


class TakeInForm(forms.Form):
    """Of which monitor the tried folder becomes an edition, and under which name."""

    monitor = forms.ChoiceField(label="Wird eine Ausgabe von", required=False)
    label = forms.CharField(label="Bezeichnung der Ausgabe", max_length=60)
    signatures = forms.BooleanField(
        label="Unterschriften und Interpretationen übernehmen",
        required=False,
        help_text="Nur, wenn der Ordner aus dem eigenen Haus stammt. Was eine andere Kommune unterschrieben hat, gilt "
        "hier nicht.",
    )

    def __init__(self, data: QueryDict | None = None, *, monitors: Sequence[Monitor], **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["monitor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "einem neuen Monitor"), *((str(each.pk), str(each)) for each in monitors)]

    def clean(self) -> dict[str, Any]:
        """An edition of that name exists once."""
        data = super().clean() or self.cleaned_data
        monitor, label = data.get("monitor"), data.get("label")
        if monitor and label and Edition.objects.filter(monitor=monitor, label=label).exists():
            self.add_error("label", "Diese Ausgabe gibt es schon. Wählen Sie eine andere Bezeichnung.")
        return data

    def wanted(self) -> Monitor | None:
        """The chosen monitor; None for a new one."""
        chosen = self.cleaned_data["monitor"]
        return Monitor.objects.get(pk=chosen) if chosen else None
