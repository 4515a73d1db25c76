"""The trend of the latest segment of a series: rising, falling, no reliable change, or not assessable."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from mehrklang.assessment.autocorrelation import autocorrelation, hangs_together
from mehrklang.assessment.direction import Course, course
from mehrklang.assessment.points import Points
from mehrklang.assessment.result import Movement, Trend
from mehrklang.assessment.segment import breaks_within, latest_segment
from mehrklang.assessment.weighted import SLOPE_LEVEL, WeightedSlope, counted, weighted_slope
from mehrklang.catalogue import Break, Direction, IndicatorDefinition
from mehrklang.indicators import EXACT, IndicatorValue, Interval, IntervalMethod, Series
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import PeriodKind, Sign, Unit
from mehrklang.vocabulary.german import NO_BREAK, format_number

MINIMUM_POINTS = 5
MOST_WITHOUT_NUMBER = Fraction(1, 3)

RULE = (
    "Betrachtet wird nur der Abschnitt seit dem letzten Reihenbruch, mit einem Wert je Jahr. Nötig sind mindestens "
    f"{MINIMUM_POINTS} Werte; höchstens ein Drittel der Angaben darf gesperrt sein oder fehlen. Steigung: Median der "
    "Steigungen zwischen allen Paaren von Jahren (Theil-Sen). „Steigend“ oder „fallend“ heißt: Würde man dieselben "
    "Werte zufällig auf die Jahre verteilen, so wäre der Verlauf in höchstens 10 von 100 Fällen so einheitlich "
    "(Mann-Kendall-Test, exakt, zweiseitig, gleiche Werte berücksichtigt), und die Steigung hat dasselbe Vorzeichen. "
    "Der Test setzt voneinander unabhängige Jahreswerte voraus; bei langsam veränderlichen Beständen gilt das nur "
    "näherungsweise."
)


def trend(definition: IndicatorDefinition, series: Series, *, breaks: Iterable[Break] = ()) -> Trend:
    """The trend since the last break (of the definition, or of `breaks`); the rule stands in `RULE`."""
    dividing = breaks_within(series, (*definition.breaks, *breaks))
    segment = latest_segment(series, dividing)
    points = Points.of_values(segment)
    obstacle = _obstacle(segment, points, dividing)
    if obstacle:
        return _not_assessable(points, obstacle)
    found = course(points)
    weighted = _weighted(segment)
    said = [
        _finding(found, points, segment[0].unit),
        *_remarks(segment, points, dividing),
        *_neighbours(found, points),
        *_other(found, weighted),
    ]
    return Trend(
        movement=found.movement,
        slope=_decimal(found.slope),
        points=len(points),
        first_year=points.years[0],
        last_year=points.years[-1],
        rule=RULE,
        reason=" ".join(said),
        welcome=_welcome(definition.direction, found.movement),
        interval=Interval(_decimal(found.lower), _decimal(found.upper), IntervalMethod.THEIL_SEN, SLOPE_LEVEL),
        weighted=weighted,
    )


def _obstacle(segment: tuple[IndicatorValue, ...], points: Points, breaks: tuple[Break, ...]) -> str | None:
    if not segment:
        return "Es liegt kein Wert vor."
    kinds = {value.period.kind for value in segment}
    if len(kinds) > 1 or PeriodKind.CHANGE in kinds:
        return "Die Zeiträume der Reihe sind verschieden oder überschneiden sich; die Regel gilt für Jahreswerte."
    if len({value.period.year for value in segment}) < len(segment):
        return "Die Reihe hat mehrere Werte je Jahr; die Regel gilt für Jahreswerte."
    if len(points) < MINIMUM_POINTS:
        since = f" seit dem Reihenbruch {breaks[-1].first_year} ({breaks[-1].text.rstrip('.')})" if breaks else ""
        return f"Zu wenige Werte{since}: {len(points)} von mindestens {MINIMUM_POINTS}."
    if len(segment) - len(points) > MOST_WITHOUT_NUMBER * len(segment):
        return f"Zu viele Angaben sind gesperrt oder fehlen: {len(segment) - len(points)} von {len(segment)}."
    return None


def _welcome(direction: Direction, movement: Movement) -> bool | None:
    if direction is Direction.CONTEXT or movement not in (Movement.RISING, Movement.FALLING):
        return None
    return (direction is Direction.HIGH_IS_GOOD) == (movement is Movement.RISING)


def _finding(found: Course, points: Points, unit: Unit) -> str:
    return (
        f"{points.years[0]} bis {points.years[-1]}: {found.movement.label}, "
        f"Steigung {_per_year(found.slope, unit)} je Jahr "
        f"({len(points)} Werte; in {_of_hundred(found.chance)} von 100 zufälligen Reihenfolgen so einheitlich)."
    )


def _of_hundred(chance: Fraction) -> str:
    least = Fraction(1, 1000)
    return "weniger als 0,1" if chance < least else format_number(_decimal(100 * chance), 1)


def _per_year(steepness: Fraction, unit: Unit) -> str:
    text = format_number(_decimal(steepness), unit.decimals + 1)
    signed = f"+{text}" if steepness > 0 else text
    label = unit.of_difference.label
    return f"{signed}{NO_BREAK}{label}" if label else signed


def _remarks(segment: tuple[IndicatorValue, ...], points: Points, breaks: tuple[Break, ...]) -> list[str]:
    """What the reader has to know about the points: where the segment starts, years without a number, brackets."""
    remarks = []
    if breaks:
        remarks.append(f"Betrachtet ab dem Reihenbruch {breaks[-1].first_year} ({breaks[-1].text.rstrip('.')}).")
    years = range(segment[0].period.year, segment[-1].period.year + 1)
    without = [str(year) for year in years if year not in points.years]
    if without:
        remarks.append(f"Ohne Wert: {', '.join(without)}.")
    limited = sum(value.figure.sign is Sign.LIMITED for value in segment)
    if limited:
        remarks.append(f"Mit eingeschränkter Aussagekraft: {limited} von {len(points)} Werten.")
    return remarks


def _weighted(segment: tuple[IndicatorValue, ...]) -> WeightedSlope | None:
    counts = counted([value for value in segment if value.figure.known])
    return weighted_slope(counts) if counts else None


def _other(found: Course, weighted: WeightedSlope | None) -> list[str]:
    """Said only where the regression that knows the counts would answer otherwise."""
    if weighted is None or weighted.reliable == (found.movement is not Movement.NO_RELIABLE_CHANGE):
        return []
    answer = "eine belastbare Veränderung" if weighted.reliable else "keine belastbare Veränderung"
    return [f"Die mit den Fallzahlen gewichtete Regression sieht {answer}: Bitte vorsichtig deuten."]


def _neighbours(found: Course, points: Points) -> list[str]:
    """Years that hang together make a movement look more certain than it is."""
    together = autocorrelation(points, found.slope)
    if together is None or not hangs_together(together, len(points)):
        return []
    return [
        "Aufeinanderfolgende Jahre weichen in dieselbe Richtung ab (Autokorrelation "
        f"{format_number(decimal(together), 1)}): Eine Veränderung wirkt dann leichter belastbar, als sie ist."
    ]


def _not_assessable(points: Points, reason: str) -> Trend:
    years = points.years
    return Trend(
        movement=Movement.NOT_ASSESSABLE,
        slope=None,
        points=len(points),
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        rule=RULE,
        reason=reason,
    )


def _decimal(number: Fraction) -> Decimal:
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
