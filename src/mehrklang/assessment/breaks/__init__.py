"""Breaks that nobody has documented: proposed with their evidence, never applied.

`level_shifts` looks for years in which series jump and stay there, `label_drifts` for years in which a source begins to
divide differently. A person decides; what is confirmed becomes a break of the monitoring's own (reihenbrueche.toml).
"""

from mehrklang.assessment.breaks.labels import label_drifts
from mehrklang.assessment.breaks.level import PROPOSAL_RULE, level_shifts
from mehrklang.assessment.breaks.proposal import BreakProposal

__all__ = ["PROPOSAL_RULE", "BreakProposal", "label_drifts", "level_shifts"]
