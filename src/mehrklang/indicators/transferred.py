"""A count brought onto another territory: Σ count of the old area · weight, with what the weights leave open.

Formula: n = Σ wᵢ · nᵢ; error = Σ |nᵢ| · max |other weight − wᵢ| (`territory.parts`), beside the rounding of the source.
Source of the weights: Umsteigeschlüssel (BBSR) or the office's own. Rates are never brought over.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from mehrklang.indicators.change import not_comparable
from mehrklang.indicators.count import count
from mehrklang.indicators.part import EXACT, Part
from mehrklang.indicators.signs import carry
from mehrklang.territory import Apportionment, Brought, Origin, Transfer
from mehrklang.territory.parts import Part as Share
from mehrklang.territory.parts import error_bound
from mehrklang.vocabulary import Figure, Unit

RATES = "Quoten, Anteile und Durchschnitte lassen sich nicht auf andere Gebiete umrechnen."


def bring(found: Sequence[tuple[Apportionment, Part]], origin: Origin, transfer: Transfer, unit: Unit) -> Part:
    """The count of a new area from those of the old ones, in the order of the crosswalk.

    What cannot be brought over (rates, a year without a crosswalk, a weighting that it does not have) is not
    comparable, and the notes say why.
    """
    why = _obstacle(found, origin, transfer, unit)
    if why:
        return Part(not_comparable(), unit, notes=(why,))
    weighed = [(part, _weight(row, transfer), row) for row, part in found]
    shares = [_weighted(part, weight) for part, weight, _ in weighed if weight]
    whole = count(shares or [Part(Figure.of(0), unit)])
    brought = Brought(transfer.day, transfer.weighting, origin.divided)
    error = error_bound(Share(part.figure, weight, row.weights.all) for part, weight, row in weighed)
    slack = (whole.slack or Decimal(0)) + error if origin.divided else whole.slack
    return replace(whole, notes=(*whole.notes, _said(brought, origin)), slack=slack, brought=brought)


def _obstacle(found: Sequence[tuple[Apportionment, Part]], origin: Origin, transfer: Transfer, unit: Unit) -> str:
    if not unit.additive:
        return RATES
    if origin.why:
        return origin.why
    if any(row.weights.by(transfer.weighting) is None for row, _ in found):
        return f"Der Umsteigeschlüssel enthält für {origin.year} keine Gewichte nach {transfer.weighting.label}."
    return ""


def _weight(row: Apportionment, transfer: Transfer) -> Decimal:
    weight = row.weights.by(transfer.weighting)
    assert weight is not None  # `_obstacle` has looked
    return weight


def _weighted(part: Part, weight: Decimal) -> Part:
    """A share of a count; the whole of it stays as it is."""
    number = part.figure.number
    if weight == 1 or number is None:
        return part
    slack = None if part.slack is None else EXACT.multiply(part.slack, weight)
    return replace(part, figure=carry(EXACT.multiply(number, weight), part.figure), slack=slack)


def _said(brought: Brought, origin: Origin) -> str:
    names = ", ".join(one.source_name or one.source for one in origin.parts)
    sentence = brought.sentence
    return f"{sentence[0].upper()}{sentence[1:]}: {names}."
