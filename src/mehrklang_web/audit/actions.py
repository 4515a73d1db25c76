"""An act: the one way in which anything is written in the shell."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from django.db import transaction

from mehrklang_web.audit.acting import acting
from mehrklang_web.audit.models import Entry


class Author(Protocol):
    """Who acts: an account, or the installation itself."""

    @property
    def pk(self) -> int | None: ...
    @property
    def full_name(self) -> str: ...
    @property
    def role_label(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Installation:
    """The installation as author: what happens before there is an account."""

    pk: int | None = None
    full_name: str = "Einrichtung"
    role_label: str = "System"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is written, in words: the kind of object, its key, its name."""

    kind: str
    key: str
    name: str


@dataclass(slots=True)
class Trace:
    """What the entry will say about before and after; the act fills it in."""

    old: str = ""
    new: str = ""


@contextmanager
def act(did: str, *, by: Author, to: Subject) -> Iterator[Trace]:
    """One transaction, one entry: both are kept or neither is.

    `did` is what the Protokoll says, e.g. "Interpretation unterschrieben". An act inside an act belongs to the outer
    transaction and leaves an entry of its own.
    """
    with transaction.atomic(), acting():
        trace = Trace()
        yield trace
        Entry.objects.create(
            account=by.pk,
            who=by.full_name,
            role=by.role_label,
            did=did,
            kind=to.kind,
            key=to.key,
            name=to.name[:300],
            old=trace.old,
            new=trace.new,
        )


@contextmanager
def privately() -> Iterator[None]:
    """One transaction without an entry, for what belongs to one account and is seen by nobody else (drafts)."""
    with transaction.atomic(), acting():
        yield
