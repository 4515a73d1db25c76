"""What comes out of a kind that is computed from several parts: figure, interval, and the parts that stay with it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mehrklang.indicators.interval import IntervalMethod
from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.uncertainty.of_value import FEW, NONE_GIVEN, ROUNDED_ONLY, SMALL_BASE, method_of, widened
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.indicators.uncertainty.spread import NO_SPREAD, Spread, by_rounding
from mehrklang.indicators.value import Constituent
from mehrklang.vocabulary import Figure, Material, Reason, Sign

TRANSFERRED = (
    "Anzahlen dahinter sind für geteilte Gebiete geschätzt; angegeben ist, wie weit andere Gewichtungen führen."
)
PROTECTED = "Die Anzahlen dahinter sind zum Schutz gerundet oder verändert; der Wert liegt sicher in diesem Bereich."


@dataclass(frozen=True, slots=True)
class Made:
    """The outcome with its interval, its parts, and numerator and denominator where the kind has them."""

    outcome: Outcome
    spread: Spread = NO_SPREAD
    constituents: tuple[Constituent, ...] = ()
    numerator: Figure | None = None
    denominator: Figure | None = None


def rounded(parts: Iterable[Part], evaluate: Callable[[], Bounds | None]) -> Spread | None:
    """The range of the source's rounding, or of our own protection; None where all parts are exact counts of ours."""
    inexact = [part for part in parts if part.material is Material.PUBLISHED or part.slack]
    if not inexact:
        return None
    if all(part.slack is None for part in inexact):
        return Spread(None, NONE_GIVEN)
    bounds = evaluate()
    if bounds is None:
        return Spread(None, NONE_GIVEN)
    moved = [part for part in inexact if widened(part)]
    if not moved:
        return by_rounding(bounds, ROUNDED_ONLY)
    method = method_of(moved)
    return by_rounding(bounds, TRANSFERRED if method is IntervalMethod.TERRITORY else PROTECTED, method=method)


def bounds_of(part: Part) -> Bounds:
    """The smallest and the greatest number behind a part that has one."""
    assert part.figure.number is not None  # the caller has asked `obstacle` before
    return Bounds.around(part.figure.number, part.slack or part.figure.number * 0)


def below_floor(persons: Sequence[Part]) -> Figure | None:
    """The sign of a base that is smaller than the rules of its source allow."""
    numbers = [part.figure.number for part in persons if part.figure.number is not None]
    floor = max((part.rate_floor for part in persons), default=0)
    return Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL) if sum(numbers) < floor else None


def small(persons: Iterable[Part]) -> tuple[str, ...]:
    """The mark of a small base."""
    numbers = [part.figure.number for part in persons if part.figure.number is not None]
    return (SMALL_BASE,) if sum(numbers) < FEW else ()
