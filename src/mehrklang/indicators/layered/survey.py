"""SURVEY SHARE (Befragungsanteil) bound by a definition: from sums of weights by stratum.

p = Σ wy : Σ w. Variance by Taylor linearisation with replacement inside strata, from sums alone: with W = Σ w, nₕ
respondents of a stratum and tₕ = Σₕ wy − p Σₕ w, the stratum adds nₕ : (nₕ − 1) · (qₕ − tₕ² : nₕ) : W², where
qₕ = (1 − 2p) Σₕ w²y + p² Σₕ w². Design effect, effective n and interval as in `composition.survey` (Korn and
Graubard), of which this is the case without clusters; where a sample has clusters, the interval is too narrow and the
note says so. Without squares all weights of a stratum count as equal. Fewer than 30 respondents: no value; fewer than
100: in brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.indicators.composition.exact import known
from mehrklang.indicators.composition.survey import FEW, FEWEST, korn_graubard
from mehrklang.indicators.count import count
from mehrklang.indicators.layered.parts import LayerParts, needed
from mehrklang.indicators.made import Made, below_floor
from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.share import share
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.indicators.uncertainty.spread import Spread
from mehrklang.indicators.value import Constituent
from mehrklang.vocabulary import Figure, Reason, Sign, Unit
from mehrklang.vocabulary.german import format_number

ONE_STAGE = "Gilt für eine Auswahl einzelner Personen; bei Klumpen (ganze Haushalte, Straßen) ist der Bereich zu eng."


@dataclass(frozen=True, slots=True)
class StratumSums:
    """Of one stratum: respondents, Σ wy, Σ w, Σ w²y, Σ w²."""

    respondents: float
    yes: float
    everybody: float
    yes_squares: float
    squares: float


def design_effect(strata: Sequence[StratumSums]) -> float:
    """The variance of the weighted share in relation to that of a simple sample of as many.

    Equal weights, 50 of 200 in one stratum:

    >>> round(design_effect([StratumSums(200, 50, 200, 50, 200)]), 6)
    1.005025
    """
    whole = sum(each.everybody for each in strata)
    p = sum(each.yes for each in strata) / whole
    respondents = sum(each.respondents for each in strata)
    if p in (0, 1):
        return 1.0
    variance = sum(_variance(each, p) for each in strata) / whole**2
    return max(variance / (p * (1 - p) / respondents), 1 / respondents)


def _variance(each: StratumSums, p: float) -> float:
    if each.respondents < 2:
        raise ValueError("a stratum needs two respondents")
    total = each.yes - p * each.everybody
    squares = (1 - 2 * p) * each.yes_squares + p**2 * each.squares
    return each.respondents / (each.respondents - 1) * (squares - total**2 / each.respondents)


def surveyed(layers: Sequence[LayerParts]) -> Made:
    """The weighted share in per cent.

    >>> from mehrklang.catalogue import Layer
    >>> stratum = LayerParts(
    ...     Layer("Stadt", ()), Part(Figure.of(50)), Part(Figure.of(200)), respondents=Part(Figure.of(200))
    ... )
    >>> found = surveyed([stratum])
    >>> found.outcome.figure.number, round(found.spread.interval.lower, 1), found.outcome.notes[0]
    (Decimal('25'), Decimal('19.1'), '200 Befragte; Designeffekt 1,01, wirksame Zahl der Befragten 199.')
    """
    yes, everybody = count([each.numerator for each in layers]), count([needed(each.denominator) for each in layers])
    asked = count([needed(each.respondents) for each in layers])
    outcome = share(yes, everybody)
    constituents = (*_constituents(layers), Constituent("Befragte", asked.figure))
    barred = _barred(outcome.figure, asked, layers)
    if barred or not outcome.figure.known:
        return Made(
            Outcome(barred or outcome.figure, outcome.formula), Spread(), constituents, yes.figure, everybody.figure
        )
    return _estimated(layers, outcome, asked, constituents)


def _estimated(
    layers: Sequence[LayerParts], outcome: Outcome, asked: Part, constituents: tuple[Constituent, ...]
) -> Made:
    strata = [_sums(each) for each in layers]
    respondents, p = float(known(asked.figure)), float(known(outcome.figure)) / 100
    effect = design_effect(strata)
    effective = min(respondents / effect, respondents)
    interval = korn_graubard(p, effective, int(respondents), freedom=int(respondents) - len(strata))
    number = known(outcome.figure)
    said = (
        f"{format_number(known(asked.figure))} Befragte; Designeffekt {format_number(decimal(effect), 2)}, wirksame "
        f"Zahl der Befragten {format_number(decimal(effective))}."
    )
    figure = Figure.limited(number) if respondents < FEW else outcome.figure
    more = (
        Constituent("Designeffekt", Figure.of(decimal(effect)), Unit.RATIO),
        Constituent("wirksame Zahl der Befragten", Figure.of(decimal(effective))),
    )
    return Made(
        Outcome(figure, outcome.formula, (said, *outcome.notes)),
        Spread(interval, ONE_STAGE),
        (*constituents, *more),
        count([each.numerator for each in layers]).figure,
        count([needed(each.denominator) for each in layers]).figure,
    )


def _barred(figure: Figure, asked: Part, layers: Sequence[LayerParts]) -> Figure | None:
    """Too few respondents, in all or in a stratum; what is withheld stays so."""
    if not figure.known:
        return figure
    few = Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL)
    if not asked.figure.known:
        return Figure.withheld(Reason.PART_MISSING)
    if known(asked.figure) < FEWEST or any(known(needed(each.respondents).figure) < 2 for each in layers):
        return few
    return below_floor([needed(each.respondents) for each in layers])


def _sums(each: LayerParts) -> StratumSums:
    respondents, yes, everybody = (
        float(known(part.figure)) for part in (needed(each.respondents), each.numerator, needed(each.denominator))
    )
    if each.squares is None or each.numerator_squares is None:
        weight = everybody / respondents
        return StratumSums(respondents, yes, everybody, weight * yes, weight * everybody)
    squares, yes_squares = (float(known(part.figure)) for part in (each.squares, each.numerator_squares))
    return StratumSums(respondents, yes, everybody, yes_squares, squares)


def _constituents(layers: Sequence[LayerParts]) -> tuple[Constituent, ...]:
    return tuple(
        constituent
        for each in layers
        for constituent in (
            Constituent(f"{each.layer.name}: gewichtet ja", each.numerator.figure),
            Constituent(f"{each.layer.name}: gewichtet alle", needed(each.denominator).figure),
            Constituent(f"{each.layer.name}: Befragte", needed(each.respondents).figure),
        )
    )
