"""Checks over readings: what is read correctly and still looks wrong. And the dry run of a delivery.

`examine` runs every check over one or more readings. `preview` and `preview_all` put together what a delivery holds,
what is wrong with it and what it changes. One file per check in `checks`. Faults that a reader meets in a single file
are told by the readers (`L-…`) and not repeated here. Nothing is repaired, left out or stored. Judging uses floats;
every figure that is shown as delivered is the exact one of its cell.
"""

from mehrklang.plausibility.codes import CHECK_CODES
from mehrklang.plausibility.comparison import Change, Comparison, compare
from mehrklang.plausibility.dry_run import DryRun, MeasureContent, preview, preview_all
from mehrklang.plausibility.examine import CHECKS, examine

__all__ = [
    "CHECKS",
    "CHECK_CODES",
    "Change",
    "Comparison",
    "DryRun",
    "MeasureContent",
    "compare",
    "examine",
    "preview",
    "preview_all",
]
