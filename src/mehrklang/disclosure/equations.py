"""What follows exactly: which unknown cells can be computed from the published ones and the additive relations.

Every relation (total = sum of its parts) is a linear equation in the unknown cells. An unknown is determined if and
only if the reduced row echelon form of the system has a row with this unknown alone (Gaussian elimination on the model
matrix, as in Langsrud, GaussSuppression, 2024). The right-hand sides do not matter for that. Intervals and whole
numbers are not looked at here.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation

Row = dict[CellKey, Fraction]


def determined(
    relations: Iterable[Relation], unknown: AbstractSet[CellKey], secret: AbstractSet[CellKey]
) -> set[CellKey]:
    """The secret cells among the unknown ones that can be computed exactly."""
    rows = [row for relation in relations if (row := _equation(relation, unknown))]
    return {key for key, row in _reduced(_telling(rows, secret)).items() if len(row) == 1} & secret


def _equation(relation: Relation, unknown: AbstractSet[CellKey]) -> Row:
    row: Row = {part: Fraction(1) for part in relation.parts if part in unknown}
    if relation.total in unknown:
        row[relation.total] = row.get(relation.total, Fraction(0)) - 1
    return {key: factor for key, factor in row.items() if factor}


def _telling(rows: Sequence[Row], secret: AbstractSet[CellKey]) -> list[Row]:
    """Without the equations that tell nothing: those with an unknown of no interest that stands nowhere else."""
    left = list(rows)
    while True:
        uses = Counter(key for row in left for key in row)
        telling = [row for row in left if not any(uses[key] == 1 and key not in secret for key in row)]
        if len(telling) == len(left):
            return left
        left = telling


def _reduced(rows: Collection[Row]) -> dict[CellKey, Row]:
    """The reduced row echelon form: a row per pivot, no pivot in another row."""
    uses = Counter(key for row in rows for key in row)
    solved: dict[CellKey, Row] = {}
    holders: defaultdict[CellKey, set[CellKey]] = defaultdict(set)  # the pivots whose rows hold a key
    for given in sorted(rows, key=len):
        row = dict(given)
        for key in [key for key in row if key in solved]:
            _subtract(row, solved[key], row[key])
        if not row:
            continue
        pivot = min(row, key=lambda key: uses[key])  # the rarest: least to replace elsewhere
        row = {key: factor / row[pivot] for key, factor in row.items()}
        for other in holders.pop(pivot, set()):
            _subtract(solved[other], row, solved[other][pivot])
            for key in row:
                (holders[key].add if key in solved[other] else holders[key].discard)(other)
        solved[pivot] = row
        for key in row:
            holders[key].add(pivot)
    return solved


def _subtract(row: Row, other: Row, times: Fraction) -> None:
    for key, factor in other.items():
        left = row.get(key, Fraction(0)) - times * factor
        if left:
            row[key] = left
        else:
            row.pop(key, None)
