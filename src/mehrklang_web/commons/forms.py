"""Staying with the own version needs a reason."""

from django import forms


class StayForm(forms.Form):
    """Why the own version stays."""

    why = forms.CharField(
        label="Warum bleibt unsere Fassung?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Zum Beispiel: „Wir vergleichen mit den Vorjahren und wechseln erst zur nächsten Ausgabe.“",
        error_messages={"required": "Bitte sagen Sie in einem Satz, warum Ihre Fassung bleibt."},
    )
