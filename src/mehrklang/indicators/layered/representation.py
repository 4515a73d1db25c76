"""REPRESENTATION (Repräsentanz) bound by a definition: one layer, the body in which the group is represented.

Formula and source: `composition.parity`. Interval: that of a ratio of two shares (Koopman), or of the rounding.
"""

from collections.abc import Sequence

from mehrklang.indicators.composition.exact import known
from mehrklang.indicators.composition.parity import representation
from mehrklang.indicators.interval import IntervalMethod
from mehrklang.indicators.layered.parts import LayerParts, needed
from mehrklang.indicators.made import Made, below_floor, bounds_of, rounded, small
from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.uncertainty.koopman import koopman
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.indicators.uncertainty.spread import Spread, by_chance
from mehrklang.indicators.value import Constituent

Four = tuple[Part, Part, Part, Part]
_ROLES = ("Gruppe", "alle", "Gruppe in der Bevölkerung", "Bevölkerung")
NO_SHARES = "Ohne Spannweite: Die Gruppe ist kein Teil des Ganzen, oder es sind keine ganzen Fälle."


def represented(layers: Sequence[LayerParts]) -> Made:
    """The quotient of the share in the body and the share in the population.

    >>> from mehrklang.catalogue import Layer
    >>> from mehrklang.vocabulary import Figure
    >>> found = represented([LayerParts(Layer("Rat", ()), *(Part(Figure.of(number)) for number in (3, 40, 250, 1000)))])
    >>> limits = found.spread.interval
    >>> found.outcome.figure.number, round(limits.lower, 2), round(limits.upper, 2)
    (Decimal('0.3'), Decimal('0.10'), Decimal('0.80'))
    """
    (one,) = layers
    parts = (
        one.numerator,
        needed(one.denominator),
        needed(one.reference_numerator),
        needed(one.reference_denominator),
    )
    outcome = representation(*parts)
    barred = below_floor([parts[1]]) or below_floor([parts[3]]) if outcome.figure.known else None
    constituents = tuple(
        Constituent(f"{one.layer.name}: {role}" if at < 2 else role, part.figure)
        for at, (role, part) in enumerate(zip(_ROLES, parts, strict=True))
    )
    if barred:
        return Made(Outcome(barred, outcome.formula), constituents=constituents)
    notes = small([parts[1]]) if outcome.figure.known else ()
    spread = _spread(parts) if outcome.figure.known else Spread()
    return Made(Outcome(outcome.figure, outcome.formula, notes), spread, constituents, parts[0].figure, parts[1].figure)


def _spread(parts: Four) -> Spread:
    rounding = rounded(parts, lambda: _bounds(parts))
    if rounding is not None:
        return rounding
    cases, base, others, other_base = (float(known(part.figure)) for part in parts)
    if not (0 <= cases <= base and 0 < others <= other_base) or (cases == base and others == other_base):
        return Spread(None, NO_SHARES)
    limits = koopman(cases, base, others, other_base)
    return by_chance(limits, IntervalMethod.KOOPMAN) if limits else Spread(None, NO_SHARES)


def _bounds(parts: Four) -> Bounds | None:
    here, everywhere = (
        bounds_of(numerator).over(bounds_of(denominator)) for numerator, denominator in (parts[:2], parts[2:])
    )
    return here.over(everywhere) if here and everywhere else None
