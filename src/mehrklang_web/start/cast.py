"""The people of the demonstration: one account per role, with passwords drawn on the first start."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction

from mehrklang_web.audit.actions import Installation
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Role

_PEOPLE = (
    ("koordination", "Kora Dinter", Role.COORDINATION),
    ("statistik", "Stanislaw Zahl", Role.STATISTICS),
    ("fachbereich", "Fatma Bereich", Role.DEPARTMENT),
    ("partner", "Paulo Nerra", Role.PARTNER),
    ("leitung", "Leonie Tung", Role.LEADERSHIP),
    ("administration", "Adem Minis", Role.ADMINISTRATION),
)
_SYLLABLES = (
    "bar",
    "del",
    "fos",
    "gim",
    "hul",
    "kat",
    "lor",
    "mep",
    "nis",
    "pud",
    "ros",
    "sil",
    "tam",
    "vek",
    "wob",
    "zen",
)


@dataclass(frozen=True, slots=True)
class Login:
    """What one of them logs in with."""

    username: str
    full_name: str
    role: str
    password: str


def logins() -> tuple[Login, ...]:
    """The logins; made on the first call and kept beside the data, readable for the owner alone."""
    path = Path(settings.VAR) / "demonstration-zugaenge.json"
    if not path.exists():
        _make(path)
    return tuple(Login(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))


def _make(path: Path) -> None:
    drawn = [Login(name, full_name, role.label, _draw()) for name, full_name, role in _PEOPLE]
    with transaction.atomic():
        for login, (_, _, role) in zip(drawn, _PEOPLE, strict=True):
            open_account(
                username=login.username,
                full_name=login.full_name,
                role=role,
                password=login.password,
                by=Installation(),
                keeps_password=True,  # invented data on this machine: a demonstration begins at once
            )
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump([asdict(login) for login in drawn], file, ensure_ascii=False, indent=1)


def _draw() -> str:
    """Five syllables and a number: easy to type, and only for invented data on this machine."""
    return "".join(secrets.choice(_SYLLABLES) for _ in range(5)) + f"-{secrets.randbelow(90) + 10}"
