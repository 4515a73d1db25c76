"""Forms for uploading a file, saying how it is read, accepting, rejecting and withdrawing it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.timezone import localtime

from mehrklang.catalogue import Source
from mehrklang.sources import KINDS
from mehrklang.sources.periods import read_period
from mehrklang.sources.units import read_unit
from mehrklang.vocabulary import Finality, Period, Unit
from mehrklang_web.deliveries.limit import most
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.proposing import Candidate
from mehrklang_web.deliveries.trying import Told
from mehrklang_web.profiles.models import KeptProfile

_SAID = (Finality.PROVISIONAL, Finality.ESTIMATED, Finality.FINAL)


class SeveralFiles(forms.ClearableFileInput):
    """A file dialog in which several files can be chosen."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One or more files."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        """Each of them, as Django cleans one."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFilesField, self).clean(each, initial) for each in given or [None]]


class ToldForm(forms.Form):
    """What somebody says about a file; what is left open is recognised."""

    source = forms.ChoiceField(label="Quelle", required=False, help_text="Wessen Zahlen sind es?")
    kind = forms.ChoiceField(
        label="Art der Datei", required=False, choices=[("", "am Inhalt erkennen"), *KINDS.items()]
    )
    period = forms.CharField(
        label="Zeitraum der ganzen Datei",
        required=False,
        max_length=60,
        help_text="Nur, wenn die Datei selbst keinen nennt, zum Beispiel 2024, 31.12.2024 oder 2023/24.",
    )
    unit = forms.CharField(
        label="Einheit der ganzen Datei",
        required=False,
        max_length=60,
        help_text="Nur, wenn die Datei selbst keine nennt, zum Beispiel Anzahl oder Prozent.",
    )

    finality = forms.ChoiceField(
        label="Ergebnisstand der ganzen Datei",
        required=False,
        choices=[("", "wie in der Datei angegeben"), *((one.value, one.label) for one in _SAID)],
        help_text="Nur, wenn die Datei selbst nichts dazu sagt. Vorläufige Werte werden gekennzeichnet (p); "
        "liefern Sie später die endgültigen dazu.",
    )

    def __init__(self, *args: Any, sources: Mapping[str, Source], **options: Any) -> None:
        super().__init__(*args, **options)
        self._sources = sources
        named = sorted(sources.values(), key=lambda each: each.name.casefold())
        _choice(self, "source").choices = [("", "an den Messgrößen erkennen"), *((one.key, one.name) for one in named)]

    def clean_period(self) -> Period | None:
        """The period, as the readers understand it."""
        text = self.cleaned_data["period"]
        period = read_period(text) if text else None
        if text and period is None:
            raise forms.ValidationError(f"„{text}“ ist keine Zeitangabe; zum Beispiel 2024 oder 31.12.2024.")
        return period

    def clean_unit(self) -> Unit | None:
        """The unit, as the readers understand it."""
        text = self.cleaned_data["unit"]
        unit = read_unit(text) if text else None
        if text and unit is None:
            raise forms.ValidationError(f"„{text}“ ist keine Einheit; zum Beispiel Anzahl oder Prozent.")
        return unit

    def told(self) -> Told:
        """What was said."""
        data = self.cleaned_data
        source = self._sources.get(data["source"])
        return Told(source, data["kind"], data["period"], data["unit"], finality=self.said_finality())

    def said_finality(self) -> Finality:
        """How final the values are that say nothing themselves."""
        return Finality(self.cleaned_data["finality"] or Finality.UNSTATED)


class UploadForm(ToldForm):
    """One or more files to be tried."""

    file = SeveralFilesField(
        label="Dateien",
        allow_empty_file=True,
        error_messages={"required": "Bitte wählen Sie eine Datei aus."},
    )
    field_order = ("file", "source", "kind", "period", "unit", "finality")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[
            "file"
        ].help_text = (
            f"CSV- oder Excel-Dateien, auch gepackt, je höchstens {most()}. Sie werden nur geprüft, nicht übernommen."
        )


class ReadingForm(ToldForm):
    """How a file on trial is to be read."""

    profile = forms.ModelChoiceField(
        label="Zuordnung",
        queryset=KeptProfile.objects.all(),
        required=False,
        empty_label="keine, oder die erkannte",
        help_text="Sagt, was die Spalten bedeuten, wenn die Datei keine bekannte Form hat.",
    )
    field_order = ("source", "period", "unit", "finality", "profile", "kind")

    def __init__(self, *args: Any, trial: Trial, may_say_source: bool, **options: Any) -> None:
        profile = trial.profile
        known = KeptProfile.objects.filter(name=profile.name).first() if profile else None
        initial = {
            "source": trial.source,
            "period": trial.period.label if trial.period else "",
            "unit": trial.unit.value if trial.unit else "",
            "profile": known,
            "finality": trial.finality_key,
        }
        super().__init__(*args, initial=initial, **options)
        self._trial, self._fixed = trial, not may_say_source
        if self._fixed:
            del self.fields["source"]

    def told(self) -> Told:
        """What was said; a source that may not be changed stays."""
        data = self.cleaned_data
        key = self._trial.source if self._fixed else data["source"]
        kept: KeptProfile | None = data["profile"]
        profile = kept.to_value() if kept else None
        source = self._sources.get(key)
        return Told(source, data["kind"], data["period"], data["unit"], profile, self.said_finality())


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

    def __init__(self, *args: Any, trial: Trial, candidates: Iterable[Candidate], **options: Any) -> None:
        super().__init__(*args, **options)
        if trial.needs_reason:
            self._ask_for_reason()
        field = self.fields["replaces"]
        assert isinstance(field, forms.ModelChoiceField)
        offered = list(candidates)
        field.queryset = Delivery.objects.filter(pk__in=[each.delivery.pk for each in offered])
        field.choices = [("", field.empty_label), *((each.delivery.pk, _label(each)) for each in offered)]

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


class WithdrawForm(forms.Form):
    """Why a delivery is no longer used."""

    reason = forms.CharField(
        label="Grund der Rücknahme",
        max_length=500,
        help_text="Steht bei der Lieferung und im Protokoll.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Bitte nennen Sie den Grund; er bleibt bei der Lieferung stehen."},
    )


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    return field


def _label(candidate: Candidate) -> str:
    delivery = candidate.delivery
    proposed = " (Vorschlag: ähnlicher Name)" if candidate.likely else ""
    return f"{delivery.name} vom {localtime(delivery.at):%d.%m.%Y}{proposed}"
