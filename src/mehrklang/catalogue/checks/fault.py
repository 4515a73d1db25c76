"""A fault that a check has found, before anybody knows the line."""

from dataclasses import dataclass

from mehrklang.catalogue.lines import KeyPath


@dataclass(frozen=True, slots=True)
class Fault:
    """Code, German sentence and remedy as in an `Issue`; `at` is the way to the key that is at fault."""

    code: str
    message: str
    remedy: str
    at: KeyPath = ()
