"""What a municipality decides before any number: as values, one file per subject.

Not here: the chosen indicators and their targets (`package.Selection`), which need catalogue and assessment; files
(`package` writes and reads them); who may decide, and when (the shell).
"""

from mehrklang.planning.agreement import Agreements, Matter, MatterKind, Version, Voice
from mehrklang.planning.candidate import CORE_LIMIT, SelectionState, Verdict
from mehrklang.planning.communication import CommunicationPlan
from mehrklang.planning.concept import Adoption, Answer, Concept
from mehrklang.planning.decision import CouncilDecision
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.planning.goal import Goal, GoalLevel
from mehrklang.planning.handled_signal import HandledSignal, SignalCause, SignalStage, SignalStep
from mehrklang.planning.measure import Measure, MeasureState
from mehrklang.planning.missed_target import Consequence, MissedTarget
from mehrklang.planning.remark import Remark
from mehrklang.planning.shared import Judgement, Shared, SharedKind
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.planning.timetable import Phase, PlannedPhase

__all__ = [
    "CORE_LIMIT",
    "Adoption",
    "Agreements",
    "Answer",
    "CommunicationPlan",
    "Concept",
    "Consequence",
    "CouncilDecision",
    "ExpectedDelivery",
    "Goal",
    "GoalLevel",
    "HandledSignal",
    "Judgement",
    "Matter",
    "MatterKind",
    "Measure",
    "MeasureState",
    "MissedTarget",
    "Phase",
    "PlannedPhase",
    "Remark",
    "SelectionState",
    "Shared",
    "SharedKind",
    "SignalCause",
    "SignalStage",
    "SignalStep",
    "StartingPoint",
    "Verdict",
    "Version",
    "Voice",
]
