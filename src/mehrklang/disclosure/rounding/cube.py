"""A raw cube, rounded by its rule set and sealed."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from mehrklang.catalogue import Rounding, RoundingKind, RuleSet
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube
from mehrklang.cubes.seal import Seal
from mehrklang.disclosure.bounds import slack
from mehrklang.disclosure.faults import LEAST_SECRET, contradictions, faults, refuse, told_now
from mehrklang.disclosure.history import NOTHING_BEFORE, History
from mehrklang.disclosure.rounding.controlled import additive
from mehrklang.disclosure.rounding.deterministic import to_nearest
from mehrklang.disclosure.rounding.random import luck, up_or_down
from mehrklang.vocabulary import Figure, Issue, Lineage, Material, Severity


def rounded_cube(raw: RawCube, rules: RuleSet, *, secret: str = "", history: History = NOTHING_BEFORE) -> ProtectedCube:
    """The cube with every additive count rounded; published cells pass, because a figure is never rounded twice.

    `secret` is the office's own text of at least 16 characters, needed for random rounding and always the same.
    What was published before keeps its rounded number. Raises `DisclosureError` with German issues: faulty material, no
    secret, no additive rounding possible, earlier publications that today's would contradict or narrow down.
    """
    if rules.rounding is None:
        raise ValueError("the rule set does not round")
    refuse(faults(raw, NOTHING_BEFORE))
    counts = {key: _persons(key, cell) for key, cell in raw.cells.items() if _is_rounded(cell)}
    rounded = _rounded(counts, raw, rules.rounding, secret, history)
    visible = {key: cell for key, cell in raw.cells.items() if key not in raw.hidden}
    cells = {key: _with(key, cell, rounded[key]) if key in rounded else cell for key, cell in visible.items()}
    refuse([*contradictions(cells, history.held_against(cells)), *told_now(cells, history)])
    protection = Protection(
        rules.key,
        len(cells),
        passed_published=sum(cell.material is Material.PUBLISHED for cell in cells.values()),
        rate_floor=rules.rate_floor,
        slack=int(slack(rules)),
        base=rules.rounding.base,
    )
    return ProtectedCube(cells, protection, seal=Seal())


def _rounded(
    counts: Mapping[CellKey, Decimal], raw: RawCube, rule: Rounding, secret: str, history: History
) -> Mapping[CellKey, Decimal]:
    match rule.kind:
        case RoundingKind.DETERMINISTIC:
            return {key: to_nearest(count, rule.base) for key, count in counts.items()}
        case RoundingKind.RANDOM:
            refuse([_no_secret()] if len(secret) < LEAST_SECRET else [])
            return {key: up_or_down(count, rule.base, luck(key, secret)) for key, count in counts.items()}
        case RoundingKind.CONTROLLED:
            known = [relation for relation in raw.relations if all(key in counts for key in relation.members)]
            found = additive(counts, known, rule.base, before=_before(counts, history, rule.base))
            refuse([_impossible(rule.base)] if found is None else [])
            return found or {}


def _before(counts: Mapping[CellKey, Decimal], history: History, base: int) -> dict[CellKey, Decimal]:
    """What the counts were rounded to when they were published, in persons; of a count that has another version now
    only where the new one can be rounded alike."""
    figures = {key: history.cells[key].number for key in counts if key in history.cells and key not in history.revised}
    persons = {
        key: number * (1000 if key.unit.in_thousands else 1) for key, number in figures.items() if number is not None
    }
    return {key: one for key, one in persons.items() if key not in history.open or abs(one - counts[key]) < base}


def _is_rounded(cell: Cell) -> bool:
    return cell.material is Material.ADDITIVE and cell.figure.known


def _persons(key: CellKey, cell: Cell) -> Decimal:
    assert cell.figure.number is not None  # only known figures are rounded
    return cell.figure.number * (1000 if key.unit.in_thousands else 1)


def _with(key: CellKey, cell: Cell, persons: Decimal) -> Cell:
    """The cell with its rounded number, and without the number of rows, which may be the number of persons."""
    number = persons / 1000 if key.unit.in_thousands else persons
    limited = cell.figure.sign is not None and cell.figure.number != 0
    figure = replace(cell.figure, number=number) if limited else Figure.of(number)
    return Cell(figure, cell.material, Lineage(cell.lineage.delivery, finality=cell.lineage.finality))


def _no_secret() -> Issue:
    return Issue(
        "B-RUNDUNG-01",
        Severity.ERROR,
        "Zufällige Rundung braucht ein eigenes Geheimnis: Sonst ließe sie sich nachrechnen und zurücknehmen.",
        f"Eine Datei mit einem zufälligen Text von mindestens {LEAST_SECRET} Zeichen angeben und sicher verwahren.",
    )


def _impossible(base: int) -> Issue:
    return Issue(
        "B-RUNDUNG-02",
        Severity.ERROR,
        f"Die Tabelle lässt sich nicht kontrolliert auf Vielfache von {base} runden: Nicht alle Summen gingen auf.",
        "Weniger Gliederungen zugleich veröffentlichen, eine andere Rundung wählen oder kleine Zahlen sperren.",
    )
