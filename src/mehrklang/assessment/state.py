"""Where the latest value stands on the way to the target."""

from dataclasses import dataclass
from decimal import Decimal

from mehrklang.assessment.path import path_value, way_gone
from mehrklang.assessment.result import TargetState
from mehrklang.assessment.standing import standing, standings_within
from mehrklang.assessment.target import Target
from mehrklang.catalogue import Break, Direction, IndicatorDefinition
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.vocabulary import Reason, Sign, Unit
from mehrklang.vocabulary.german import format_quantity

RULE = (
    "Der Zielpfad führt vom Ausgangswert im Basisjahr zum Zielwert im Zieljahr: gerade, in gleichen Prozentschritten"
    " oder in Stufen, wie vereinbart. „Ziel erreicht“: Der neueste Wert erfüllt das Ziel. „Auf Kurs“: Er ist "
    "mindestens so gut, wie der Zielpfad für sein Jahr vorsieht. „Abweichung“: Er ist schlechter. „Deutliche "
    "Abweichung“: Er liegt außerdem jenseits der Handlungsschwelle oder, wo keine vereinbart ist, es ist weniger als"
    " die Hälfte des bis dahin vorgesehenen Weges zurückgelegt. Nach dem Zieljahr gilt der Zielwert selbst. Lässt "
    "die Spannweite des Wertes mehr als einen Stand zu, so wird das gesagt. Über einen Reihenbruch hinweg wird nicht"
    " bewertet."
)

DECISION_ASKED = "Zieljahr verstrichen: Bitte den Grund festhalten und entscheiden, wie es weitergeht."
"""Ends the reason of a missed target; whoever shows that both are recorded leaves it out."""

_COMES_LATER = frozenset({Reason.SOURCE_LATER, Reason.NOT_DELIVERED, Reason.SOURCE_BLANK, Reason.PART_MISSING})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state with its reason, and what the path asks for (None: latest value and target cannot be compared)."""

    state: TargetState
    reason: str
    path_value: Decimal | None = None
    possible: tuple[TargetState, ...] = ()
    decision_due: bool = False

    @property
    def comparable(self) -> bool:
        """Whether the latest value may be held against what was agreed: target, path, thresholds."""
        return self.path_value is not None


def judge(definition: IndicatorDefinition, series: Series, target: Target | None, breaks: tuple[Break, ...]) -> Verdict:
    """The state of the latest value against the target; the rule stands in `RULE`."""
    if definition.direction is Direction.CONTEXT:
        return _not_assessable("Kontextindikator: Er beschreibt die Lage und wird nicht bewertet.")
    if target is None:
        return _not_assessable("Für diesen Indikator ist kein Ziel vereinbart.")
    latest = series.latest
    if latest is None or latest.figure.number is None:
        return _not_assessable("Es liegt kein Wert vor, der sich bewerten ließe.")
    obstacle = _obstacle(series.values[-1], latest, target, breaks)
    if obstacle:
        return _not_assessable(obstacle)
    return _stand(latest, latest.figure.number, target)


def _not_assessable(reason: str) -> Verdict:
    return Verdict(TargetState.NOT_ASSESSABLE, reason)


def _obstacle(newest: IndicatorValue, latest: IndicatorValue, target: Target, breaks: tuple[Break, ...]) -> str | None:
    reason = newest.figure.reason
    if newest is not latest and reason is not None and reason not in _COMES_LATER:
        return f"Der neueste Wert ({newest.period.label}) lässt sich nicht bewerten. {reason.meaning}"
    year = latest.period.year
    if year < target.base_year:
        return f"Der neueste Wert ({latest.period.label}) liegt vor dem Basisjahr {target.base_year} des Ziels."
    dividing = [each for each in breaks if each.between(target.base_year, year, area=latest.area)]
    if dividing:
        last = max(dividing, key=lambda each: each.first_year)
        return (
            f"Reihenbruch {last.first_year} zwischen Basisjahr ({target.base_year}) und neuestem Wert ({year}): "
            f"{last.text.rstrip('.')}. Die beiden Werte sind nicht vergleichbar; das Ziel ist neu zu vereinbaren."
        )
    return None


def _stand(latest: IndicatorValue, number: Decimal, target: Target) -> Verdict:
    year, unit = latest.period.year, latest.unit
    path, state = path_value(target, year), standing(target, number, year)
    amount = f"{format_quantity(number, unit, latest.decimals)}{_brackets(latest)}"
    said = [f"{latest.period.label}: {amount}; Ziel: {_target(target, unit)}."]
    if year == target.base_year and state is not TargetState.REACHED:
        said.append("Seit dem Basisjahr liegt noch kein weiterer Wert vor.")
        return Verdict(TargetState.NOT_ASSESSABLE, " ".join(said), path)
    possible = standings_within(target, latest.interval, year)
    missed = year >= target.year and state is not TargetState.REACHED
    if state is not TargetState.REACHED:
        said += _on_the_way(latest, number, target, state)
    if len(possible) > 1:
        said.append(_open(latest, state, possible))
    if missed:
        said.append(DECISION_ASKED)
    return Verdict(state, " ".join(said), path, possible, decision_due=missed)


def _on_the_way(latest: IndicatorValue, number: Decimal, target: Target, state: TargetState) -> list[str]:
    """What the path asks for, and how much of the way has been gone."""
    year, unit = latest.period.year, latest.unit
    said = []
    if year < target.year:
        said.append(f"Der Zielpfad sieht für {year} {format_quantity(path_value(target, year), unit)} vor.")
    gone = way_gone(target, number, year)
    if gone is not None and state is not TargetState.ON_COURSE:
        said.append(_way(target, gone, year, unit))
    return said


def _open(latest: IndicatorValue, state: TargetState, possible: tuple[TargetState, ...]) -> str:
    """What else the interval allows."""
    assert latest.interval is not None  # without one nothing else is possible
    others = " oder ".join(f"„{other.label}“" for other in possible if other is not state)
    lower, upper = (format_quantity(end, latest.unit) for end in (latest.interval.lower, latest.interval.upper))
    return f"Nicht belastbar: Innerhalb der Spannweite ({lower} bis {upper}) ist auch {others} möglich."


def _way(target: Target, gone: Decimal, year: int, unit: Unit) -> str:
    start = f"{format_quantity(target.base_value, unit)} ({target.base_year})"
    if gone < 0:
        return f"Seit dem Ausgangswert {start} hat sich der Wert vom Ziel entfernt."
    share = format_quantity(100 * gone, Unit.PERCENT)
    return f"Vom Ausgangswert {start} aus sind {share} des bis {min(year, target.year)} vorgesehenen Weges gegangen."


def _target(target: Target, unit: Unit) -> str:
    return f"{target.operator.value} {format_quantity(target.value, unit)} bis {target.year}"


def _brackets(value: IndicatorValue) -> str:
    return " (Aussagewert eingeschränkt)" if value.figure.sign is Sign.LIMITED else ""
