"""A goal tree out of a spreadsheet: `read_sheet` reads and names every fault, `compare` says what it would change.

Nothing is written here; the template and the export have the same columns (`layout`).
"""

from mehrklang.package.goal_sheet.comparing import Plan, compare
from mehrklang.package.goal_sheet.entry import Entry
from mehrklang.package.goal_sheet.layout import HEADS, template, tree_table
from mehrklang.package.goal_sheet.reading import SheetReading, read_sheet

__all__ = ["HEADS", "Entry", "Plan", "SheetReading", "compare", "read_sheet", "template", "tree_table"]
