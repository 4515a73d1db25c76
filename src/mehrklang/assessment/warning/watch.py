"""Watching many series at once: which of them give a signal, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.assessment.segment import breaks_within, latest_segment
from mehrklang.assessment.target import Target
from mehrklang.assessment.warning.drift import cusum, deviations, drift_chance
from mehrklang.assessment.warning.evidence import drift_signal, shift_signal
from mehrklang.assessment.warning.expectation import Expectation, expectation
from mehrklang.assessment.warning.goal import goal_signals
from mehrklang.assessment.warning.many import Limit
from mehrklang.assessment.warning.scale import Scaled
from mehrklang.assessment.warning.scaling import scaled
from mehrklang.assessment.warning.signal import Signal
from mehrklang.catalogue import Break, IndicatorDefinition
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import PeriodKind

FEWEST_POINTS = 5
ONE_ALARM = Limit()
WARNING_RULE = (
    "Geprüft wird der neueste Wert jeder Reihe gegen den Abschnitt seit dem letzten Reihenbruch, ab 5 Jahreswerten. "
    "Niveausprung: Er liegt außerhalb dessen, was die früheren Werte erwarten lassen (ab 6 früheren Werten deren "
    "gerade Linie, sonst ihr Niveau; Zufallsschwankung der Fallzahlen und zusätzliche Streuung eingerechnet). "
    "Schleichende Veränderung: Abweichungen in eine Richtung summieren sich (CUSUM) und fallen damit erstmals auf; die "
    "Streuung gilt dabei nie als kleiner, als die Fallzahlen erwarten lassen. "
    "Die Grenzen sind so gewählt, dass in einer Ausgabe insgesamt höchstens ein Signal ohne Anlass zu erwarten ist. "
    "Ein Signal ist ein Anlass nachzusehen, keine Bewertung."
)


@dataclass(frozen=True, slots=True)
class Watched:
    """One series that is watched, with its target and the municipality's breaks."""

    definition: IndicatorDefinition
    series: Series
    target: Target | None = None
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What chance says about one series: the newest point against its past, the sum of its deviations, and that sum
    without the newest point."""

    watched: Watched
    segment: tuple[IndicatorValue, ...]
    points: tuple[Scaled, ...]
    shift: Expectation | None
    drift: float
    drift_before: float

    @property
    def chances(self) -> tuple[float, float]:
        """Of the shift and of the drift."""
        return (1.0 if self.shift is None else self.shift.chance, drift_chance(self.drift))


@dataclass(frozen=True, slots=True)
class Survey:
    """What came of watching an edition: the signals, how many series could be judged by chance (two tests each), up to
    which chance a test is told, and the limit that it follows from.
    """

    signals: tuple[Signal, ...]
    judged: int
    rare: Decimal
    limit: Limit


def survey(series: Sequence[Watched], *, limit: Limit = ONE_ALARM) -> Survey:
    """All series of an edition. Without any change no more signals than the limit says are to be expected.

    Signals of thresholds and target paths do not come from chance and are not counted among them.
    """
    suspicions = [found for each in series if (found := suspicion(each))]
    rare = limit.rare([chance for each in suspicions for chance in each.chances])
    by_chance = (signal for each in suspicions for signal in _signals(each, rare))
    by_goal = (signal for each in series for signal in goal_signals(each.definition, each.series, each.target))
    return Survey((*by_chance, *by_goal), len(suspicions), decimal(rare), limit)


def watch(series: Sequence[Watched], *, limit: Limit = ONE_ALARM) -> tuple[Signal, ...]:
    """The signals alone (see `survey`)."""
    return survey(series, limit=limit).signals


def suspicion(watched: Watched) -> Suspicion | None:
    """What chance says about the newest value; None where nothing can be said."""
    breaks = breaks_within(watched.series, (*watched.definition.breaks, *watched.breaks))
    segment = tuple(value for value in latest_segment(watched.series, breaks) if value.figure.known)
    if len(segment) < FEWEST_POINTS or not _yearly(segment) or watched.series.values[-1] is not segment[-1]:
        return None
    points = scaled(watched.definition, segment)
    shift = expectation([value.period.year for value in segment], points)
    if overlapping(watched.definition):
        return Suspicion(watched, segment, points, shift, 0.0, 0.0)
    return Suspicion(watched, segment, points, shift, cusum(deviations(points)), cusum(deviations(points[:-1])))


def overlapping(definition: IndicatorDefinition) -> bool:
    """Whether neighbouring values have years in common (a change over five years, every year): these drift together by
    construction, and only a shift says anything."""
    over = definition.derivation.years if definition.derivation else 0
    return max(over, definition.pooled_years) > 1


def _yearly(segment: tuple[IndicatorValue, ...]) -> bool:
    kinds = {value.period.kind for value in segment}
    years = {value.period.year for value in segment}
    return len(kinds) == 1 and PeriodKind.CHANGE not in kinds and len(years) == len(segment)


def _signals(each: Suspicion, rare: float) -> Iterator[Signal]:
    """A shift says more than a drift: only one of them is told. A drift is told when it is new, not every year."""
    shift, drift = each.chances
    if each.shift is not None and shift <= rare:
        yield shift_signal(each.watched.definition, each.segment, each.points[-1], each.shift, rare=rare)
    elif drift <= rare < drift_chance(each.drift_before):
        yield drift_signal(each.watched.definition, each.segment, each.drift)
