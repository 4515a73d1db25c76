"""What a municipality decides before any number: as values, one file per subject.

Not here: the chosen indicators and their targets (`package.Selection`), which need catalogue and assessment; files
(`package` writes and reads them); who may decide, and when (the shell).
"""

from mehrklang.planning.communication import CommunicationPlan
from mehrklang.planning.concept import Adoption, Answer, Concept
from mehrklang.planning.decision import CouncilDecision
from mehrklang.planning.goal import Goal, GoalLevel
from mehrklang.planning.measure import Measure, MeasureState
from mehrklang.planning.timetable import Phase, PlannedPhase

__all__ = [
    "Adoption",
    "Answer",
    "CommunicationPlan",
    "Concept",
    "CouncilDecision",
    "Goal",
    "GoalLevel",
    "Measure",
    "MeasureState",
    "Phase",
    "PlannedPhase",
]
