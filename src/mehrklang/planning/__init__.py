"""What a municipality decides before any number: as values, one file per subject.

Not here: the chosen indicators and their targets (`package.Selection`), which need catalogue and assessment; files
(`package` writes and reads them); who may decide, and when (the shell).
"""

from mehrklang.planning.decision import CouncilDecision
from mehrklang.planning.timetable import Phase, PlannedPhase

__all__ = ["CouncilDecision", "Phase", "PlannedPhase"]
