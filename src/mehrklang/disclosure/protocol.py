"""The guard's protocol: what was suppressed and why, without a secret number. It stays in the statistics office.

Which of the suppressed cells are the small ones is itself a secret: with the minimum count 3, it would narrow each of
them to one or two, and all others to three and more. So the protected cube does not tell them apart; this does.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.route import Router
from mehrklang.disclosure.table import Table


@dataclass(frozen=True, slots=True)
class Suppression:
    """One suppressed cell.

    `primary`: by the rules themselves. Otherwise `protects` are the cells that could be found out without it, and
    `relation` is the sum (by its total) through which.
    """

    key: CellKey
    primary: bool
    protects: tuple[CellKey, ...] = ()
    relation: CellKey | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """What would not be suppressed if the cube were not broken down by a feature (an estimate from above: the cells
    that name the feature, and those that only protect such cells).
    """

    feature: str
    primary: int
    secondary: int


@dataclass(frozen=True, slots=True)
class Protocol:
    """What the guard did with one cube.

    `lost_share`: suppressed among the cells that could have been published (neither small nor empty), 0 to 1.
    `audited`: how many cells the audit cleared; `width`: to how many persons at least each of them remains uncertain.
    """

    rule_set: str
    suppressions: tuple[Suppression, ...]
    savings: tuple[Saving, ...]
    lost_share: float
    audited: int
    width: int
    known_before: tuple[CellKey, ...] = ()


def suppressions(
    table: Table, router: Router, relations: Sequence[Relation], hidden: frozenset[CellKey]
) -> Iterator[Suppression]:
    """Every suppressed cell with its reason, in the order of the cube."""
    small = table.required & table.free
    for cell in np.flatnonzero(small | router.suppressed).tolist():
        key = table.keys[cell]
        if key in hidden:
            continue
        if small[cell]:
            yield Suppression(key, primary=True)
        else:
            users = router.users(cell)
            yield Suppression(
                key,
                primary=False,
                protects=tuple(table.keys[user] for user in users),
                relation=_through(table, router, relations, cell),
            )


def _through(table: Table, router: Router, relations: Sequence[Relation], cell: int) -> CellKey | None:
    """The sum with the fewest unpublished cells that a cell stands in."""
    unpublished = router.suppressed | table.free
    _, rows, _ = table.incidence.entries(np.array([cell]))
    start, members = table.equations.start, table.equations.cell
    others = {int(row): int(unpublished[members[start[row] : start[row + 1]]].sum()) for row in rows}
    telling = [row for row, count in others.items() if count > 1]
    return relations[min(telling, key=lambda row: (others[row], row))].total if telling else None


def savings(found: Sequence[Suppression]) -> tuple[Saving, ...]:
    """For each feature, what a coarser cube without it would not lose; the greatest saving first."""
    primary: Counter[str] = Counter()
    secondary: Counter[str] = Counter()
    for one in found:
        for feature in _named(one.key):
            (primary if one.primary else secondary)[feature] += 1
        if not one.primary and one.protects:
            for feature in frozenset.intersection(*(_named(key) for key in one.protects)) - _named(one.key):
                secondary[feature] += 1
    ordered = sorted(primary | secondary, key=lambda feature: (-primary[feature] - secondary[feature], feature))
    return tuple(Saving(feature, primary[feature], secondary[feature]) for feature in ordered)


def _named(key: CellKey) -> frozenset[str]:
    return frozenset(feature for feature, _ in key.breakdown.pairs)
