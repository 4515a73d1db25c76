"""Who sees a target before it holds."""

from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.models import AgreedTarget, ChosenIndicator


def shown_target(chosen: ChosenIndicator, account: Account) -> AgreedTarget | None:
    """The target, if there is one and the account may see it: a proposal that lacks a signature is a working value."""
    agreed: AgreedTarget | None = getattr(chosen, "agreed_target", None)
    if agreed is None or agreed.holds or may(account, Right.SEE_WORKING_VALUES):
        return agreed
    return None
