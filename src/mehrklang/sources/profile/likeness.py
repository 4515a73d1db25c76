"""How much a file is like the one that a profile was made for: columns moved, spelled otherwise, or new."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.layout import Content
from mehrklang.sources.profile.definition import Profile
from mehrklang.sources.profile.matching import head_row, match_columns
from mehrklang.sources.profile.reader import choose_sheet
from mehrklang.sources.table import Sheet


@dataclass(frozen=True, slots=True)
class Likeness:
    """A file seen through a profile, against the file of the last time.

    `heads`: all heads of the file in their order; `moved`: how many of the profile's columns stand out of their former
    order; `respelled`: the profile's heads and how they are written now; `added`: heads that were not there.
    """

    heads: tuple[str, ...]
    moved: int
    respelled: tuple[tuple[str, str], ...]
    added: tuple[str, ...]


def likeness(content: Content, profile: Profile, before: Sequence[str] = ()) -> Likeness | None:
    """The likeness to the file with the heads `before` (none: nothing is known of it); None if a column is missing."""
    sheet = choose_sheet(content, profile, Faults(content.file))
    if sheet is None:
        return None
    heads = heads_of(sheet, profile)
    columns = match_columns(profile, heads, 0, Faults(""))
    if not profile.heads or len(columns) < len(profile.heads):
        return None
    respelled = tuple((name, heads[at]) for name, at in columns.items() if fold(name) != fold(heads[at]))
    then = [fold(head) for head in before]
    shared = sorted((then.index(fold(name)), at) for name, at in columns.items() if fold(name) in then)
    used = {fold(heads[at]) for at in columns.values()}
    added = tuple(head for head in heads if head and then and fold(head) not in {*then, *used})
    return Likeness(heads, _moved([at for _, at in shared]), respelled, added)


def heads_of(sheet: Sheet, profile: Profile) -> tuple[str, ...]:
    """The heads of the row in which most of the profile's stand."""
    return tuple(clean(cell) for cell in sheet.rows[head_row(sheet, profile)].cells)


def _moved(positions: Sequence[int]) -> int:
    """How many have to be taken out so that the others stand in order: all but the longest rising subsequence.

    >>> _moved([0, 1, 4, 7]), _moved([3, 0, 1, 2]), _moved([1, 0, 3, 2])
    (0, 1, 2)
    """
    ends: list[int] = []
    for position in positions:
        at = bisect_left(ends, position)
        ends[at : at + 1] = [position]
    return len(positions) - len(ends)
