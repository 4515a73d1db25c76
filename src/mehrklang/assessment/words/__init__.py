"""Words for numbers: drafts of German sentences, and a check of wording.

A draft says what value, interval, trend, gap and target say: with hedges, without causes, and marked as a draft that a
person has to own. The check finds words that make others of people, order them, or claim effects; it doubts, people
decide. What numbers mean is written by people (`Interpretation`).
"""

from mehrklang.assessment.words.draft import Draft, Subject, draft
from mehrklang.assessment.words.wording import Doubt, DoubtKind, doubts_about

__all__ = ["Doubt", "DoubtKind", "Draft", "Subject", "doubts_about", "draft"]
