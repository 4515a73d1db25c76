"""What the store refuses, said in German."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import duckdb

from mehrklang.store.question import Request
from mehrklang.vocabulary import Issue, Severity


class StoreError(Exception):
    """The store cannot take or answer this. `issues` names all faults; none of them quotes a figure.

    `requests` are those at fault, where the others could be answered without them; empty: the fault concerns all.
    """

    def __init__(self, issues: tuple[Issue, ...], requests: frozenset[Request] = frozenset()) -> None:
        more = f" (und {len(issues) - 1} weitere Meldungen)" if len(issues) > 1 else ""
        super().__init__(f"{issues[0].code}: {issues[0].message}{more}")
        self.issues = issues
        self.requests = requests


def refuse(issues: list[Issue], requests: Iterable[Request] = ()) -> None:
    """Raise all faults at once, if there are any; `requests` are those that alone are at fault."""
    if issues:
        raise StoreError(tuple(issues), frozenset(requests))


def fault(code: str, message: str, remedy: str) -> Issue:
    """A fault that has no place in a file."""
    return Issue(code, Severity.ERROR, message, remedy)


@contextmanager
def discreet() -> Iterator[None]:
    """Pass on an engine's error without its text, which quotes rows: nobody has protected them yet."""
    try:
        yield
    except duckdb.Error as error:
        issue = fault(
            "B-ABLAGE-05",
            f"Die Datenbank konnte die Aufgabe nicht ausführen ({type(error).__name__}).",
            "Freien Speicherplatz und Schreibrechte des Datenordners prüfen; sonst die Betreuung verständigen.",
        )
        raise StoreError((issue,)) from None
