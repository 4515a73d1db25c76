"""The words that all rooms share: what a figure is, where, when, for whom and from which cell it comes.

Only values live here, frozen and typed; nothing is read, added up or judged. Everything above may import
this room; it imports nothing of Mehrklang.
"""

from mehrklang.vocabulary.area import Area, AreaLevel
from mehrklang.vocabulary.boundary import Boundary
from mehrklang.vocabulary.breakdown import EVERYTHING, Breakdown
from mehrklang.vocabulary.figure import Figure
from mehrklang.vocabulary.finality import Finality
from mehrklang.vocabulary.interpretation import Interpretation, Signature
from mehrklang.vocabulary.issue import Issue, Severity
from mehrklang.vocabulary.issue_code import IssueCode
from mehrklang.vocabulary.lineage import Lineage, SourceCell
from mehrklang.vocabulary.observation import Material, Observation
from mehrklang.vocabulary.period import Period, PeriodKind
from mehrklang.vocabulary.sign import Reason, Sign
from mehrklang.vocabulary.unit import Unit

__all__ = [
    "EVERYTHING",
    "Area",
    "AreaLevel",
    "Boundary",
    "Breakdown",
    "Figure",
    "Finality",
    "Interpretation",
    "Issue",
    "IssueCode",
    "Lineage",
    "Material",
    "Observation",
    "Period",
    "PeriodKind",
    "Reason",
    "Severity",
    "Sign",
    "Signature",
    "SourceCell",
    "Unit",
]
