"""Forms for uploading and accepting a delivery."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from mehrklang.catalogue import Source
from mehrklang.sources import KINDS
from mehrklang_web.deliveries.models import Delivery, Trial


class UploadForm(forms.Form):
    """A file to be tried."""

    file = forms.FileField(
        label="Datei",
        help_text="CSV- oder Excel-Datei, höchstens 100 MB. Sie wird nur geprüft, noch nicht übernommen.",
        allow_empty_file=True,
        error_messages={"required": "Bitte wählen Sie eine Datei aus."},
    )
    source = forms.ChoiceField(label="Quelle", help_text="Wessen Zahlen sind es?")
    kind = forms.ChoiceField(
        label="Art der Datei", required=False, choices=[("", "am Inhalt erkennen"), *KINDS.items()]
    )

    def __init__(self, *args: Any, sources: Iterable[Source], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["source"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(source.key, source.name) for source in sorted(sources, key=lambda each: each.name.casefold())]

    def clean_file(self) -> "UploadedFile[bytes]":
        """Not too large."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > settings.DELIVERY_MAX_BYTES:
            raise forms.ValidationError("Die Datei ist größer als 100 MB. Bitte teilen Sie sie nach Jahren auf.")
        return file


class AcceptForm(forms.Form):
    """What is noted with an accepted delivery."""

    replaces = forms.ModelChoiceField(
        label="Ersetzt eine frühere Lieferung",
        queryset=Delivery.objects.none(),
        required=False,
        empty_label="nein, sie kommt hinzu",
        help_text="Bei einer Korrektur: Die frühere Lieferung bleibt erhalten, wird aber nicht mehr verwendet.",
    )
    note = forms.CharField(label="Bemerkung", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, trial: Trial, deliveries: Iterable[Delivery], **options: Any) -> None:
        super().__init__(*args, **options)
        if trial.needs_reason:
            self._ask_for_reason()
        field = self.fields["replaces"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Delivery.objects.filter(pk__in=[each.pk for each in deliveries])

    def _ask_for_reason(self) -> None:
        note = self.fields["note"]
        note.label, note.required = "Begründung", True
        note.help_text = "Es gibt Warnungen: Warum kann die Lieferung trotzdem verwendet werden?"
        note.error_messages["required"] = "Bitte begründen Sie, warum die Lieferung trotz der Warnungen gilt."


class RejectForm(forms.Form):
    """Why a file is not accepted."""

    reason = forms.CharField(
        label="Grund der Ablehnung",
        required=False,
        max_length=500,
        help_text="Steht im Protokoll. Freiwillig.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
