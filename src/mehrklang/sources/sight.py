"""What a person is shown of a file before it is understood: its rows as they stand, and what a profile does to them."""

from collections.abc import Sequence
from pathlib import Path

from mehrklang.sources.entrance import load_content
from mehrklang.sources.faults import Faults
from mehrklang.sources.profile.definition import Profile
from mehrklang.sources.profile.likeness import Likeness, likeness
from mehrklang.sources.profile.matching import head_row
from mehrklang.sources.profile.proposal import NearLabels, near_labels, text_sheet
from mehrklang.sources.profile.reader import choose_sheet
from mehrklang.sources.table import Sheet, make_table


def look(path: Path) -> tuple[Sheet, ...]:
    """The rows with content: of each visible sheet of a workbook, or of a text; () if the file is neither or empty."""
    content = load_content(path, None, Faults(path.name))
    if content is None:
        return ()
    sheets = content.sheets or (text_sheet(content.text),)
    return tuple(sheet for sheet in sheets if sheet.rows)


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
