"""The interval of a value from its parts: chance for what was counted, rounding for what was published.

Register counts are complete, yet small counts vary from year to year without any cause: that range is given. A
published statistic has the range of its rounding, if its producer says how it rounds; nothing else is invented.
"""

from collections.abc import Iterable
from decimal import Decimal

from mehrklang.indicators.interval import IntervalMethod
from mehrklang.indicators.part import Part
from mehrklang.indicators.uncertainty.clopper_pearson import clopper_pearson
from mehrklang.indicators.uncertainty.garwood import garwood
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.indicators.uncertainty.spread import NO_SPREAD, Spread, by_chance, by_rounding
from mehrklang.indicators.uncertainty.wilson import wilson
from mehrklang.vocabulary import Figure, Material, Unit
from mehrklang.vocabulary.german import format_exact

FEW = 20
NONE_GIVEN = "Ohne Spannweite: Zu diesem veröffentlichten Wert sind weder Stichprobenfehler noch Rundung bekannt."
NO_PART = "Ohne Spannweite: Der Zähler ist nicht Teil des Nenners, oder es sind keine ganzen Fälle."
AMOUNTS = "Ohne Spannweite: Summiert sind Beträge, keine Fälle, die durch Zufall schwanken."
SMALL_BASE = f"Kleine Bezugsgröße (unter {FEW}): Der Wert schwankt schon durch einzelne Fälle stark."
NO_BOUNDS = "Ohne Spannweite: Die Bezugsgröße ist dafür zu klein."
ROUNDED_ONLY = "Nur die Rundung der Quelle ist berücksichtigt; weitere Unsicherheit nennt sie nicht."


def of_share(numerator: Part, denominator: Part, figure: Figure, *, per: int = 100) -> Spread:
    """Wilson's interval, below a base of 20 the exact one; for published parts the bounds of their rounding."""
    cases, base = numerator.figure.number, denominator.figure.number
    if not figure.known or cases is None or base is None:
        return NO_SPREAD
    if widened(numerator) or widened(denominator):
        return _widened_quotient(numerator, denominator, per)
    if numerator.material is Material.PUBLISHED:
        return _rounded_quotient(numerator, denominator, per)
    if numerator.unit.is_amount:
        return Spread(None, AMOUNTS)
    if not 0 <= cases <= base:
        return Spread(None, NO_PART)
    if base < FEW:
        exact = clopper_pearson(float(cases), float(base)).times(per)
        return by_chance(exact, IntervalMethod.CLOPPER_PEARSON, SMALL_BASE)
    return by_chance(wilson(float(cases), float(base)).times(per), IntervalMethod.WILSON)


def of_rate(numerator: Part, denominator: Part, figure: Figure, *, per: int) -> Spread:
    """Garwood's interval of the events, in relation to the denominator, which is taken as known."""
    cases, base = numerator.figure.number, denominator.figure.number
    if not figure.known or cases is None or base is None:
        return NO_SPREAD
    if widened(numerator) or widened(denominator):
        return _widened_quotient(numerator, denominator, per)
    if numerator.material is Material.PUBLISHED:
        return _rounded_quotient(numerator, denominator, per)
    if numerator.unit.is_amount:
        return Spread(None, AMOUNTS)
    if cases < 0:
        return Spread(None, NO_PART)
    return by_chance(garwood(float(cases)).times(per / float(base)), IntervalMethod.GARWOOD)


def of_count(part: Part) -> Spread:
    """Garwood's interval of a count of our own; a published one has the bounds of its rounding.

    >>> of_count(Part(Figure.of(10))).interval.description
    'Spannweite der Zufallsschwankung (Garwood, exakt), 95 von 100'
    """
    number = part.figure.number
    if number is None:
        return NO_SPREAD
    if widened(part):
        return by_rounding(_bounds(part), _said(part), method=method_of((part,)))
    if part.unit.is_amount and part.material is Material.ADDITIVE:
        return Spread(None, AMOUNTS)
    if part.material is Material.PUBLISHED or part.unit is not Unit.COUNT:
        return of_published(part)
    if number < 0:
        return Spread(None, "Ohne Spannweite: Der Wert ist ein Saldo; er schwankt mit beiden Bestandteilen.")
    return by_chance(garwood(float(number)), IntervalMethod.GARWOOD)


def of_published(part: Part) -> Spread:
    """The bounds of the source's rounding, or a sentence that nothing is known."""
    if part.figure.number is None:
        return NO_SPREAD
    if part.slack is None:
        return Spread(None, NONE_GIVEN)
    if part.estimated:
        return by_rounding(_bounds(part), _said(part), method=IntervalMethod.TERRITORY)
    return by_rounding(Bounds.around(part.figure.number, part.slack), ROUNDED_ONLY)


def altered(part: Part) -> bool:
    """Whether our own protection has rounded or changed the count."""
    return part.material is Material.ADDITIVE and bool(part.slack)


def widened(part: Part) -> bool:
    """Whether more than its source's rounding may have moved a count: our protection, or the division of an area."""
    return altered(part) or part.estimated


def method_of(parts: Iterable[Part]) -> IntervalMethod:
    """What the bounds of such counts are called."""
    return IntervalMethod.TERRITORY if any(part.estimated for part in parts) else IntervalMethod.PROTECTION


def _widened_quotient(numerator: Part, denominator: Part, per: int) -> Spread:
    """The bounds of the quotient; a count that nobody has touched is exact."""
    parts = [part for part in (numerator, denominator) if widened(part)]
    said = " ".join(dict.fromkeys(_said(part) for part in parts))
    bounds = _bounds(numerator).over(_bounds(denominator), times=per)
    if bounds is None:
        return Spread(None, f"{said} {NO_BOUNDS}")
    return by_rounding(bounds, said, method=method_of(parts))


def _said(part: Part) -> str:
    """How far a count may be off, in German."""
    slack = format_exact(part.slack or Decimal(0), 1 if part.estimated else 6)
    if part.estimated:
        return f"Für geteilte Gebiete geschätzt; je nach Gewichtung weicht die Anzahl um höchstens {slack} ab."
    if part.base:
        return f"Auf Vielfache von {part.base} gerundet; jede Anzahl weicht um höchstens {slack} ab."
    return f"Zum Schutz zufällig verändert; jede Anzahl weicht um höchstens {slack} ab."


def _rounded_quotient(numerator: Part, denominator: Part, per: int) -> Spread:
    if numerator.slack is None and denominator.slack is None:
        return Spread(None, NONE_GIVEN)
    bounds = _bounds(numerator).over(_bounds(denominator), times=per)
    return by_rounding(bounds, ROUNDED_ONLY) if bounds else Spread(None, NONE_GIVEN)


def _bounds(part: Part) -> Bounds:
    assert part.figure.number is not None  # the quotient is known, so are its parts
    return Bounds.around(part.figure.number, part.slack or Decimal(0))
