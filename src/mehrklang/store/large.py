"""A delivery too large for memory: read, asked and frozen inside the engine, by columns.

The engine's memory is bounded; what does not fit spills into the store's folder. A reader (`sources.tidy.columnar`)
asks this table for groups and rows, says what the texts mean, and checks the rows that are picked for it.
"""

# ruff: noqa: S608 — statements are put together from names and numbers of our own; texts go through `text`

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mehrklang.store import delivery
from mehrklang.store.engine import engine, text
from mehrklang.store.error import fault, refuse
from mehrklang.store.folder import workshop
from mehrklang.store.number import WHOLE_PLACES
from mehrklang.store.text_table import TextTable, load
from mehrklang.store.understood import learn, only_whole, to_be_read, unusual
from mehrklang.vocabulary import Finality, Issue, Material
from mehrklang.vocabulary.texts import Group, Meaning, Meanings, PlainNumbers, TextRow, TextShape

MEMORY = "512MB"


@contextmanager
def open_large(root: Path, shape: TextShape) -> Iterator["LargeTable"]:
    """The file as a table in an engine, for as long as this lasts. IrregularError if it is not as the shape says."""
    with workshop(root) as workplace, engine(root, beside=shape.path, memory=MEMORY) as connection:
        load(connection, shape)
        yield LargeTable(TextTable(connection, shape.first_line, workplace), root, shape, workplace)


class LargeTable:
    """The file as a table. Promise: what it gives are rows and texts of the file, exactly and in file order."""

    def __init__(self, table: TextTable, root: Path, shape: TextShape, workplace: Path) -> None:
        self._table = table
        self._root = root
        self._shape = shape
        self._workplace = workplace
        self._said: Meanings | None = None
        self._whole: dict[int, bool] = {}

    def groups(self, *columns: int) -> tuple[Group, ...]:
        """The different texts of these columns, in the order of their first lines."""
        return self._table.groups(*columns)

    def unusual(self, column: int) -> tuple[Group, ...]:
        """The texts of a column that are no plain numbers."""
        return () if self._only_whole(column) else unusual(self._table, column)

    def first_like(self, column: int, mark: str, pattern: str) -> tuple[int, ...]:
        """The first line whose text holds a mark and is wholly of a pattern, if there is one."""
        return () if self._only_whole(column) else self._table.first_like(column, mark, pattern)

    def lines(self, lines: Sequence[int]) -> Iterator[TextRow]:
        """These (few) lines."""
        return self._table.lines(lines)

    def holding(self, column: int, texts: Sequence[str]) -> Iterator[TextRow]:
        """The lines that hold one of these (few) texts in a column."""
        return self._table.holding(column, texts)

    def leave_out(self, lines: Sequence[int]) -> None:
        """Forgets lines that are no rows of the table."""
        self._whole.clear()
        self._table.leave_out(lines)

    def to_be_read(self, plain: PlainNumbers) -> tuple[Group, ...]:
        """The different cells, with comment and unit, that are no plain numbers."""
        uncommented = plain.comment is None or {group.texts for group in self.groups(plain.comment)} == {("",)}
        if uncommented and not plain.thousands and not plain.unknown and self._only_whole(plain.value):
            return ()
        return to_be_read(self._table, plain)

    def learn(self, said: Meanings) -> None:
        """What the texts mean; once."""
        self._said = said
        learn(self._table, said)

    def told(self) -> Iterator[TextRow]:
        """The rows about which something is to be said."""
        return self._table.picked("told", "understood")

    def repeated(self) -> Iterator[TextRow]:
        """The rows whose key stands more than once (and hardly any others: keys are compared by a hash)."""
        key = f"hash({', '.join(self._key())})"
        self._table.connection.execute(
            f"CREATE TABLE twice AS SELECT {key} AS key FROM understood WHERE usable GROUP BY 1 HAVING count(*) > 1"
        )
        if not self._one("SELECT count(*) FROM twice"):
            return iter(())
        return self._table.picked(f"usable AND {key} IN (SELECT key FROM twice)", "understood")

    def count(self) -> int:
        """How many rows are understood."""
        return self._one("SELECT count(*) FROM understood WHERE usable")

    def departing_areas(self, parts: Sequence[tuple[str, str]]) -> Iterator[TextRow]:
        """The rows of counts, wholes and parts, that depart from each other by more than rounding to 5 explains.

        `parts` are pairs of part and whole; only wholes of which all parts are there. A few rows may be too many.
        """
        self._table.teach("parts", ("part", "whole"), parts)
        same = " AND ".join(f"w.{name} = s.{name}" for name in self._key() if name != "area")
        names = ", ".join(name for name in self._key() if name != "area")
        self._last_numbers()
        self._table.connection.execute(
            "CREATE TABLE torn AS WITH s AS ("
            f"SELECT whole, {names}, sum(CAST(number AS DOUBLE)) AS total, count(number) AS known"
            f" FROM numbers JOIN parts ON area = part GROUP BY whole, {names})"
            f" SELECT w.* FROM understood w JOIN s ON w.area = s.whole AND {same}"
            " JOIN (SELECT whole, count(*) AS size FROM parts GROUP BY whole) USING (whole)"
            " WHERE w.usable AND w.unit = 'anzahl' AND known = size AND abs(total - w.number) > 2.499 * (size + 1)"
        )
        joined = " AND ".join(f"u.{name} = torn.{name}" for name in self._key() if name != "area")
        belongs = "u.area = torn.area OR (u.area, torn.area) IN (SELECT (part, whole) FROM parts)"
        return self._table.picked(
            f"place IN (SELECT u.place FROM understood u JOIN torn ON {joined} AND ({belongs}) WHERE u.usable)",
            "understood",
        )

    def departing_categories(self, feature: int, total: str, labels: Sequence[str]) -> tuple[int, Iterator[TextRow]]:
        """How many totals of a feature can be compared with all parts, and the rows of those that may depart."""
        own = f"f{feature}"
        among = ", ".join(map(text, labels))
        names = [name for name in self._key() if name != own]
        same = " AND ".join(f"w.{name} = s.{name}" for name in names)
        self._last_numbers()
        self._table.connection.execute(
            f"CREATE OR REPLACE TABLE compared AS WITH s AS (SELECT {', '.join(names)},"
            f" sum(CAST(number AS DOUBLE)) AS parts, count(number) AS known FROM numbers WHERE {own} IN ({among})"
            f" GROUP BY {', '.join(names)}) SELECT w.*, abs(parts - w.number) AS apart"
            f" FROM understood w JOIN s ON {same} WHERE w.usable AND w.{own} = {text(total)} AND known = {len(labels)}"
            " AND w.number IS NOT NULL"
        )
        far = 4.999 * (len(labels) + 1)
        joined = " AND ".join(f"u.{name} = w.{name}" for name in names)
        condition = (
            f"place IN (SELECT u.place FROM understood u JOIN compared w ON {joined} WHERE u.usable AND apart > {far}"
            f" AND u.{own} IN ({among}, {text(total)}))"
        )
        return self._one("SELECT count(*) FROM compared"), self._table.picked(condition, "understood")

    def categories(self, feature: int, unit: str) -> tuple[tuple[str, int], ...]:
        """The categories of a feature among the rows of a unit, each with its first line, in that order."""
        found = self._table.connection.execute(
            f"SELECT f{feature}, min(place) FROM understood WHERE usable AND unit = {text(unit)} AND f{feature} <> ''"
            " GROUP BY 1 ORDER BY 2"
        ).fetchall()
        return tuple((label, first) for label, first in found)

    def against_adding_up(self, units: Sequence[str], totals: Sequence[Sequence[str]]) -> Iterator[TextRow]:
        """The rows that additive material must not hold; if there are any, also the first of each measure and category.

        `units` are those that may be added up, `totals` the categories of each feature that name a total.
        """
        wrong = " OR ".join(self._wrong(units, totals))
        if not self._one(f"SELECT count(*) FROM (SELECT 1 FROM understood WHERE usable AND ({wrong}) LIMIT 1)"):
            return iter(())
        by = ["measure", *(f"measure, f{number}" for number, _ in self._features())]
        first = [f"place IN (SELECT min(place) FROM understood WHERE usable GROUP BY {names})" for names in by]
        return self._table.picked(f"usable AND ({' OR '.join([wrong, *first])})", "understood")

    def _wrong(self, units: Sequence[str], totals: Sequence[Sequence[str]]) -> Iterator[str]:
        """What is wrong with a row, as conditions; only what the texts make possible."""
        yield "starts_with(raw, '-')"
        yield "(looked_at AND (number IS NULL OR number < 0 OR (unit = 'anzahl' AND number <> trunc(number))))"
        if set(self._learned().unit.means) - {None, *units}:
            yield f"unit NOT IN ({', '.join(map(text, units))})"
        for number, (_, meaning) in self._features():
            if "" in meaning.means:
                yield f"(f{number} = '' AND measure IN (SELECT measure FROM understood WHERE f{number} <> ''))"
            if totals[number]:
                yield f"f{number} IN ({', '.join(map(text, totals[number]))})"

    def freeze(self, *, material: Material, source: str, sha256: str, name: str, column: str) -> str:
        """The delivery as a file of the store, as `Store.append` would write it; gives its key."""
        said = self._learned()
        refuse([_too_large(f"{name}, Zeile {one.line}, Spalte {column}") for one in said.values if one.too_large])
        states = [one.finality for one in said.values]
        stated = states if any(states) else []
        facts = [delivery.FORM, "columns", source, name, sha256, material.value, repr(said), *stated]
        key = hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]
        target = delivery.path(self._root, key)
        if not target.exists():
            rows = self._rows(material, name, column)
            delivery.set_down(self._table.connection, rows, self._workplace.joinpath("delivery.parquet"), target)
        return key

    def _rows(self, material: Material, name: str, column: str) -> str:
        """The statement whose answer has the columns of a delivery."""
        named = sorted((head, number) for number, (head, _) in self._features() if self._holds(number))
        shapes = [
            f"CASE WHEN f{number} <> '' THEN {text(json.dumps(head, ensure_ascii=False))} END" for head, number in named
        ]
        shape = f"'[' || concat_ws(', ', {', '.join(shapes)}) || ']'" if shapes else "'[]'"
        categories = "".join(
            f", nullif(f{number}, '') AS {_quoted(f'feature {place}: {head}')}"
            for place, (head, number) in enumerate(named, start=1)
        )
        unsaid = text(Finality.UNSTATED.value)
        stated = f", coalesce(finality, {unsaid}) AS {delivery.FINALITY}" if self._stated() else ""
        return (
            f"SELECT measure, unit, area, period, {text(material.value)} AS material, number, sign, reason,"
            f" {text(name)} AS file, '' AS sheet, place + {self._shape.first_line} AS line,"
            f' {text(column)} AS "column",'
            f" raw, {shape} AS features{categories}{stated} FROM understood WHERE usable"
        )

    def _only_whole(self, column: int) -> bool:
        if column not in self._whole:
            self._whole[column] = only_whole(self._table, column)
        return self._whole[column]

    def _holds(self, number: int) -> bool:
        return bool(self._one(f"SELECT count(*) > 0 FROM (SELECT 1 FROM understood WHERE f{number} <> '' LIMIT 1)"))

    def _stated(self) -> bool:
        return any(one.finality for one in self._learned().values)

    def _last_numbers(self) -> None:
        """The numbers of the counts by key; of a key that stands twice the last."""
        self._table.connection.execute(
            f"CREATE TABLE IF NOT EXISTS numbers AS SELECT {', '.join(self._key())},"
            " arg_max_null(CAST(number AS DOUBLE), place) AS number FROM understood WHERE usable AND unit = 'anzahl'"
            f" GROUP BY {', '.join(self._key())}"
        )

    def _key(self) -> list[str]:
        return ["measure", "area", "period", "unit", *(f"f{number}" for number, _ in self._features())]

    def _features(self) -> list[tuple[int, tuple[str, Meaning]]]:
        return list(enumerate(self._learned().features))

    def _learned(self) -> Meanings:
        assert self._said is not None, "the table is asked before anybody said what its texts mean"
        return self._said

    def _one(self, statement: str) -> int:
        (answer,) = self._table.connection.execute(statement).fetchall()[0]
        return int(answer)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _too_large(place: str) -> Issue:
    return fault(
        "B-ABLAGE-02",
        f"Die Zahl in {place} hat mehr als {WHOLE_PLACES} Stellen vor dem Komma.",
        "Zelle und Einheit prüfen.",
    )
