"""The codes of the checks: what each says, why it is suspicious, an example, what to do. The texts: `codes.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from mehrklang.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class CheckCode:
    """One code; words in braces in `message` are filled in. `explanation` and `example` stand in the Handbuch."""

    code: str
    severity: Severity
    title: str
    message: str
    explanation: str
    example: str
    remedy: str


def _load() -> Mapping[str, CheckCode]:
    text = files(__package__).joinpath("codes.toml").read_text(encoding="utf-8")
    return MappingProxyType({key: _code(key, entry) for key, entry in tomllib.loads(text).items()})


def _code(key: str, entry: Mapping[str, str]) -> CheckCode:
    return CheckCode(
        code=key,
        severity=Severity(entry["schwere"]),
        title=entry["titel"],
        message=entry["meldung"],
        explanation=entry["erklaerung"],
        example=entry["beispiel"],
        remedy=entry["abhilfe"],
    )


CHECK_CODES: Mapping[str, CheckCode] = _load()
"""Every code that a check may answer with."""
