"""What is odd in the rows of a goal tree taken together; nothing of it stops them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from mehrklang.package.goal_sheet.entry import Entry
from mehrklang.vocabulary import Issue, Severity

_NUMBER = re.compile(r"(\d+(?:\.\d+)+)[.:)]?\s")


def doubts(entries: Iterable[Entry], file: str) -> tuple[Issue, ...]:
    """Fields of action with nothing below them, numbers that two goals bear, measures with different details."""
    rows = tuple(entries)
    return (*_empty_fields(rows, file), *_double_numbers(rows, file), *_repeated_measures(rows, file))


def _empty_fields(rows: tuple[Entry, ...], file: str) -> Iterator[Issue]:
    full = {row.path[0] for row in rows if any(row.path[1:]) or row.measure}
    for row in rows:
        if row.path[0] not in full:
            message = f"Unter „{row.path[0]}“ steht kein Ziel und keine Maßnahme."
            remedy = "Ist es kein Handlungsfeld, sondern eine Anmerkung, streichen Sie die Zeile."
            yield _warning("M-ZIELBAUM-08", row, message, remedy, file)


def _double_numbers(rows: tuple[Entry, ...], file: str) -> Iterator[Issue]:
    """A number belongs to one goal; the same goal may stand in many rows."""
    bearers: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for row in rows:
        for title in row.path[1:]:
            if numbered := _NUMBER.match(title):
                bearers[numbered[1]].setdefault(title, row)
    for number, found in bearers.items():
        (first, row), *others = found.items()
        for title, other in others:
            message = f"Die Nummer {number} tragen zwei Ziele: „{first}“ (Zeile {row.line}) und „{title}“."
            remedy = "Beide werden übernommen. Berichtigen Sie die Nummer in der Datei oder danach am Ziel."
            yield _warning("M-ZIELBAUM-09", other, message, remedy, file)


def _repeated_measures(rows: tuple[Entry, ...], file: str) -> Iterator[Issue]:
    """One measure may serve several goals; with other details it may be meant as another one."""
    first: dict[str, Entry] = {}
    for row in rows:
        known = first.setdefault(row.measure.casefold(), row) if row.measure else row
        if _details(known) != _details(row):
            message = f"„{row.measure}“ steht mit anderen Angaben schon in Zeile {known.line}: Es wird eine Maßnahme."
            remedy = "Sind es zwei verschiedene, geben Sie einer einen anderen Namen."
            yield _warning("M-ZIELBAUM-10", row, message, remedy, file)


def _details(row: Entry) -> tuple[object, ...]:
    return row.responsible, row.begins, row.ends, row.state, row.budget, row.product


def _warning(code: str, row: Entry, message: str, remedy: str, file: str) -> Issue:
    return Issue(code, Severity.WARNING, message, remedy, file, row.sheet, row.line)
