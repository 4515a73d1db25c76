"""MEAN and MEDIAN (Mittelwert, Median) of a group whose persons are known by classes of a value.

Formulas and source: `composition.grouped`. Everybody in the classes is the base.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from mehrklang.indicators.composition.grouped import GroupedValue, ValueClass, mean_of_classes, median_of_classes
from mehrklang.indicators.count import count
from mehrklang.indicators.layered.parts import LayerParts
from mehrklang.indicators.made import Made, below_floor, small
from mehrklang.indicators.part import Outcome
from mehrklang.indicators.uncertainty.spread import Spread
from mehrklang.indicators.value import Constituent

FROM_CLASSES = "Aus Klassen errechnet; sicher ist nur der Bereich, der als Spannweite dabeisteht."


def mean(layers: Sequence[LayerParts]) -> Made:
    """The mean by the middles of the classes.

    >>> from mehrklang.catalogue import Layer
    >>> from mehrklang.indicators.part import Part
    >>> from mehrklang.vocabulary import Figure
    >>> young = LayerParts(Layer("unter 10", (), lower=Decimal(0), upper=Decimal(10)), Part(Figure.of(1)))
    >>> old = LayerParts(Layer("10 bis unter 20", (), lower=Decimal(10), upper=Decimal(20)), Part(Figure.of(3)))
    >>> mean([young, old]).outcome.figure.number, median([young, old]).spread.interval.upper
    (Decimal('12.5'), Decimal('20'))
    """
    return _made(layers, mean_of_classes)


def median(layers: Sequence[LayerParts]) -> Made:
    """The median by linear interpolation in its class."""
    return _made(layers, median_of_classes)


def _made(layers: Sequence[LayerParts], compute: Callable[[Sequence[ValueClass]], GroupedValue]) -> Made:
    persons = [each.numerator for each in layers]
    found = compute([_class(each) for each in layers])
    barred = below_floor(persons) if found.figure.known else None
    constituents = tuple(Constituent(each.layer.name, each.numerator.figure) for each in layers)
    everybody = count(persons).figure
    if barred:
        return Made(Outcome(barred), constituents=constituents, denominator=everybody)
    notes = (FROM_CLASSES, *small(persons)) if found.figure.known else ()
    return Made(Outcome(found.figure, "", notes), Spread(found.interval), constituents, denominator=everybody)


def _class(each: LayerParts) -> ValueClass:
    assert each.layer.lower is not None  # the loader has made sure
    return ValueClass(each.layer.lower, each.layer.upper, each.numerator.figure, each.numerator.slack or Decimal(0))
