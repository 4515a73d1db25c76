"""A code of issues: what all issues of one kind say, why it matters and what to do."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mehrklang.vocabulary.issue import Severity


@dataclass(frozen=True, slots=True)
class IssueCode:
    """One code.

    `message` and `remedy` are templates whose words in braces are filled in where the issue arises; `explanation` and,
    where there is one, `example` are the Handbuch's paragraph.
    """

    code: str
    severity: Severity
    title: str
    message: str
    explanation: str
    remedy: str
    example: str = ""


def codes_in(text: str) -> Mapping[str, IssueCode]:
    """The codes of a room's TOML text, in its order. KeyError or ValueError if an entry is incomplete.

    >>> text = '''
    ... [P-NULL-01]
    ... schwere = "hinweis"
    ... titel = "Viele Nullen"
    ... meldung = "In {spalte} steht fast nur 0."
    ... erklaerung = "Nullen stehen oft für fehlende Werte."
    ... abhilfe = "Bitte nachfragen."
    ... '''
    >>> codes_in(text)["P-NULL-01"].message.format(spalte="Wert")
    'In Wert steht fast nur 0.'
    """
    return MappingProxyType({code: _code(code, entry) for code, entry in tomllib.loads(text).items()})


def _code(code: str, entry: Mapping[str, str]) -> IssueCode:
    return IssueCode(
        code=code,
        severity=Severity(entry["schwere"]),
        title=entry["titel"],
        message=entry["meldung"],
        explanation=entry["erklaerung"],
        remedy=entry["abhilfe"],
        example=entry.get("beispiel", ""),
    )
