"""Targets hold only when both offices have signed, and only where there is a direction."""

from collections.abc import Iterator

from mehrklang.assessment import Operator, Target
from mehrklang.catalogue import Direction
from mehrklang.package.checks.known import Known
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.selection import FILE
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-ZIELWERT-01 not signed by both, -02 context indicator, -03 against the direction, -04 already met."""
    for index, chosen in enumerate(monitoring.selection):
        definition = known.definitions.get(chosen.code)
        if chosen.target is None or definition is None:
            continue
        for code, message, remedy in _doubts(chosen.target, definition.direction, agreed=chosen.target_holds):
            path = ("indikator", index, "zielwert")
            text = f"Zielwert des Indikators „{chosen.code}“: {message}"
            yield known.issue(code, text, remedy, file=FILE, path=path, severity=Severity.WARNING)


def _doubts(target: Target, direction: Direction, *, agreed: bool) -> Iterator[tuple[str, str, str]]:
    """Code, message and remedy of each doubt."""
    if not agreed:
        yield (
            "M-ZIELWERT-01",
            "Er ist nicht von Koordination und Statistik unterschrieben und wird nur als „vorgeschlagen“ gezeigt.",
            'Tragen Sie nach der Abstimmung ein: zielwert_unterschriften = ["Koordination", "Statistik"].',
        )
    if direction is Direction.CONTEXT:
        yield (
            "M-ZIELWERT-02",
            "Der Indikator beschreibt den Rahmen und hat keine gewünschte Richtung; er wird nicht bewertet.",
            "Streichen Sie den Zielwert oder wählen Sie einen Indikator mit Richtung.",
        )
    elif (target.operator is Operator.AT_LEAST) != (direction is Direction.HIGH_IS_GOOD):
        yield (
            "M-ZIELWERT-03",
            f"Das Zeichen „{target.operator.value}“ passt nicht zur gewünschten Richtung des Indikators.",
            "Prüfen Sie, ob der Wert mindestens (≥) oder höchstens (≤) erreicht werden soll.",
        )
    if _met_from_the_start(target):
        yield (
            "M-ZIELWERT-04",
            "Der Basiswert erfüllt das Ziel schon.",
            "Prüfen Sie, ob Basiswert, Zielwert und Zeichen stimmen und ob der Zielwert etwas bewegen soll.",
        )


def _met_from_the_start(target: Target) -> bool:
    if target.operator is Operator.AT_LEAST:
        return target.base_value >= target.value
    return target.base_value <= target.value
