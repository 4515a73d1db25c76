"""Thresholds (Schwellenwerte) apart from the target: beyond the first somebody looks, beyond the second decides."""

from decimal import Decimal

from mehrklang.assessment.target import Target
from mehrklang.catalogue import Direction
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_quantity


def beyond(direction: Direction, number: Decimal, bound: Decimal | None) -> bool:
    """Whether the number lies on the unwelcome side of the bound; the bound itself is not beyond.

    >>> [beyond(way, Decimal(13), Decimal(12)) for way in (Direction.LOW_IS_GOOD, Direction.HIGH_IS_GOOD)]
    [True, False]
    """
    if bound is None or direction is Direction.CONTEXT:
        return False
    return number < bound if direction is Direction.HIGH_IS_GOOD else number > bound


def threshold_text(direction: Direction, target: Target, number: Decimal, unit: Unit) -> str:
    """The German sentence about the graver threshold that is crossed; "" if none is defined or none applies."""
    if direction is Direction.CONTEXT or (target.warn, target.act) == (None, None):
        return ""
    crossed = "unterschritten" if direction is Direction.HIGH_IS_GOOD else "überschritten"
    if target.act is not None and beyond(direction, number, target.act):
        bound = format_quantity(target.act, unit)
        return f"Die Handlungsschwelle ({bound}) ist {crossed}: Eine Entscheidung ist nötig."
    if target.warn is not None and beyond(direction, number, target.warn):
        bound = format_quantity(target.warn, unit)
        return f"Die Warnschwelle ({bound}) ist {crossed}: Bitte prüfen."
    return "Kein Schwellenwert ist berührt."
