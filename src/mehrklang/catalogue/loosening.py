"""That rules of secrecy were loosened: in what, why, on which legal basis, by whom."""

from dataclasses import dataclass
from datetime import date

from mehrklang.catalogue.rule_changes import Guarding


@dataclass(frozen=True, slots=True)
class Loosening:
    """Written once: `told` says in German in what the rules of the source or indicator `key` became looser."""

    kind: Guarding
    key: str
    told: str
    reason: str
    legal_basis: str
    who: str
    day: date
