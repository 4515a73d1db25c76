"""Weighing indicators: what is known of each, which questions are open, and how a set of them is balanced.

Chosen indicators and candidates alike (both are `Selection`s). Nothing is scored or ranked and nothing is forbidden:
what stands out is said with its reason. Not here: the one limit, of the core set (`planning.CORE_LIMIT`).
"""

from mehrklang.package.weighing.balance import Balance, Count, balance
from mehrklang.package.weighing.effort import Effort, EffortLine, effort
from mehrklang.package.weighing.imbalance import Imbalance, imbalances
from mehrklang.package.weighing.prospect import Origin, Prospect, Secured, prospect
from mehrklang.package.weighing.replies import Asked, Reply, open_questions, replies
from mehrklang.package.weighing.situation import Situation

__all__ = [
    "Asked",
    "Balance",
    "Count",
    "Effort",
    "EffortLine",
    "Imbalance",
    "Origin",
    "Prospect",
    "Reply",
    "Secured",
    "Situation",
    "balance",
    "effort",
    "imbalances",
    "open_questions",
    "prospect",
    "replies",
]
