"""The feature columns of a table: their labels cleaned, spelled in one way, and made into breakdowns."""

from collections import Counter
from collections.abc import Mapping

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, similar, spellings
from mehrklang.sources.table import Row, Table
from mehrklang.vocabulary import Breakdown


class Dimensions:
    """The features of a table.

    Promise: equal rows give the same breakdown object; an empty cell names no feature; labels that differ only in case
    and blanks become one (told), labels that are merely similar stay apart (told).
    """

    __slots__ = ("_heads", "_known", "_labels", "_positions")

    def __init__(
        self,
        table: Table,
        *,
        columns: tuple[int, ...],
        period: int,
        faults: Faults,
        counts: Mapping[int, Counter[tuple[str, str]]] | None = None,
    ) -> None:
        """`counts`: how often each label stands with each period, by column, where the table holds samples only."""
        self._positions = columns
        self._heads = tuple(table.heads[at] for at in columns)
        pairs = counts or {at: Counter((row.cells[at], row.cells[period]) for row in table.rows) for at in columns}
        self._labels = tuple(_labels(pairs[at], column=table.heads[at], faults=faults) for at in columns)
        self._known: dict[tuple[str, ...], Breakdown] = {}

    def breakdown(self, row: Row) -> Breakdown:
        """The categories that this row stands for."""
        raw = tuple([row.cells[at] for at in self._positions])
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = self._make(raw)
        return known

    def spelled(self) -> tuple[Mapping[str, str], ...]:
        """For each column which label each of its texts stands for; "" for none."""
        return self._labels

    def _make(self, raw: tuple[str, ...]) -> Breakdown:
        labels = (names[label] for names, label in zip(self._labels, raw, strict=True))
        made = Breakdown.of((head, label) for head, label in zip(self._heads, labels, strict=True) if label)
        return next((known for known in self._known.values() if known == made), made)


def _labels(pairs: Counter[tuple[str, str]], *, column: str, faults: Faults) -> dict[str, str]:
    """For each raw cell of a column the label to use."""
    cleaned = {raw: clean(raw) for raw in {raw for raw, _ in pairs}}
    counted: Counter[str] = Counter()
    for (raw, _), count in pairs.items():
        counted[cleaned[raw]] += count
    spelled = spellings(counted)
    _tell_spellings(counted, spelled=spelled, column=column, faults=faults)
    labels = {raw: spelled[label] for raw, label in cleaned.items()}
    periods: dict[str, set[str]] = {}
    for raw, when in pairs:
        periods.setdefault(labels[raw], set()).add(when)
    for one, other in similar({label: seen for label, seen in periods.items() if label}):
        faults.add("L-MERKMAL-02", column=column, eine=one, andere=other)
    return labels


def _tell_spellings(counted: Counter[str], *, spelled: Mapping[str, str], column: str, faults: Faults) -> None:
    for form in dict.fromkeys(spelled.values()):
        forms = [label for label in counted if spelled[label] == form]
        if len(forms) > 1:
            faults.add("L-MERKMAL-01", column=column, formen=", ".join(f"„{one}“" for one in forms), form=form)
