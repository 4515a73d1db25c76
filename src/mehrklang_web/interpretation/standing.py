"""How it stands with the interpretation of an indicator."""

from enum import Enum

from mehrklang_web.interpretation.models import Interpretation
from mehrklang_web.ui.states import State


class Standing(Enum):
    """Whether an indicator is interpreted; only VALID goes out."""

    MISSING = State("○", "nicht interpretiert", "plain")
    OPEN = State("◐", "Unterschrift fehlt", "note")
    STALE = State("△", "veraltet", "care")
    VALID = State("✓", "interpretiert", "good")


def standing(interpretation: Interpretation | None, data_version: str) -> Standing:
    """The standing of a text against the data as they are now."""
    if interpretation is None:
        return Standing.MISSING
    if interpretation.data_version != data_version:
        return Standing.STALE
    return Standing.VALID if interpretation.signed_by_both else Standing.OPEN
