"""The store: deliveries go in once and stay as they are; questions come out as raw cubes."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.store import delivery, scan
from mehrklang.store.additive import Beside, add_up
from mehrklang.store.assembly import Assembly, assemble
from mehrklang.store.divisions import divisions
from mehrklang.store.engine import engine
from mehrklang.store.error import fault, refuse
from mehrklang.store.large import LargeTable, open_large
from mehrklang.store.published import look_up, said
from mehrklang.store.question import Question, Request
from mehrklang.store.retiring import refuse_retired, retire, retirement_of
from mehrklang.store.trace import rows_behind
from mehrklang.store.tree import Tree
from mehrklang.store.versions import Ages
from mehrklang.vocabulary import Lineage, Observation
from mehrklang.vocabulary.division import Division
from mehrklang.vocabulary.retirement import Retirement
from mehrklang.vocabulary.texts import TextShape


class Store:
    """A folder of immutable Parquet files, one per delivery.

    Several processes may append and ask at once. What is delivered stays: a correction is a new delivery that replaces
    the old one, a withdrawn one keeps its trace; neither is counted with any more. Faults come as `StoreError` with
    German issues, all at once.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def append(self, observations: Sequence[Observation], *, source: str, name: str, content_sha256: str) -> str:
        """Freeze the observations of one delivered file and give the key of the delivery.

        `source` is the key of the source, `name` the file's name, `content_sha256` the checksum of its bytes. The same
        delivery again gives the same key and writes nothing. Numbers are kept to 20 decimals, rounded half up; what
        the file said stays with the cell.
        """
        return delivery.write(self._root, observations, source=source, name=name, content_sha256=content_sha256)

    def open_large(self, shape: TextShape) -> AbstractContextManager[LargeTable]:
        """A regular CSV file as a table that need not fit into memory, to be read by columns and frozen.

        `IrregularError` if the file is not built as `shape` says: then it is read in the ordinary way.
        """
        return open_large(self._root, shape)

    def supersede(self, delivery: str, successor: str, *, who: str, day: date, why: str) -> None:
        """From now on the delivery `successor` holds instead; the old one stays for whoever asks where a number came
        from."""
        retire(self._root, delivery, Retirement(who, day, why, successor))

    def withdraw(self, delivery: str, *, who: str, day: date, why: str) -> None:
        """From now on no number is told of the delivery; who, when and why stay, and where its cells stood."""
        retire(self._root, delivery, Retirement(who, day, why))

    def retirement(self, delivery: str) -> Retirement | None:
        """Why a delivery is no longer counted with; None if it is."""
        return retirement_of(self._root, delivery)

    def tabulate(self, question: Question) -> RawCube:
        """Answer a question.

        Published material: each cell is the one row with exactly that breakdown, of several versions the one that
        counts. Additive material: rows are summed
        over the features that the request does not name, and over the parts of areas that are not delivered
        themselves. A cell without any row is not in the cube.
        """
        if not question.deliveries or not question.requests:
            return RawCube({})
        refuse_retired(self._root, question.deliveries)
        with self._observations(question) as connection:
            found = look_up(connection, _requests(question), question.areas, _features(question), Ages.of(question))
            added = _assembly(connection, question).cube(greatest=question.greatest, keyed=bool(question.secret))
        published = found.cells
        both = published.keys() & (added.cells.keys() - added.hidden)
        refuse(
            [
                fault(
                    "B-WIDERSPRUCH-03",
                    f"Für {said(key)} liegen veröffentlichte und summierbare Zeilen zugleich vor.",
                    "Veröffentlichte Statistik und eigene Fallzahlen als verschiedene Quellen führen.",
                )
                for key in sorted(both, key=said)
            ]
        )
        return replace(
            added,
            cells={**added.cells, **published},
            hidden=added.hidden - published.keys(),
            before=found.before,
        )

    def divisions(self, deliveries: Sequence[str]) -> tuple[Division, ...]:
        """Which categories of which features the deliveries hold in which year, by measure."""
        return divisions(self._root, tuple(dict.fromkeys(deliveries)))

    def trace(self, question: Question, key: CellKey, *, limit: int = 20) -> Lineage:
        """The source cells behind a cell of the question's answer: the cell itself, or the rows that were added up.

        `cell_count` is the number of rows, `cells` the first `limit` of them; those of additive material without their
        texts. So it is after a delivery was superseded; of a withdrawn one only the places are told.
        """
        request = Request(key.measure, key.unit, key.breakdown)
        narrow = Question(
            question.deliveries, (request,), (key.area,), question.hierarchy, memberships=question.memberships
        )
        with self._observations(narrow) as connection:
            features = _features(narrow)
            published = look_up(connection, narrow.requests, narrow.areas, features, Ages.of(narrow)).cells
            if key in published:
                return self._told(published[key].lineage)
            amount = _assembly(connection, narrow).amounts.get(key)
            return Lineage("") if amount is None else rows_behind(connection, key, amount, features, limit)

    def _told(self, lineage: Lineage) -> Lineage:
        """Without the texts of a delivery that was withdrawn."""
        known = self.retirement(lineage.delivery)
        withdrawn = known is not None and known.withdrawn
        return replace(lineage, cells=tuple(replace(cell, raw="") for cell in lineage.cells)) if withdrawn else lineage

    @contextmanager
    def _observations(self, question: Question) -> Iterator[duckdb.DuckDBPyConnection]:
        """An engine with the question's deliveries as one table."""
        with engine(self._root) as connection:
            deliveries = (*question.deliveries, *question.superseded)
            scan.register(connection, self._root, deliveries, _features(question), secret=question.secret)
            yield connection


def _assembly(connection: duckdb.DuckDBPyConnection, question: Question) -> Assembly:
    tree, areas = Tree(question.hierarchy, question.memberships), question.all_areas
    scope = None if areas is None else sorted(tree.below(areas))
    beside = Beside(question.greatest, bool(question.secret))
    delivered = add_up(connection, question.all_requests, scope, _features(question), beside)
    return assemble(delivered, question, tree)


def _requests(question: Question) -> list[Request]:
    return list(dict.fromkeys(question.requests))


def _features(question: Question) -> list[str]:
    """The features that any request names; their positions name their columns."""
    return sorted({feature for request in question.all_requests for feature in request.features})
