"""Targets hold only when both offices have signed, and only where there is a direction."""

from collections.abc import Iterator

from mehrklang.assessment import Operator, Target
from mehrklang.catalogue import Direction
from mehrklang.catalogue.lines import KeyPath
from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring, Selection
from mehrklang.package.parts.selection import FILE
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-ZIELWERT-01 not signed by both, -02 context indicator, -03 against the direction, -04 already met, -05 for an
    unknown area, -06 twice for one area and group; M-GRUPPE-01 for an unknown group."""
    for index, chosen in enumerate(monitoring.selection):
        definition = known.definitions.get(chosen.code)
        if definition is None:
            continue
        for target, agreed, path in _targets(chosen, index):
            for code, message, remedy in _doubts(target, definition.direction, agreed=agreed):
                text = f"Zielwert des Indikators „{chosen.code}“: {message}"
                yield known.issue(code, text, remedy, file=FILE, path=path, severity=Severity.WARNING)
        yield from _places(monitoring, chosen, index, known)


def _targets(chosen: Selection, index: int) -> Iterator[tuple[Target, bool, KeyPath]]:
    """Every target with whether both offices have signed it and where it stands."""
    if chosen.target is not None:
        yield chosen.target, chosen.target_holds, ("indikator", index, "zielwert")
    for place, further in enumerate(chosen.further_targets):
        yield further.target, further.holds, ("indikator", index, "weiterer_zielwert", place)


def _places(monitoring: Monitoring, chosen: Selection, index: int, known: Known) -> Iterator[Issue]:
    """Areas and groups that further targets name: known, and each pair once."""
    areas = {"", monitoring.area, *(area.key for area in monitoring.areas)}
    groups = {"", *(group.group for binding in known.bindings(chosen) for group in binding.groups)}
    taken = {(monitoring.area, chosen.group)} if chosen.target is not None else set()
    for place, further in enumerate(chosen.further_targets):
        path = ("indikator", index, "weiterer_zielwert", place)
        if further.area not in areas:
            message = f"Der Zielwert nennt das Gebiet „{further.area}“, das nicht zum Monitoring gehört."
            yield known.issue("M-ZIELWERT-05", message, suggestion(further.area, areas - {""}), file=FILE, path=path)
        if len(groups) > 1 and further.group not in groups:
            message = f"Der Indikator „{chosen.code}“ hat keine Gruppe „{further.group}“."
            yield known.issue("M-GRUPPE-01", message, suggestion(further.group, groups - {""}), file=FILE, path=path)
        key = further.area or monitoring.area, further.group or chosen.group
        if key in taken:
            message = f"Der Indikator „{chosen.code}“ hat für ein Gebiet und eine Gruppe zwei Zielwerte."
            yield known.issue("M-ZIELWERT-06", message, "Streichen Sie einen von beiden.", file=FILE, path=path)
        taken.add(key)


def _doubts(target: Target, direction: Direction, *, agreed: bool) -> Iterator[tuple[str, str, str]]:
    """Code, message and remedy of each doubt."""
    if not agreed:
        yield (
            "M-ZIELWERT-01",
            "Er ist nicht von Koordination und Statistik unterschrieben und wird nur als „vorgeschlagen“ gezeigt.",
            "Beide Stellen unterschreiben ihn nach der Abstimmung.",
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
