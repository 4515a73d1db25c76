"""Refusing a version; writing, answering and settling a remark."""

from typing import Any

from django import forms
from django.http import QueryDict

from mehrklang.planning import Remark
from mehrklang.planning.agreement import OFFICES
from mehrklang.planning.remark import About, RemarkKind, RemarkState
from mehrklang_web.agreements.topics import Topics, topic_of


class RefusalForm(forms.Form):
    """Why a version is not signed."""

    reason = forms.CharField(
        label="Grund",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Was müsste sich ändern? Zum Beispiel „Der Nenner sollte nur Erwachsene umfassen.“",
    )


class RemarkForm(forms.Form):
    """A comment or proposal."""

    topic = forms.ChoiceField(label="Worauf bezieht sich die Anmerkung?")
    kind = forms.ChoiceField(
        label="Form",
        choices=[(RemarkKind.COMMENT.value, "Kommentar oder Frage"), (RemarkKind.PROPOSAL.value, "Änderungsvorschlag")],
    )
    to = forms.ChoiceField(
        label="Wer ist am Zug?",
        required=False,
        choices=[("", "beide Stellen"), *((office, office) for office in OFFICES)],
        help_text="Bei dieser Stelle steht der Punkt auf der Tagesordnung.",
    )
    text = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Zum Beispiel „Bitte prüfen: Das Jobcenter liefert ab 2027 nur noch halbjährlich.“",
    )

    def __init__(self, data: QueryDict | None = None, *, topics: Topics, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(topics)

    def to_value(self) -> Remark:
        """The library's value of a valid form; author and day are not part of it."""
        data = self.cleaned_data
        about, _, key = data["topic"].partition(":")
        return Remark(About(about), key, data["text"], RemarkKind(data["kind"]), to=data["to"])


def initial_of(remark: Remark) -> dict[str, object]:
    """What the form shows of a remark."""
    return {
        "topic": topic_of(remark.about, remark.key),
        "kind": remark.kind.value,
        "to": remark.to,
        "text": remark.text,
    }


class ReplyForm(forms.Form):
    """An answer."""

    text = forms.CharField(label="Antwort", widget=forms.Textarea(attrs={"rows": 3}))


class SettleForm(forms.Form):
    """What became of a remark."""

    state = forms.ChoiceField(
        label="Stand",
        choices=[
            (RemarkState.DONE.value, "erledigt"),
            (RemarkState.REFUSED.value, "abgelehnt, mit Grund"),
            (RemarkState.OPEN.value, "wieder offen"),
        ],
    )
    reason = forms.CharField(
        label="Grund oder Ergebnis",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bei einer Ablehnung nötig.",
    )

    def clean(self) -> dict[str, Any]:
        """Nothing is refused without a reason."""
        data = super().clean() or self.cleaned_data
        if data.get("state") == RemarkState.REFUSED.value and not data.get("reason"):
            self.add_error("reason", "Bitte nennen Sie den Grund der Ablehnung.")
        return data
