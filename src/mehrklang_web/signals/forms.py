"""What people say about a signal."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from mehrklang.catalogue import Break, BreakKind
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


class OwnBreakForm(ConfirmBreakForm):
    """A break that an office enters itself."""

    code = forms.ChoiceField(
        label="Indikator", error_messages={"required": "Bitte wählen Sie, um welche Reihe es geht."}
    )
    first_year = forms.IntegerField(
        label="Ab welchem Jahr?",
        min_value=1950,
        max_value=2100,
        help_text="Das erste Jahr, das mit den früheren nicht vergleichbar ist, zum Beispiel 2022.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Bitte eine Jahreszahl angeben, zum Beispiel 2022."},
    )
    areas = forms.MultipleChoiceField(
        label="Nur in diesen Gebieten",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Nichts gewählt: überall.",
    )
    field_order = ("code", "first_year", "kind", "text", "source", "areas")

    def __init__(
        self,
        *args: Any,
        indicators: Sequence[tuple[str, str]],
        areas: Sequence[tuple[str, str]],
        fixed: bool = False,
        **options: Any,
    ) -> None:
        """`fixed`: of which indicator it is, is not asked any more."""
        super().__init__(*args, **options)
        cast("forms.ChoiceField", self.fields["areas"]).choices = areas
        cast("forms.ChoiceField", self.fields["code"]).choices = [("", "– bitte wählen –"), *indicators]
        if fixed:
            del self.fields["code"]

    def to_value(self) -> Break:
        """The break of a valid form."""
        data = self.cleaned_data
        words = (data["text"].strip(), data["source"].strip())
        return Break(data["first_year"], BreakKind(data["kind"]), *words, tuple(data["areas"]))


def initial_of_break(value: Break) -> dict[str, object]:
    """What the form shows of it."""
    return {
        "first_year": value.first_year,
        "kind": value.kind.value,
        "text": value.text,
        "source": value.source,
        "areas": list(value.areas),
    }


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
