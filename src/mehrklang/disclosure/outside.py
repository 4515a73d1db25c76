"""The audit from outside: what a reader of a finished table can narrow its suppressed counts down to.

Nothing is known here but the table itself: the published numbers, the sums that hold in it (`public_sums`), that counts
are whole and not negative, and, where zeros are shown, that a suppressed count is at least one. For each suppressed
count the least and the greatest possible value is found by integer programmes (HiGHS), per connected group of cells.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.faults import refuse
from mehrklang.disclosure.public_sums import public_sums
from mehrklang.vocabulary import Area, Figure, Issue, Severity, Unit


@dataclass(frozen=True, slots=True)
class Possible:
    """The values that a suppressed count may have for a reader; `greatest` None: there is no limit."""

    key: CellKey
    least: int
    greatest: int | None

    @property
    def found_out(self) -> bool:
        """Whether only one value is possible."""
        return self.least == self.greatest


def possible_values(cells: Mapping[CellKey, Figure], areas: Sequence[Area]) -> tuple[Possible, ...]:
    """For each count that is kept secret, the values that the table leaves open.

    Raises `DisclosureError` (B-PRUEFUNG-01) where no value fits, because the published numbers contradict each other.
    """
    counts = {key: figure for key, figure in cells.items() if key.unit is Unit.COUNT}
    secret = [key for key, figure in counts.items() if figure.reason is not None and figure.reason.withheld]
    unknown = {key for key, figure in counts.items() if not figure.known}
    least = int(any(figure.number == 0 for figure in counts.values()))
    relations = [each for each in public_sums(counts, areas) if unknown.intersection(each.members)]
    found: dict[CellKey, Possible] = {}
    for group, sums in _groups(unknown, relations):
        found |= {each.key: each for each in _intervals(group, sums, counts, least)}
    return tuple(found[key] for key in secret)


def _groups(unknown: set[CellKey], relations: Sequence[Relation]) -> Iterator[tuple[list[CellKey], list[Relation]]]:
    """The unknown cells that hang together by sums, with these sums."""
    at: dict[CellKey, list[int]] = {key: [] for key in unknown}
    for number, relation in enumerate(relations):
        for key in unknown.intersection(relation.members):
            at[key].append(number)
    left = dict.fromkeys(sorted(unknown, key=repr))
    while left:
        group, open_ends = [], [next(iter(left))]
        del left[open_ends[0]]
        while open_ends:
            key = open_ends.pop()
            group.append(key)
            near = {other for number in at[key] for other in relations[number].members if other in left}
            for other in near:
                del left[other]
            open_ends.extend(sorted(near, key=repr))
        yield group, [relations[number] for number in sorted({number for key in group for number in at[key]})]


def _intervals(
    group: Sequence[CellKey], relations: Sequence[Relation], counts: Mapping[CellKey, Figure], least: int
) -> Iterator[Possible]:
    if not relations:
        yield from (Possible(key, least, None) for key in group)
        return
    solver = _solver(group, relations, counts, least)
    for column, key in enumerate(group):
        low, high = (_extreme(solver, column, price) for price in (1.0, -1.0))
        refuse([_contradiction(key)] if low is None else [])
        yield Possible(key, low or 0, high)


def _solver(
    group: Sequence[CellKey], relations: Sequence[Relation], counts: Mapping[CellKey, Figure], least: int
) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # the package types its methods, not its constructor
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 — the solver's own signature
    for option, value in (("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    for _ in group:
        solver.addVar(float(least), highspy.kHighsInf)
    columns = np.arange(len(group), dtype=np.int32)
    solver.changeColsIntegrality(len(group), columns, np.full(len(group), int(highspy.HighsVarType.kInteger), np.uint8))
    at = {key: column for column, key in enumerate(group)}
    for relation in relations:
        signs = {relation.total: -1, **dict.fromkeys(relation.parts, 1)}
        rest = -sum(sign * float(number) for key, sign in signs.items() if (number := counts[key].number) is not None)
        terms = [(at[key], float(sign)) for key, sign in signs.items() if key in at]
        places, values = zip(*terms, strict=True)
        solver.addRow(rest, rest, len(terms), np.array(places, np.int32), np.array(values))
    return solver


def _extreme(solver: highspy.Highs, column: int, price: float) -> int | None:
    """The least (price 1) or greatest (−1) value of a variable; None where there is none or no limit."""
    solver.changeColCost(column, price)
    solver.run()
    optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    value = round(solver.getSolution().col_value[column]) if optimal else None
    solver.changeColCost(column, 0.0)
    return value


def _contradiction(key: CellKey) -> Issue:
    return Issue(
        "B-PRUEFUNG-01",
        Severity.ERROR,
        f"Die veröffentlichten Zahlen um „{key.measure}“ ({key.breakdown.label}), Gebiet {key.area}, "
        f"{key.period.label} widersprechen sich: Kein Wert passt in die gesperrte Zelle.",
        "Die Lieferung mit „mehrklang protect“ neu erzeugen und nicht von Hand ändern.",
    )
