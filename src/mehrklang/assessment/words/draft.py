"""A draft in German from what was computed: value, range, development, gap, target. Never causes, never effects."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.assessment.result import Assessment, Movement, TargetState, Trend
from mehrklang.assessment.target import Operator
from mehrklang.assessment.versions import revised
from mehrklang.assessment.words.grammar import at, by, of
from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators import IndicatorValue, IntervalMethod
from mehrklang.vocabulary import Sign
from mehrklang.vocabulary.german import format_exact, format_quantity

MARK = "Entwurf, aus den Zahlen erstellt. Bitte prüfen, ergänzen und verantworten."


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the sentences are about: the indicator, a group in words ("" for everybody), an area in words."""

    definition: IndicatorDefinition
    group: str
    area: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Sentences that belong together; `mark` stands beside them until a person has made the text his or her own."""

    sentences: tuple[str, ...]
    mark: str = MARK

    @property
    def text(self) -> str:
        """The sentences as one paragraph, without the mark."""
        return " ".join(self.sentences)


def draft(subject: Subject, assessment: Assessment, *, gap: IndicatorValue | None = None) -> Draft:
    """The draft for one group in one area; `gap` is the newest value of a gap indicator about the same subject."""
    return Draft((*_value(subject, assessment.latest), *_trend(assessment), *_gap(gap), *_target(assessment)))


def _value(subject: Subject, value: IndicatorValue | None) -> Iterator[str]:
    if value is None or value.figure.number is None:
        yield f"Für den Indikator „{subject.definition.name}“ ({subject.area}) lässt sich kein Wert nennen."
        return
    whom = f" ({subject.group})" if subject.group else ""
    counted = _counts(subject.definition, value)
    yield (
        f"Der Indikator „{subject.definition.name}“{whom} lag {at(value.period)} in {subject.area} "
        f"bei {of(value.figure.number, value.unit)}{counted}."
    )
    if value.figure.sign is Sign.LIMITED:
        yield "Die Quelle kennzeichnet den Wert als statistisch relativ unsicher."
    if value.finality.open:
        yield f"Er ist {value.finality.label}; das endgültige Ergebnis kann abweichen."
    if value.changed:
        yield f"Er wurde {revised(value)}."
    yield from _range(value)


def _counts(definition: IndicatorDefinition, value: IndicatorValue) -> str:
    """ "(659 von 17.035)", where the numerator is part of the denominator."""
    if definition.kind is not IndicatorKind.SHARE or value.numerator is None or value.denominator is None:
        return ""
    if value.numerator.number is None or value.denominator.number is None:
        return ""
    return f" ({format_exact(value.numerator.number)} von {format_exact(value.denominator.number)})"


_CAUSES = {
    IntervalMethod.PROTECTION: "des Schutzes einzelner Personen",
    IntervalMethod.TERRITORY: "der Umrechnung geteilter Gebiete",
}


def _range(value: IndicatorValue) -> Iterator[str]:
    interval = value.interval
    if interval is None:
        return
    lower, upper = (format_quantity(limit, value.unit) for limit in (interval.lower, interval.upper))
    if interval.certain:
        why = _CAUSES.get(interval.method, "der Rundung der Quelle")
        yield f"Wegen {why} liegt der Wert zwischen {lower} und {upper}."
    else:
        yield f"Schon durch Zufall könnte er zwischen {lower} und {upper} liegen."


def _trend(assessment: Assessment) -> Iterator[str]:
    trend = assessment.trend
    if assessment.latest is None:
        return
    if trend.movement is Movement.NOT_ASSESSABLE:
        yield f"Zur Entwicklung ist keine Aussage möglich. {trend.reason}"
    elif trend.movement is Movement.NO_RELIABLE_CHANGE:
        yield f"Von {trend.first_year} bis {trend.last_year} ist keine belastbare Veränderung zu erkennen."
    else:
        yield _movement(trend, assessment.latest)
    if assessment.breaks:
        last = assessment.breaks[-1]
        yield f"Werte vor {last.first_year} sind nicht vergleichbar ({last.text})."


def _movement(trend: Trend, value: IndicatorValue) -> str:
    assert trend.slope is not None  # a movement has a slope
    verb = "gestiegen" if trend.movement is Movement.RISING else "gesunken"
    wished = {True: "; das ist die gewünschte Richtung", False: "; gewünscht ist die andere Richtung", None: ""}
    return (
        f"Von {trend.first_year} bis {trend.last_year} ist der Wert im Mittel um {by(trend.slope, value.unit)} je Jahr "
        f"{verb}{wished[trend.welcome]}."
    )


def _gap(gap: IndicatorValue | None) -> Iterator[str]:
    if gap is None or gap.figure.number is None:
        return
    if gap.interval is not None and gap.interval.contains(Decimal(0)):
        yield f"Ein Abstand zwischen den verglichenen Gruppen ist {at(gap.period)} nicht belastbar festzustellen."
        return
    side = "höher" if gap.figure.number > 0 else "niedriger"
    yield (
        f"Zwischen den verglichenen Gruppen besteht {at(gap.period)} ein Abstand von "
        f"{of(abs(gap.figure.number), gap.unit)} ({gap.formula}; der erste Wert ist {side})."
    )
    yield "Der Abstand beschreibt unterschiedliche Lebensumstände und keine Eigenschaft der Menschen."


def _target(assessment: Assessment) -> Iterator[str]:
    target, latest = assessment.target, assessment.latest
    if target is None or latest is None:
        return
    least = "mindestens" if target.operator is Operator.AT_LEAST else "höchstens"
    goal = f"Das Ziel, bis {target.year} {least} {format_quantity(target.value, latest.unit)} zu erreichen,"
    yield f"{goal} {_standing(assessment, latest)}"
    if not assessment.firm:
        yield "Diese Einordnung ist nicht belastbar, weil die Spannweite auch eine andere zulässt."
    if assessment.decision_due:
        yield "Das Zieljahr ist verstrichen: Grund und Entscheidung sind festzuhalten."


def _standing(assessment: Assessment, latest: IndicatorValue) -> str:
    asked = assessment.path_value
    path = "" if asked is None else f" (Zielpfad: {format_quantity(asked, latest.unit)})"
    missed = {TargetState.OFF_COURSE: "wurde verfehlt.", TargetState.FAR_OFF_COURSE: "wurde deutlich verfehlt."}
    if assessment.decision_due:
        return missed[assessment.state]
    return {
        TargetState.REACHED: "ist erreicht.",
        TargetState.ON_COURSE: f"ist auf Kurs{path}.",
        TargetState.OFF_COURSE: f"ist nicht auf Kurs{path}.",
        TargetState.FAR_OFF_COURSE: f"ist bei Weitem nicht auf Kurs{path}.",
        TargetState.NOT_ASSESSABLE: f"lässt sich nicht bewerten. {assessment.reason}",
    }[assessment.state]
