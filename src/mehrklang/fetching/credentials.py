"""Credentials: from the environment into the header of a request, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from mehrklang.fetching.codes import issue
from mehrklang.fetching.services import Service
from mehrklang.vocabulary import Issue

_MASK = "***"


@dataclass(frozen=True, slots=True)
class Credentials:
    """User and password; or a token, which the interface takes in the place of the user, with an empty password.

    >>> Credentials("GAST123", "geheim")
    Credentials(***)
    >>> Credentials("GAST123", "geheim").hide("Konto GAST123, Passwort geheim")
    'Konto ***, Passwort ***'
    """

    user: str = field(repr=False)
    password: str = field(default="", repr=False)

    def __repr__(self) -> str:
        return f"Credentials({_MASK})"

    @property
    def headers(self) -> Mapping[str, str]:
        """The header lines of a request."""
        return {"username": self.user, "password": self.password}

    def hide(self, text: str) -> str:
        """The text without any credential that a service may have repeated in it."""
        for secret in sorted((self.user, self.password), key=len, reverse=True):
            for form in dict.fromkeys((secret, quote(secret), secret.encode("unicode_escape").decode())):
                text = text.replace(form, _MASK) if secret else text
        return text


@dataclass(frozen=True, slots=True)
class Found:
    """The credentials, None if there are issues."""

    credentials: Credentials | None
    issues: tuple[Issue, ...] = ()


def find_credentials(service: Service, environment: Mapping[str, str]) -> Found:
    """The credentials of a service: its token, else user and password."""
    token, user, password = (service.variable(name) for name in ("TOKEN", "KENNUNG", "PASSWORT"))
    names = (token,) if environment.get(token) else (user, password)
    values = [environment.get(name, "") for name in names]
    if not all(values):
        return Found(None, (issue("A-ZUGANG-01", dienst=service.title, token=token, kennung=user, passwort=password),))
    faulty = [name for name, value in zip(names, values, strict=True) if not _sendable(value)]
    if faulty:
        return Found(None, tuple(issue("A-ZUGANG-02", name=name) for name in faulty))
    return Found(Credentials(*values))


def _sendable(value: str) -> bool:
    """Whether a value may stand in a header line as it is."""
    return value == value.strip() and value.isprintable() and max(map(ord, value)) < 256
