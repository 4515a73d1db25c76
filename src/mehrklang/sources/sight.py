"""What a person is shown of a file before it is understood: its rows as they stand, the profiles that fit or are
proposed, and what a profile does to the rows.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from mehrklang.sources.faults import Faults
from mehrklang.sources.loading import load_content
from mehrklang.sources.profile.definition import Profile
from mehrklang.sources.profile.likeness import Likeness, likeness
from mehrklang.sources.profile.matching import head_row
from mehrklang.sources.profile.proposal import Draft, NearLabels, draft, near_labels, text_sheet
from mehrklang.sources.profile.reader import choose_sheet, fits
from mehrklang.sources.table import Sheet, make_table


def look(path: Path) -> tuple[Sheet, ...]:
    """The rows with content: of each visible sheet of a workbook, or of a text; () if the file is neither or empty."""
    content = load_content(path, None, Faults(path.name))
    if content is None:
        return ()
    sheets = content.sheets or (text_sheet(content.text),)
    return tuple(sheet for sheet in sheets if sheet.rows)


def propose(path: Path) -> Draft | None:
    """A draft of a profile for a file of no known form; None if nothing in it looks like a table."""
    faults = Faults(path.name)
    content = load_content(path, None, faults)
    return None if content is None else draft(content)


def fitting(path: Path, profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The profiles whose columns the file has, moved or spelled a little differently: of several a person chooses."""
    content = load_content(path, None, Faults(path.name))
    return () if content is None else tuple(profile for profile in profiles if fits(content, profile))


def compare_heads(path: Path, profile: Profile, before: Sequence[str] = ()) -> Likeness | None:
    """How the file's columns differ from those of the file that the profile was made for; None if one is missing."""
    content = load_content(path, None, Faults(path.name), sheet=profile.sheet)
    return None if content is None else likeness(content, profile, before)


def find_near_labels(path: Path, profile: Profile) -> tuple[NearLabels, ...]:
    """Labels of the profile's features that are written almost alike: proposals to merge them."""
    content = load_content(path, None, Faults(path.name), sheet=profile.sheet)
    sheet = None if content is None else choose_sheet(content, profile, Faults(path.name))
    if sheet is None:
        return ()
    table = make_table(sheet, head_row(sheet, profile), Faults(path.name))
    return tuple(near_labels(table, [head for head in profile.features if head in table.heads]))
