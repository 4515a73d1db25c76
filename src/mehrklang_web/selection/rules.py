"""Who sees a target before it holds, and when the core set is full."""

from collections.abc import Iterable

from mehrklang.planning import CORE_LIMIT
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.further import FurtherView
from mehrklang_web.selection.models import AgreedTarget, ChosenIndicator


def shown_target(chosen: ChosenIndicator, account: Account) -> AgreedTarget | None:
    """The target, if there is one and the account may see it: a proposal that lacks a signature is a working value."""
    agreed: AgreedTarget | None = getattr(chosen, "agreed_target", None)
    if agreed is None or agreed.holds or may(account, Right.SEE_WORKING_VALUES):
        return agreed
    return None


def shown_further(views: Iterable[FurtherView], account: Account) -> tuple[FurtherView, ...]:
    """The further targets that the account may see, by the rule of `shown_target`."""
    works = may(account, Right.SEE_WORKING_VALUES)
    return tuple(each for each in views if works or each.value.holds)


def core_is_full(edition: Edition) -> bool:
    """Whether one more core indicator is only taken in by swapping."""
    return ChosenIndicator.objects.filter(edition=edition, core=True).count() >= CORE_LIMIT
