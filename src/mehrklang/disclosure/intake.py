"""From cubes and rules to the guard's table: what the attacker knows of each cell, and what its loss would cost.

A public zero never moves. Where every zero is shown, everybody knows of a suppressed cell that it is at least one; and
who is in a cell, hidden or not, knows that too. So a figure falls to one in a possible table, never to zero: the proof
then holds against every single person of the table. A figure whose number we do not know ourselves may only rise.
"""

from collections.abc import Set as AbstractSet
from decimal import ROUND_CEILING, Decimal
from math import log

import numpy as np

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure.history import History
from mehrklang.disclosure.primary import sensitive
from mehrklang.disclosure.rulebook import NONE_STRICTER, Stricter
from mehrklang.disclosure.table import Table, by_cell, equations
from mehrklang.vocabulary import Figure, Material, Unit

_BY_SIZE = 0.02
"""How much dearer a cell is per e-fold of its count: of two cells that serve alike, the smaller falls."""
_IMPORTANT = 20.0
"""How much dearer the cells of core indicators and the grand totals are: they fall last."""


def intake(  # noqa: PLR0913 — all that is known of the cells, of which each call names what it has
    raw: RawCube,
    rules: RuleSet,
    history: History,
    important: AbstractSet[CellKey],
    *,
    stricter: Stricter = NONE_STRICTER,
    inner: AbstractSet[CellKey] = frozenset(),
) -> tuple[Table, tuple[Relation, ...]]:
    """The table of a cube with all that was published before, and its relations in the order of its equations. The
    protection width is that of `rules`; the other limits are those of `stricter` where it names a cell. `inner` cells
    stand for any numbers that fit: they need no proof of their own, and may fall to zero.
    """
    keys = tuple(dict.fromkeys((*raw.cells, *history.cells)))
    relations = tuple(dict.fromkeys((*raw.relations, *history.relations)))
    sums = equations(relations, {key: number for number, key in enumerate(keys)})
    dear = important | _grand_totals(relations)
    states = [
        _inner_state(raw.cells[key].figure) if key in inner else _state(key, raw, stricter.get(key, rules), history)
        for key in keys
    ]
    table = Table(
        keys=keys,
        fixed=np.array([state[0] for state in states], np.bool_),
        free=np.array([state[1] for state in states], np.bool_),
        required=np.array([state[2] for state in states], np.bool_),
        slack=np.array([state[3] // rules.protection_width for state in states], np.int64),
        weight=np.array([_weight(key, raw) * (_IMPORTANT if key in dear else 1.0) for key in keys]),
        equations=sums,
        incidence=by_cell(sums, len(keys)),
    )
    return table, relations


def primary(raw: RawCube, rules: RuleSet, stricter: Stricter = NONE_STRICTER) -> set[CellKey]:
    """The cells that the rules suppress by themselves."""
    return {key for key in raw.cells if sensitive(key, raw, stricter.get(key, rules))}


def _state(key: CellKey, raw: RawCube, rules: RuleSet, history: History) -> tuple[bool, bool, bool, int]:
    """Fixed, free, required, slack (see `Table`)."""
    if history.published(key):
        return True, False, False, 0
    cell = raw.cells.get(key)
    figure = cell.figure if cell else history.cells[key]
    if figure.number is None:
        additive = cell is None or cell.material is Material.ADDITIVE
        return False, True, additive and figure.reason is not None and figure.reason.withheld, 0
    if cell is None or cell.material is Material.PUBLISHED:
        return True, False, False, 0
    small, hidden = sensitive(key, raw, rules), key in raw.hidden
    if figure.number == 0 and not small and not hidden:
        return True, False, False, 0
    return False, small or hidden, small, max(_persons(figure.number, key.unit) - 1, 0)


def _inner_state(figure: Figure) -> tuple[bool, bool, bool, int]:
    assert figure.number is not None  # an inner table has numbers
    return False, True, False, int(figure.number)


def _persons(number: Decimal, unit: Unit) -> int:
    """A count in persons, a part of a person as one."""
    return int((abs(number) * (1000 if unit.in_thousands else 1)).to_integral_value(ROUND_CEILING))


def _weight(key: CellKey, raw: RawCube) -> float:
    figure = raw.cells[key].figure if key in raw.cells else Figure.nothing()
    return 1.0 + _BY_SIZE * log(1 + _persons(figure.number, key.unit)) if figure.number is not None else 1.0


def _grand_totals(relations: tuple[Relation, ...]) -> set[CellKey]:
    """The totals that are part of nothing."""
    parts = {part for relation in relations for part in relation.parts}
    return {relation.total for relation in relations} - parts
