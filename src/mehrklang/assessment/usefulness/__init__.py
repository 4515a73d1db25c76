"""Usefulness of an indicator (Nutzen) for the review: a profile, never one score.

Moved beyond its noise? Redundant with another? Complete, timely? Steerable, used, at what effort? Each answer is a
plain figure with its rule; a proposal (keep, look at, drop) follows stated rules and people decide.
"""

from mehrklang.assessment.usefulness.movement import Moved, moved
from mehrklang.assessment.usefulness.profile import PROPOSAL_RULE, Profile, Proposal, Use, proposal
from mehrklang.assessment.usefulness.redundancy import Cluster, clusters, spearman

__all__ = [
    "PROPOSAL_RULE",
    "Cluster",
    "Moved",
    "Profile",
    "Proposal",
    "Use",
    "clusters",
    "moved",
    "proposal",
    "spearman",
]
