"""To whom a signal goes, and who may do what with it when."""

from mehrklang.assessment.warning import SignalKind
from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.rules import Right, may
from mehrklang_web.signals.models import Signal, Stage

_OFFICES = {
    SignalKind.DATA_SUSPECT: Role.STATISTICS,
    SignalKind.LEVEL_SHIFT: Role.STATISTICS,
    SignalKind.DRIFT: Role.COORDINATION,
    SignalKind.GAP_WIDENING: Role.COORDINATION,
    SignalKind.THRESHOLD_CROSSED: Role.COORDINATION,
    SignalKind.TARGET_PATH_LEFT: Role.COORDINATION,
    SignalKind.TARGET_MISSED: Role.COORDINATION,
}
"""A sudden jump is first of all a question to the data; what goes on for longer, or touches a goal, to the field."""


def office_for(kind: SignalKind) -> Role:
    """The office that looks first; it may hand the signal to a person."""
    return _OFFICES[kind]


def may_acknowledge(signal: Signal, account: Account) -> bool:
    """Whoever handles signals, as long as nobody has."""
    return may(account, Right.HANDLE_SIGNALS) and signal.stage == Stage.NEW


def may_explain(signal: Signal, account: Account) -> bool:
    """Whoever handles signals, until it is closed; a second explanation corrects the first."""
    return may(account, Right.HANDLE_SIGNALS) and signal.is_open


def may_close(signal: Signal, account: Account) -> bool:
    """The offices, once there is an explanation."""
    return may(account, Right.CLOSE_SIGNALS) and signal.stage == Stage.EXPLAINED


def may_reopen(signal: Signal, account: Account) -> bool:
    """The offices."""
    return may(account, Right.CLOSE_SIGNALS) and signal.stage == Stage.CLOSED


def may_assign(signal: Signal, account: Account) -> bool:
    """Whoever handles signals."""
    return may(account, Right.HANDLE_SIGNALS) and signal.is_open
