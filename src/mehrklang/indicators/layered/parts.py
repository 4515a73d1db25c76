"""The parts of one layer: looked up in the cubes once per area, asked per period."""

from dataclasses import dataclass
from typing import Self

from mehrklang.catalogue import Layer, Term
from mehrklang.indicators.count import count
from mehrklang.indicators.lookup import AnyColumn, Lookup
from mehrklang.indicators.part import Part
from mehrklang.vocabulary import Figure, Period, Unit


@dataclass(frozen=True, slots=True)
class LayerParts:
    """The figures of one layer in one period; None where the layer names no such cells."""

    layer: Layer
    numerator: Part
    denominator: Part | None = None
    reference_numerator: Part | None = None
    reference_denominator: Part | None = None
    respondents: Part | None = None
    squares: Part | None = None
    numerator_squares: Part | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that are there."""
        possible = (
            self.numerator,
            self.denominator,
            self.reference_numerator,
            self.reference_denominator,
            self.respondents,
            self.squares,
            self.numerator_squares,
        )
        return tuple(part for part in possible if part is not None)


def needed(part: Part | None) -> Part:
    """A part that the loader has made sure of."""
    assert part is not None
    return part


@dataclass(frozen=True, slots=True)
class LayerColumns:
    """The cells of one layer by period."""

    layer: Layer
    numerator: tuple[AnyColumn, ...]
    others: tuple[tuple[AnyColumn, ...], ...]

    @classmethod
    def of(cls, layer: Layer, lookup: Lookup) -> Self:
        """Looks up the columns of all terms."""
        others = (
            (layer.denominator, "Nenner"),
            (layer.reference_numerator, "Zähler des Vergleichs"),
            (layer.reference_denominator, "Nenner des Vergleichs"),
            (layer.respondents, "Befragte"),
            (layer.squares, "Gewichtsquadrate"),
            (layer.numerator_squares, "Gewichtsquadrate des Zählers"),
        )
        return cls(
            layer,
            _columns(layer.numerator, lookup, layer.name),
            tuple(_columns(terms, lookup, f"{layer.name}, {role}") for terms, role in others),
        )

    def parts(self, period: Period) -> LayerParts:
        """The parts in a period; a stated weight stands for a standard population."""
        numerator, *others = (_sum(columns, period) for columns in (self.numerator, *self.others))
        denominator, reference_numerator, reference_denominator, *survey = others
        if self.layer.weight is not None:
            reference_denominator = Part(Figure.of(self.layer.weight))
        return LayerParts(
            self.layer, needed(numerator), denominator, reference_numerator, reference_denominator, *survey
        )


def _columns(terms: tuple[Term, ...], lookup: Lookup, role: str) -> tuple[AnyColumn, ...]:
    return tuple(lookup.column(term, role=role) for term in terms)


def _sum(columns: tuple[AnyColumn, ...], period: Period) -> Part | None:
    return count([column.part(period).in_unit(Unit.COUNT) for column in columns]) if columns else None
