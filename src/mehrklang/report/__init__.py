"""The finding and everything that renders it: one document model, one file per exit.

A table, a chart, an alternative text or a PDF shows findings and nothing else; none has a path of its own to the data.
"""

from mehrklang.report.finding import Finding, GroupSeries

__all__ = ["Finding", "GroupSeries"]
