"""Forms for logging in and for accounts."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password

from mehrklang.catalogue import load
from mehrklang_web.people.models import Account, Role


class LoginForm(AuthenticationForm):
    """Name and password; the message never says which of the two was wrong."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["username"].label = "Anmeldename"
        self.error_messages = {
            "invalid_login": "Anmeldename oder Passwort stimmen nicht. Bitte prüfen Sie Groß- und Kleinschreibung.",
            "inactive": "Dieses Konto ist gesperrt. Bitte wenden Sie sich an Ihre Administration.",
        }


class OpenAccountForm(forms.Form):
    """A new account."""

    full_name = forms.CharField(label="Name", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]*$",
        label="Anmeldename",
        max_length=60,
        help_text="Kleinbuchstaben, Ziffern, Punkt, Binde- und Unterstrich.",
        error_messages={
            "invalid": "Bitte nur Kleinbuchstaben ohne Umlaute, Ziffern, Punkt, Binde- und Unterstrich verwenden."
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label="Rolle", choices=Role.choices)
    password = forms.CharField(
        label="Erstes Passwort",
        help_text="Mindestens zwölf Zeichen. Es gilt nur bis zur ersten Anmeldung; dann wählt die Person ein eigenes.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_username(self) -> str:
        """Each name once."""
        name: str = self.cleaned_data["username"]
        if Account.objects.filter(username=name).exists():
            raise forms.ValidationError("Diesen Anmeldenamen gibt es schon.")
        return name

    def clean(self) -> dict[str, Any]:
        """The password is checked against the name too."""
        data = super().clean() or self.cleaned_data
        if "password" in data:
            try:
                validate_password(
                    data["password"], Account(username=data.get("username", ""), full_name=data.get("full_name", ""))
                )
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class ResetPasswordForm(forms.Form):
    """A first password for an account that there is already."""

    password = forms.CharField(
        label="Neues erstes Passwort",
        help_text="Mindestens zwölf Zeichen, zum Beispiel mehrere zufällige Wörter hintereinander. Es gilt nur bis zur "
        "nächsten Anmeldung; dann wählt die Person ein eigenes.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self._account = account

    def clean_password(self) -> str:
        """Strong enough for this account. Whether it is the present one is not said: that would be a way to guess."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._account)
        return password


class FieldsForm(forms.Form):
    """The fields of action in which a Fachbereich writes: those of the catalogue, and any other by name."""

    chosen = forms.MultipleChoiceField(
        label="Handlungsfelder des Katalogs",
        required=False,
        choices=[(name, name) for name in load().fields],
        widget=forms.CheckboxSelectMultiple,
    )
    more = forms.CharField(
        label="Weitere",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Eigene Handlungsfelder, je Zeile eines, geschrieben wie bei den Indikatoren, z. B. Digitales.",
    )

    def names(self) -> tuple[str, ...]:
        """All of a valid form, each once."""
        typed = (line.strip() for line in self.cleaned_data["more"].splitlines())
        return tuple(dict.fromkeys([*self.cleaned_data["chosen"], *(name for name in typed if name)]))


def initial_fields(account: Account) -> dict[str, object]:
    """What the form shows of an account."""
    known = set(load().fields)
    return {
        "chosen": [name for name in account.own_fields if name in known],
        "more": "\n".join(name for name in account.own_fields if name not in known),
    }


class NewPasswordForm(forms.Form):
    """A password of one's own choice, typed twice because it is not seen."""

    new = forms.CharField(
        label="Neues Passwort",
        help_text="Mindestens zwölf Zeichen, nicht nur Ziffern, nicht der eigene Name und kein verbreitetes Passwort. "
        "Gut zu merken sind mehrere zufällige Wörter hintereinander.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Neues Passwort noch einmal", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, account: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self._account = account

    def clean_new(self) -> str:
        """Strong enough, and another one."""
        new: str = self.cleaned_data["new"]
        if self._account.check_password(new):
            raise forms.ValidationError("Das ist das bisherige Passwort. Bitte wählen Sie ein anderes.")
        validate_password(new, self._account)
        return new

    def clean_again(self) -> str:
        """Typed twice alike."""
        again: str = self.cleaned_data["again"]
        if again != self.data.get("new"):
            raise forms.ValidationError("Das ist nicht dasselbe Passwort wie darüber.")
        return again


class ChangePasswordForm(NewPasswordForm):
    """Another password, for who knows the present one."""

    old = forms.CharField(
        label="Bisheriges Passwort", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    field_order = ("old", "new", "again")

    def clean_old(self) -> str:
        """Whoever changes the password knows it."""
        old: str = self.cleaned_data["old"]
        if not self._account.check_password(old):
            raise forms.ValidationError("Das bisherige Passwort stimmt nicht.")
        return old
