"""The targets of the demonstration: on course, off course, far off course, reached, missed, and not assessable for each
reason.

A target is set from the values themselves, so that the demonstration shows every state at any size and seed, as far as
the values move at all. A real municipality must never do that.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from mehrklang.assessment import Operator, Target
from mehrklang.catalogue import Direction, IndicatorDefinition, IndicatorKind
from mehrklang.indicators import IndicatorValue

ON_COURSE, OFF_COURSE, FAR_OFF_COURSE = Decimal("0.8"), Decimal("1.5"), Decimal("2.6")
"""How much more than what happened since the base year the path asks for."""

_LEAST_STEP = Decimal(3)
_BOTH = ("Koordination", "Statistik")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a target is made: base year, target year, the pace asked for (see above; 0: reached already), who is
    responsible and who has signed.
    """

    base_year: int
    year: int
    pace: Decimal
    responsible: str
    signed_by: tuple[str, ...] = _BOTH
    reason: str = ""


PLANS = {
    "rf-aufenthaltsstatus-gesichert": Plan(2018, 2028, ON_COURSE, "Ausländerbehörde", ("Koordination",)),
    "rf-einbuergerungsquote": Plan(2020, 2028, ON_COURSE, "Einbürgerungsstelle", reason="Vor der Reform vereinbart."),
    "rf-betreuungsquote-3-bis-unter-6": Plan(2014, 2027, FAR_OFF_COURSE, "Jugendamt"),
    "rf-sprachfoerderbedarf": Plan(2019, 2029, OFF_COURSE, "Jugendamt"),
    "rf-gymnasium-klasse-8": Plan(2015, 2028, OFF_COURSE, "Bildungsbüro"),
    "rf-abgang-ohne-abschluss": Plan(2017, 2028, ON_COURSE, "Bildungsbüro"),
    "rf-ausbildungsbeteiligung": Plan(2018, 2028, FAR_OFF_COURSE, "Jugendberufsagentur"),
    "rf-beschaeftigungsquote": Plan(2018, 2028, ON_COURSE, "Jobcenter"),
    "rf-abstand-beschaeftigung": Plan(2018, 2028, FAR_OFF_COURSE, "Jobcenter"),
    "rf-arbeitslosenquote": Plan(2015, 2024, OFF_COURSE, "Jobcenter"),
    "rf-sgb2-quote": Plan(2018, 2028, OFF_COURSE, "Jobcenter", reason="Vor Einführung des Bürgergelds vereinbart."),
    "rf-auszubildende-verwaltung": Plan(2014, 2026, Decimal(0), "Personalamt"),
    "rf-fuehrungskraefte-verwaltung": Plan(2016, 2030, ON_COURSE, "Personalamt"),
    "rf-diskriminierungserfahrung": Plan(2018, 2030, OFF_COURSE, "Fachstelle Integration"),
}


def make_target(plan: Plan, definition: IndicatorDefinition, values: tuple[IndicatorValue, ...]) -> Target | None:
    """The target over values with a number, in time; None if the base year has none."""
    numbers = {value.period.year: value.figure.number for value in values if value.figure.number is not None}
    base = numbers.get(plan.base_year)
    if base is None:
        return None
    rising = definition.direction is Direction.HIGH_IS_GOOD
    sign = 1 if rising else -1
    value = min(_value(plan, base, numbers, sign), _most(definition))
    warn, act = _thresholds(base, sign)
    return Target(
        base_value=_rounded(base),
        base_year=plan.base_year,
        operator=Operator.AT_LEAST if rising else Operator.AT_MOST,
        value=value,
        year=plan.year,
        warn=warn,
        act=None if plan.pace == FAR_OFF_COURSE else act,
        responsible=plan.responsible,
        reason=plan.reason or "Vereinbart im Zielsystem 2018, fortgeschrieben 2022.",
    )


def _value(plan: Plan, base: Decimal, numbers: dict[int, Decimal], sign: int) -> Decimal:
    """A whole number in the wished direction: easier than the path asks for where the pace is below 1, else harder."""
    latest = max(numbers)
    done = sign * (numbers[latest] - base)
    if plan.pace == 0:
        return base + sign * (done / 2) if done < 1 else _whole(base + sign * done / 2, sign, easier=True)
    share = Decimal(plan.year - plan.base_year) / max(1, latest - plan.base_year)
    step = max(done * plan.pace * share, _LEAST_STEP if plan.pace > 1 else Decimal(1))
    return _whole(base + sign * step, sign, easier=plan.pace < 1)


def _most(definition: IndicatorDefinition) -> Decimal:
    """No gap beyond none, no share beyond nearly all."""
    return Decimal(0) if definition.kind is IndicatorKind.GAP else Decimal(98)


def _whole(number: Decimal, sign: int, *, easier: bool) -> Decimal:
    return number.to_integral_value(ROUND_FLOOR if easier == (sign > 0) else ROUND_CEILING)


def _thresholds(base: Decimal, sign: int) -> tuple[Decimal | None, Decimal | None]:
    """Look two points, decide four points on the wrong side of the base value; none below zero.

    Where a target is to be far off course no threshold for deciding is agreed: then half of the way counts.
    """
    warn, act = _rounded(base - 2 * sign), _rounded(base - 4 * sign)
    return (warn, act) if base < 0 or act > 0 else (None, None)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)
