"""Flat files (ffcsv) of the statistical databases: one row per figure, keys for everything; new form and old.

`columns` finds the groups of columns, `variables` turns them into area and breakdown, `quality` reads the marks of the
column value_q.
"""

from mehrklang.sources.ffcsv.columns import NEW_HEADS, OLD_HEADS
from mehrklang.sources.ffcsv.reader import read_new, read_old
from mehrklang.sources.form import Form

FORM = Form("ffcsv", "GENESIS-Flatfile (ffcsv), ab 2025", heads=NEW_HEADS, read=read_new)
OLD_FORM = Form("ffcsv-alt", "GENESIS-Flatfile (ffcsv), bis 2025", heads=OLD_HEADS, read=read_old)

__all__ = ["FORM", "OLD_FORM"]
