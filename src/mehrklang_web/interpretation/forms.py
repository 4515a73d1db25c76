"""The form in which an interpretation is written."""

from django import forms


class InterpretationForm(forms.Form):
    """What the numbers mean, first in one sentence, then in full."""

    summary = forms.CharField(
        label="Das Wichtigste in einem Satz",
        required=False,
        max_length=400,
        help_text="Steht in Kurzberichten allein. Höchstens 400 Zeichen.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    text = forms.CharField(
        label="Interpretation",
        help_text="Was zeigt sich, wie ist es einzuordnen, was folgt daraus? Absätze durch Leerzeilen trennen.",
        error_messages={"required": "Bitte schreiben Sie, was die Zahlen bedeuten."},
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    data_version = forms.CharField(widget=forms.HiddenInput)
    before = forms.CharField(widget=forms.HiddenInput, required=False)

    def send_again(self, data_version: str, before: str) -> None:
        """Sent once more, the form stands on today's data and today's text."""
        self.data = {**self.data, "data_version": data_version, "before": before}
