"""The codes of the readers' issues: what each says, why it matters and what to do. The texts stand in `codes.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from mehrklang.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One code.

    `message` and `remedy` are templates whose words in braces are filled in by `Faults`; `explanation` is the
    Handbuch's paragraph.
    """

    code: str
    severity: Severity
    title: str
    message: str
    explanation: str
    remedy: str


def _load() -> Mapping[str, Code]:
    text = files(__package__).joinpath("codes.toml").read_text(encoding="utf-8")
    return MappingProxyType({key: _code(key, entry) for key, entry in tomllib.loads(text).items()})


def _code(key: str, entry: Mapping[str, str]) -> Code:
    return Code(
        code=key,
        severity=Severity(entry["schwere"]),
        title=entry["titel"],
        message=entry["meldung"],
        explanation=entry["erklaerung"],
        remedy=entry["abhilfe"],
    )


CODES: Mapping[str, Code] = _load()
"""Every code that a reader may answer with."""
