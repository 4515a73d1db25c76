"""Who sees which agreement and which remark."""

from mehrklang.planning import MatterKind
from mehrklang_web.agreements.models import KeptRemark
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may


def sees_matter(account: Account, kind: MatterKind, *, held: bool) -> bool:
    """A target that does not hold is a working value, as on the page of the selection."""
    return held or kind is not MatterKind.TARGET or may(account, Right.SEE_WORKING_VALUES)


def sees_remark(account: Account, kept: KeptRemark) -> bool:
    """Who works with the figures before they are out reads all remarks; everybody else those of the own role."""
    return may(account, Right.SEE_WORKING_VALUES) or kept.office == account.role_label


def may_change(account: Account, kept: KeptRemark) -> bool:
    """Nobody changes another person's words."""
    return kept.author == account.full_name and may(account, Right.WRITE_REMARKS)
