"""The chosen indicators are defined, obtainable as chosen, and few."""

from collections.abc import Iterator

from mehrklang.catalogue import Binding
from mehrklang.catalogue.lines import KeyPath
from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring, Selection
from mehrklang.package.parts import breaks
from mehrklang.package.parts.selection import FILE
from mehrklang.planning import CORE_LIMIT
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-INDIKATOR-01 unknown code, -02 core set too large, -03 no reason; M-MERKMAL-02 no purpose of a feature;
    M-QUELLE-02 source that does not give it, M-GRUPPE-01 unknown group; M-BRUCH-01 break of an unknown indicator."""
    for index, chosen in enumerate(monitoring.selection):
        yield from obtainable(chosen, known, file=FILE, at=("indikator", index))
    core = [index for index, chosen in enumerate(monitoring.selection) if chosen.core]
    if len(core) > CORE_LIMIT:
        message = f"Das Kernset umfasst {len(core)} Indikatoren; vorgesehen sind höchstens {CORE_LIMIT}."
        remedy = "Tauschen Sie Indikatoren aus, statt weitere aufzunehmen, oder nehmen Sie einige aus dem Kernset."
        path = ("indikator", core[CORE_LIMIT])
        yield known.issue("M-INDIKATOR-02", message, remedy, file=FILE, path=path)
    yield from _reasons(monitoring, known)
    yield from _purpose(monitoring, known)
    for code in monitoring.own_breaks:
        if code and code not in known.definitions:
            message = f"Ein Reihenbruch nennt den Indikator „{code}“, den es nicht gibt."
            yield known.issue("M-BRUCH-01", message, suggestion(code, known.definitions), file=breaks.FILE)


def _reasons(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """Without a reason an indicator is only a number; said once for the whole folder."""
    silent = [(index, chosen.code) for index, chosen in enumerate(monitoring.selection) if not chosen.why]
    if silent:
        message = f"Bei {len(silent)} Indikatoren ist nicht gesagt, wozu sie dienen: {_named(silent)}."
        remedy = "Ergänzen Sie je Indikator die Angabe „warum“."
        path = ("indikator", silent[0][0])
        yield known.issue("M-INDIKATOR-03", message, remedy, file=FILE, path=path, severity=Severity.WARNING)


def _named(silent: list[tuple[int, str]]) -> str:
    return ", ".join(f"„{code}“" for _, code in silent[:5]) + (" …" if len(silent) > 5 else "")


def _purpose(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """Whoever tells people apart says what for; said once for the whole folder."""
    silent = [
        (index, chosen.code)
        for index, chosen in enumerate(monitoring.selection)
        if not chosen.why_feature and any(_tells_apart(binding) for binding in known.bindings(chosen))
    ]
    if silent:
        unsaid = "ist nicht gesagt, wozu nach dem Merkmal unterschieden wird"
        message = f"Bei {len(silent)} Indikatoren {unsaid}: {_named(silent)}."
        remedy = "Ergänzen Sie je Indikator die Angabe „warum_merkmal“."
        path = ("indikator", silent[0][0])
        yield known.issue("M-MERKMAL-02", message, remedy, file=FILE, path=path, severity=Severity.WARNING)


def _tells_apart(binding: Binding) -> bool:
    return bool(binding.feature) and binding.definition != "keins"


def obtainable(chosen: Selection, known: Known, *, file: str, at: KeyPath) -> Iterator[Issue]:
    """Whether the indicator, its source and its group exist; of a chosen one as of a candidate."""
    definition = known.definitions.get(chosen.code)
    if definition is None:
        if chosen.code:
            message = f"Den Indikator „{chosen.code}“ gibt es weder im Katalog noch unter den eigenen."
            remedy = suggestion(chosen.code, known.definitions)
            yield known.issue("M-INDIKATOR-01", message, remedy, file=file, path=(*at, "code"))
        return
    bindings = known.bindings(chosen)
    if chosen.source and not bindings:
        message = f"Der Indikator „{chosen.code}“ ist aus der Quelle „{chosen.source}“ nicht zu gewinnen."
        remedy = suggestion(chosen.source, {binding.source for binding in definition.bindings})
        yield known.issue("M-QUELLE-02", message, remedy, file=file, path=(*at, "quelle"))
    groups = {group.group for binding in bindings for group in binding.groups}
    if chosen.group and groups and definition.derivation is None and chosen.group not in groups:
        message = f"Der Indikator „{chosen.code}“ hat keine Gruppe „{chosen.group}“."
        yield known.issue("M-GRUPPE-01", message, suggestion(chosen.group, groups), file=file, path=(*at, "gruppe"))
