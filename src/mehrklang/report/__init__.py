"""The finding and everything that renders it: one document model, one file per exit.

A table, a chart, an alternative text or a PDF shows findings and nothing else; none has a path of its own to the data.
`compose` makes the document for an audience; `html`, `pdf` and `csv` are the exits; `charts` draws, `tables` sets out,
`sentences` says what can be said without judgement. What figures mean is written by people, in the interpretation.
"""

from mehrklang.report.audience import Audience, ReportHeading
from mehrklang.report.composition import compose
from mehrklang.report.document import Document
from mehrklang.report.finding import Finding, GroupSeries, Steering

__all__ = ["Audience", "Document", "Finding", "GroupSeries", "ReportHeading", "Steering", "compose"]
