"""Who decides about what is held together: entries by the catalogue's right, conditions by that of sources."""

from mehrklang.planning import SharedKind
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may


def right_for(kind: SharedKind) -> Right:
    """The right that taking over and deciding asks for."""
    return Right.KEEP_SOURCES if kind is SharedKind.CONDITIONS else Right.EDIT_CATALOGUE


def may_decide(account: Account, kind: SharedKind) -> bool:
    """Whether the account may take over and decide."""
    return may(account, right_for(kind))
