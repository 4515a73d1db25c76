"""Forms of the catalogue: retiring an indicator, and the file of a catalogue of others."""

from django import forms

from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.catalogues.models import RetiredIndicator

LARGEST = 2 * 1024 * 1024


class RetireForm(forms.Form):
    """Since when, why, and what comes instead."""

    day = forms.DateField(
        label="Stillgelegt ab",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Bitte ein Datum angeben, z. B. 31.05.2026."},
    )
    why = forms.CharField(
        label="Grund",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Zum Beispiel: „Die Quelle erhebt das Merkmal nicht mehr.“",
    )
    successor = forms.CharField(
        label="Nachfolger (Code)",
        required=False,
        max_length=120,
        help_text="Der Code steht auf dem Steckbrief, zum Beispiel „auslaenderanteil“. Leer: keiner.",
    )

    def __init__(self, *args: object, known: frozenset[str] = frozenset(), **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they come
        self._known = known

    def clean_successor(self) -> str:
        """An indicator that exists."""
        code: str = self.cleaned_data["successor"].strip()
        if code and code not in self._known:
            raise forms.ValidationError(
                f"Den Indikator „{code}“ gibt es nicht. Bitte den Code vom Steckbrief übernehmen."
            )
        return code

    def to_value(self, who: str) -> Retirement:
        """The library's value of a valid form."""
        data = self.cleaned_data
        return Retirement(who, data["day"], data["why"], data["successor"])


def initial_of(kept: RetiredIndicator | None) -> dict[str, object]:
    """What the form shows of a retirement that exists already."""
    return {"day": kept.day, "why": kept.why, "successor": kept.successor} if kept else {}


class FileForm(forms.Form):
    """A file with a catalogue of others."""

    file = forms.FileField(label="Datei", help_text="TOML, Excel (xlsx), OpenDocument (ods) oder CSV.")
