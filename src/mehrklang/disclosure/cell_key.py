"""The cell-key method: a small change of each count that belongs to the persons in the cell.

Every record has a key from 0 to below 1; the key of a cell is the fractional part of the sum of its records' keys;
the perturbation table says by how much a count with that key is changed. So the same persons are changed by the same
amount in every table, whatever the cell is called there. Zero stays zero; sums no longer add up.
Source: Fraser, B., Wooton, J. (2005): A proposed method for confidentialising tabular output; used in the Zensus 2022.
"""

import hmac
from collections.abc import Iterable, Mapping
from fractions import Fraction

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube
from mehrklang.cubes.seal import Seal
from mehrklang.disclosure.faults import LEAST_SECRET, contradictions, faults, refuse, said, told_now
from mehrklang.disclosure.history import NOTHING_BEFORE, History
from mehrklang.disclosure.perturbation import PerturbationTable, perturbation_table
from mehrklang.vocabulary import Figure, Issue, Lineage, Material, Severity, Unit


def record_key(record: str, secret: str) -> Fraction:
    """The key of one record, from its permanent identifier and the office's secret.

    >>> 0 <= record_key("person-1", "geheim") < 1
    True
    """
    digest = hmac.digest(secret.encode(), record.encode(), "sha256")
    return Fraction(int.from_bytes(digest[:8]), 2**64)


def cell_key(records: Iterable[Fraction]) -> Fraction:
    """The key of a cell: the fractional part of the sum, so the order of the records does not matter.

    >>> cell_key([Fraction(3, 4), Fraction(1, 2)])
    Fraction(1, 4)
    """
    return sum(records, Fraction(0)) % 1


def perturbed_cube(
    raw: RawCube, rules: RuleSet, keys: Mapping[CellKey, Fraction], *, history: History = NOTHING_BEFORE
) -> ProtectedCube:
    """The cube with every additive count changed; published cells pass. `keys` are the sums of the records' keys.

    Raises `DisclosureError` with German issues: faulty material, cells without a key, amounts that are no counts,
    earlier publications that today's would contradict or narrow down.
    """
    if rules.cell_key is None:
        raise ValueError("the rule set has no cell-key method")
    refuse([*faults(raw, NOTHING_BEFORE), *_without_key(raw, keys)])
    table = perturbation_table(rules.cell_key)
    visible = {key: cell for key, cell in raw.cells.items() if key not in raw.hidden}
    cells = {key: _changed(cell, keys[key] % 1, table) if _counts(cell) else cell for key, cell in visible.items()}
    refuse([*contradictions(cells, history.held_against(cells)), *told_now(cells, history)])
    protection = Protection(
        rules.key,
        len(cells),
        passed_published=sum(cell.material is Material.PUBLISHED for cell in cells.values()),
        rate_floor=rules.rate_floor,
        slack=rules.cell_key.deviation,
    )
    return ProtectedCube(cells, protection, seal=Seal())


def _counts(cell: Cell) -> bool:
    return cell.material is Material.ADDITIVE and cell.figure.known


def _changed(cell: Cell, key: Fraction, table: PerturbationTable) -> Cell:
    assert cell.figure.number is not None  # asked for by `_counts`
    count = int(cell.figure.number)
    lineage = Lineage(cell.lineage.delivery, finality=cell.lineage.finality)
    return Cell(Figure.of(count + table.change(count, key)), cell.material, lineage)


def _without_key(raw: RawCube, keys: Mapping[CellKey, Fraction]) -> list[Issue]:
    counted = [(key, cell) for key, cell in raw.cells.items() if key not in raw.hidden and _counts(cell)]
    if counted and not keys:
        return [_no_secret()]
    return [
        Issue(
            "B-CELLKEY-01",
            Severity.ERROR,
            f"Für {said(key)} fehlt der Zellenschlüssel, oder der Wert ist keine Anzahl von Personen.",
            "Die Cell-Key-Methode nur auf Anzahlen aus Einzeldaten mit Satzschlüsseln anwenden.",
        )
        for key, cell in counted
        if key not in keys or key.unit is not Unit.COUNT or (cell.figure.number or 0) % 1
    ]


def _no_secret() -> Issue:
    return Issue(
        "B-CELLKEY-02",
        Severity.ERROR,
        "Die Cell-Key-Methode braucht ein eigenes Geheimnis, oder einen Würfel, der mit Satzschlüsseln ausgezählt ist.",
        f"In der Statistikstelle eine Datei mit einem zufälligen Text von mindestens {LEAST_SECRET} Zeichen angeben "
        "und sicher verwahren; sie muss immer dieselbe bleiben.",
    )
