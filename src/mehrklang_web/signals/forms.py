"""What people say about a signal."""

from django import forms
from django.db.models import QuerySet

from mehrklang.catalogue import BreakKind
from mehrklang_web.people.models import Account
from mehrklang_web.signals.models import Cause


class ExplainForm(forms.Form):
    """What the signal turned out to be."""

    cause = forms.ChoiceField(label="Ursache", choices=[("", "bitte wählen"), *Cause.choices])
    text = forms.CharField(
        label="Erklärung",
        help_text="Was wurde geprüft, was hat sich gezeigt?",
        error_messages={"required": "Bitte schreiben Sie, was sich gezeigt hat."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class CloseForm(forms.Form):
    """What was decided."""

    decision = forms.CharField(
        label="Entscheidung",
        help_text="Was folgt daraus? Zum Beispiel: Lieferung berichtigt, Bruch eingetragen, im Bericht erläutert.",
        error_messages={"required": "Bitte schreiben Sie, was daraus folgt."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReopenForm(forms.Form):
    """Why somebody has to look again."""

    reason = forms.CharField(
        label="Grund",
        error_messages={"required": "Bitte nennen Sie den Grund."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )


KINDS = {
    BreakKind.DEFINITION: "Definition",
    BreakKind.SURVEY: "Erhebung",
    BreakKind.EXTRAPOLATION: "Hochrechnung",
    BreakKind.TERRITORY: "Gebietsstand",
    BreakKind.SECRECY: "Geheimhaltung",
    BreakKind.CATEGORY: "Kategorien",
    BreakKind.LAW: "Rechtsänderung",
}


class ConfirmBreakForm(forms.Form):
    """What changed, and which document proves it."""

    kind = forms.ChoiceField(
        label="Was hat sich geändert?", choices=[(kind.value, word) for kind, word in KINDS.items()]
    )
    text = forms.CharField(
        label="In einem Satz",
        max_length=400,
        help_text="Steht neben jeder Darstellung der Reihe.",
        error_messages={"required": "Bitte schreiben Sie, was sich geändert hat."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.CharField(
        label="Beleg",
        max_length=400,
        help_text="Veröffentlichung, Schreiben oder Vermerk.",
        error_messages={"required": "Ohne Beleg wird kein Bruch eingetragen."},
    )


class RejectBreakForm(forms.Form):
    """Why the series runs on."""

    reason = forms.CharField(
        label="Grund",
        error_messages={"required": "Bitte nennen Sie den Grund."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AssignForm(forms.Form):
    """To whom the signal goes."""

    person = forms.ModelChoiceField(
        label="Zuständig",
        queryset=Account.objects.none(),
        empty_label="bitte wählen",
        error_messages={
            "required": "Bitte wählen Sie eine Person.",
            "invalid_choice": "Diese Person bearbeitet keine Hinweise.",
        },
    )

    def __init__(self, *args: object, people: QuerySet[Account], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type] # passed on as they come
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people
