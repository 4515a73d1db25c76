"""What went out before: read from the folder of the monitoring, and handed to the guard as history.

A publication is the protected delivery of one source in one edition, in table form. It cannot be taken back: its
numbers stay known, its suppressed cells stay secret.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mehrklang.cubes import CellKey
from mehrklang.disclosure import History
from mehrklang.package import Monitoring, checksum
from mehrklang.pipeline import faults
from mehrklang.sources import read
from mehrklang.store import Request
from mehrklang.vocabulary import Figure, Issue, Severity


@dataclass(frozen=True, slots=True)
class Published:
    """The cells of one source as they went out in one edition; told apart by the checksum of their file.

    `open` are the cells that went out as provisional or estimated. `revised`: the edition was called back, or is not
    out yet; where it shows other numbers than today's it is no contradiction.
    """

    source: str
    sha256: str
    revised: bool = False
    cells: Mapping[CellKey, Figure] = field(default_factory=dict, compare=False, hash=False, repr=False)
    open: frozenset[CellKey] = field(default=frozenset(), compare=False, hash=False, repr=False)


def published(monitoring: Monitoring) -> tuple[tuple[Published, ...], tuple[Issue, ...]]:
    """All earlier publications that the folder names, in their order, and every fault in their files."""
    found: list[Published] = []
    issues: list[Issue] = []
    for each in monitoring.published:
        path = monitoring.folder / each.path
        if not path.is_file():
            issues.append(faults.missing_publication(each))
            continue
        one, told = read_publication(path, source=each.source)
        issues += [issue for issue in told if issue.severity is Severity.ERROR]
        found += [replace(one, revised=each.revised)] if one else []
    return tuple(found), tuple(issues)


def history_of(publications: Iterable[Published]) -> History:
    """All of them together. What one of them told is known, whatever another one kept secret."""
    cells: dict[CellKey, Figure] = {}
    revised: set[CellKey] = set()
    provisional: set[CellKey] = set()
    for one in sorted(publications, key=lambda one: not one.revised):
        for key, figure in one.cells.items():
            if figure.known or key not in cells:
                cells[key] = figure
                (revised.add if one.revised else revised.discard)(key)
                (provisional.add if key in one.open else provisional.discard)(key)
    return History(cells, revised=frozenset(revised), open=frozenset(provisional))


def requests_of(publications: Iterable[Published]) -> tuple[Request, ...]:
    """What was asked for then: the guard has to see it beside today's cells."""
    keys = (key for one in publications for key in one.cells)
    return tuple(dict.fromkeys(Request(key.measure, key.unit, key.breakdown) for key in keys))


def areas_of(publications: Iterable[Published]) -> tuple[str, ...]:
    """The areas of that time."""
    return tuple(dict.fromkeys(key.area for one in publications for key in one.cells))


def read_publication(path: Path, *, source: str = "") -> tuple[Published | None, tuple[Issue, ...]]:
    """One protected delivery of the past; None and the faults where the file cannot be read."""
    reading = read(path, kind="tidy")
    if not reading.usable:
        return None, reading.issues
    keys = [CellKey(one.measure, one.unit, one.area, one.period, one.breakdown) for one in reading.observations]
    told = list(zip(keys, reading.observations, strict=True))
    cells = {key: one.figure for key, one in told}
    provisional = frozenset(key for key, one in told if one.finality.open)
    return Published(source, checksum(path), cells=cells, open=provisional), reading.issues
