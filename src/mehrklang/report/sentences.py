"""Sentences that are computed from a finding: they say what is there and never what it means. That is written by
people, in the interpretation."""

from decimal import Decimal

from mehrklang.assessment import Assessment, Operator, PathKind, Target, Trend
from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading, versions
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Sign, Unit
from mehrklang.vocabulary.german import format_number, format_quantity, sentence

NOT_UNIFORM = (
    "Die hier dargestellten Gruppen sind in sich verschieden. Unterschiede zwischen ihnen haben viele Ursachen, etwa "
    "Alter, Bildung, Einkommen, Aufenthaltsdauer und Wohnort; auf Herkunft oder Staatsangehörigkeit allein lassen sie "
    "sich nicht zurückführen."
)
NO_EFFECT = (
    "Die Zahlen beschreiben Entwicklungen. Sie belegen nicht, dass eine Maßnahme gewirkt hat, und sie eignen sich "
    "nicht für eine Rangfolge von Gruppen oder Gebieten."
)
SPREAD = (
    "Auch eine vollständige Zählung schwankt von Jahr zu Jahr ohne besonderen Anlass, kleine Zahlen stärker als große. "
    "Die Spannweite der Zufallsschwankung ist so berechnet, dass sie in 95 von 100 Fällen den Wert einschließt, der "
    "ohne Zufall zu erwarten wäre. Rundet die Quelle ihre Zahlen, so ist es die Spannweite der Rundung; sind sie zum "
    "Schutz einzelner Personen gerundet, die des Schutzverfahrens. Macht die Quelle dazu keine Angaben, wird keine "
    "Spannweite genannt."
)


def latest(finding: Finding) -> str:
    """The latest value of the leading line, or why there is none."""
    line = reading.lead(finding)
    newest = reading.newest(line) if line else None
    if line is None or newest is None:
        return "Es liegen keine Werte vor."
    known = line.series.latest
    told = f"Der jüngste Wert ist {_amount(known)} ({known.period.label}; {_whose(line)})." if known else ""
    return f"{told} {_unknown(newest)}".strip()


def _unknown(value: IndicatorValue) -> str:
    """Why a value is not told; "" where it is."""
    figure = value.figure
    if figure.known or figure.sign is None or figure.reason is None:
        return ""
    return f"Für {value.period.label} steht „{figure.sign.value}“: {figure.reason.meaning}"


def short_latest(finding: Finding) -> IndicatorValue | None:
    """For overviews: the newest value of the leading line, known or not."""
    line = reading.lead(finding)
    return reading.newest(line) if line else None


def movement(trend: Trend) -> str:
    """The movement in words, with its span."""
    word = trend.movement.label
    if trend.first_year is None or trend.last_year is None:
        return word
    return f"{word} ({trend.first_year}–{trend.last_year})"


def development(trend: Trend) -> str:
    """The movement as a sentence with its reason; whether it is wished for only where the assessment says so."""
    wished = {True: " Gewünscht ist diese Richtung.", False: " Gewünscht ist die andere Richtung.", None: ""}
    told = sentence(trend.reason)
    opening = "Entwicklung" if told.startswith(f"{trend.first_year} ") else f"Entwicklung: {movement(trend)}."
    return f"{opening} {told}{wished[trend.welcome]}"


def slope(trend: Trend, unit: Unit) -> str:
    """The limits of the slope; "" without."""
    if trend.interval is None:
        return ""
    ends = (_signed(end, unit.decimals + 1) for end in (trend.interval.lower, trend.interval.upper))
    label = f" {unit.of_difference.label}" if unit.of_difference.label else ""
    return f"{trend.interval.description}: {' bis '.join(ends)}{label} je Jahr."


def target(goal: Target, unit: Unit) -> str:
    """The target with its base and thresholds.

    >>> target(Target(Decimal(2), 2020, Operator.AT_LEAST, Decimal(4), 2030, warn=Decimal(3)), Unit.PERCENT)
    'mindestens 4,0\\xa0% bis 2030; Ausgangswert 2,0\\xa0% (2020); Warnwert 3,0\\xa0%'
    """
    word = "mindestens" if goal.operator is Operator.AT_LEAST else "höchstens"
    parts = [
        f"{word} {format_quantity(goal.value, unit)} bis {goal.year}",
        f"Ausgangswert {format_quantity(goal.base_value, unit)} ({goal.base_year})",
    ]
    parts += [f"Warnwert {format_quantity(goal.warn, unit)}"] if goal.warn is not None else []
    parts += [f"Eingriffswert {format_quantity(goal.act, unit)}"] if goal.act is not None else []
    return "; ".join(parts)


def proposed(finding: Finding) -> str:
    """The target that does not hold yet, and whose signature is missing; "" where there is none."""
    steering = finding.steering
    if steering is None or steering.proposed is None:
        return ""
    unit, missing = reading.unit_of(finding), " und ".join(steering.unsigned)
    return (
        f"Vorgeschlagen: {target(steering.proposed, unit)}. Es fehlt die Unterschrift: {missing}. Bis dahin gilt das "
        "Ziel nicht und wird nicht bewertet."
    )


def path(assessment: Assessment, unit: Unit) -> str:
    """What the path to the target asks for now; "" without a target."""
    if assessment.path_value is None or assessment.target is None:
        return ""
    asked = format_quantity(assessment.path_value, unit)
    match assessment.target.path:
        case PathKind.LINEAR:
            return f"Auf dem geraden Weg zum Ziel läge der Wert jetzt bei {asked}."
        case PathKind.GEOMETRIC:
            return f"In gleichen Prozentschritten zum Ziel läge der Wert jetzt bei {asked}."
        case PathKind.STEPS:
            return f"Nach der zuletzt fälligen Stufe zum Ziel läge der Wert jetzt bei {asked}."


def stale(finding: Finding) -> str:
    """That the interpretation is older than the data."""
    return (
        f"Die Interpretation wurde zum Datenstand {finding.interpretation.data_version} geschrieben; gezeigt wird der "
        f"Datenstand {finding.data_version}. Sie ist zu prüfen."
    )


def _signed(number: Decimal, decimals: int) -> str:
    return f"{'+' if number > 0 else ''}{format_number(number, decimals)}"


def _whose(line: GroupSeries) -> str:
    return f"{line.label}, {line.area.name}" if line.label != line.area.name else line.label


def _amount(value: IndicatorValue) -> str:
    assert value.figure.number is not None  # the latest value of a series is a known one
    text = format_quantity(value.figure.number, value.unit, value.decimals)
    unsure = "statistisch relativ unsicher" if value.figure.sign is Sign.LIMITED else ""
    return ", ".join(filter(None, (text, unsure, versions.meaning(value))))
