"""The codes of the issues of fetching: what each says, why it matters and what to do. The texts: `codes.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from mehrklang.vocabulary import Issue, Severity


@dataclass(frozen=True, slots=True)
class FetchCode:
    """One code; words in braces in `message` and `remedy` are filled in. `explanation` stands in the Handbuch."""

    code: str
    severity: Severity
    title: str
    message: str
    explanation: str
    remedy: str


def _load() -> Mapping[str, FetchCode]:
    text = files(__package__).joinpath("codes.toml").read_text(encoding="utf-8")
    return MappingProxyType({key: _code(key, entry) for key, entry in tomllib.loads(text).items()})


def _code(key: str, entry: Mapping[str, str]) -> FetchCode:
    return FetchCode(
        code=key,
        severity=Severity(entry["schwere"]),
        title=entry["titel"],
        message=entry["meldung"],
        explanation=entry["erklaerung"],
        remedy=entry["abhilfe"],
    )


FETCH_CODES: Mapping[str, FetchCode] = _load()
"""Every code that a plan, a fetch or its folder may answer with."""


def issue(code: str, *, file: str = "", **words: str | int) -> Issue:
    """The issue of a code; `words` fill the braces.

    >>> print(issue("A-PLAN-02", angabe="tabelle").message)
    Im Abrufplan fehlt „tabelle“.
    """
    known = FETCH_CODES[code]
    return Issue(code, known.severity, known.message.format_map(words), known.remedy.format_map(words), file=file)
