"""Trying out another choice: the balance as it would be, while nothing is kept."""

from collections.abc import Collection
from dataclasses import dataclass

from mehrklang.package.weighing import Balance, Imbalance, balance, imbalances
from mehrklang.planning import SelectionState
from mehrklang_web.weighing.queries import Row, Table


@dataclass(frozen=True, slots=True)
class Doubt:
    """What stands out, with the rows in question."""

    said: Imbalance
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """The balance of a set that is tried out: what was added to the chosen ones, and what was left out of them."""

    balance: Balance
    doubts: tuple[Doubt, ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]
    every: bool

    @property
    def secured_words(self) -> str:
        """How sure the data are, as far as there is anything to count."""
        return " · ".join(f"{each.label} {each.number}" for each in self.balance.secured if each.number)


def trial(table: Table, marked: Collection[str], *, every: bool) -> Trial:
    """The balance of the core set (`every`: of all chosen ones), with what is marked the other way round."""
    inside = {row.code for row in table.rows if (row.state.is_chosen if every else row.state is SelectionState.CORE)}
    counted = inside ^ {row.code for row in table.rows if row.code in marked}
    counts = balance((row.prospect for row in table.rows if row.code in counted), table.goals)
    rows = {row.code: row for row in table.rows}
    doubts = imbalances(counts, fields_with_goals=table.fields, core_set=not every)
    return Trial(
        counts,
        tuple(Doubt(each, tuple(rows[code] for code in each.codes)) for each in doubts),
        tuple(sorted(counted - inside)),
        tuple(sorted(inside - counted)),
        every,
    )
