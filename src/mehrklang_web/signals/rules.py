"""To whom a signal goes, and who may do what with it when."""

from django.db.models import QuerySet

from mehrklang.assessment.warning import SignalKind
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.rules import Right, may, may_in
from mehrklang_web.selection.models import AgreedTarget
from mehrklang_web.signals.models import BreakStage, ProposedBreak, Signal, Stage

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


def handlers() -> QuerySet[Account]:
    """The accounts that handle signals."""
    able = [each.pk for each in Account.objects.all() if may(each, Right.HANDLE_SIGNALS)]
    return Account.objects.filter(pk__in=able)


def responsible_for(edition: Edition, code: str) -> str:
    """Whom the target of an indicator names as responsible; "" for nobody."""
    agreed = AgreedTarget.objects.filter(chosen__edition=edition, chosen__code=code).first()
    return agreed.responsible.strip() if agreed else ""


def may_acknowledge(signal: Signal, account: Account) -> bool:
    """Whoever handles signals, as long as nobody has."""
    return _may_handle(signal, account) and signal.stage == Stage.NEW


def may_explain(signal: Signal, account: Account) -> bool:
    """Whoever handles signals, until it is closed; a second explanation corrects the first."""
    return _may_handle(signal, account) and signal.is_open


def may_close(signal: Signal, account: Account) -> bool:
    """The offices, once there is an explanation."""
    return may(account, Right.CLOSE_SIGNALS) and signal.stage == Stage.EXPLAINED


def may_reopen(signal: Signal, account: Account) -> bool:
    """The offices."""
    return may(account, Right.CLOSE_SIGNALS) and signal.stage == Stage.CLOSED


def may_confirm(proposal: ProposedBreak, account: Account) -> bool:
    """An office that has not confirmed yet, as long as the break is neither entered nor rejected."""
    undecided = proposal.stage in (BreakStage.OPEN, BreakStage.CONFIRMED)
    offices = {voice.office for voice in proposal.voices.all()}
    return may(account, Right.CONFIRM_BREAKS) and undecided and account.role_label not in offices


def may_reject(proposal: ProposedBreak, account: Account) -> bool:
    """An office, until the break is entered."""
    return may(account, Right.CONFIRM_BREAKS) and proposal.stage in (BreakStage.OPEN, BreakStage.CONFIRMED)


def may_assign(signal: Signal, account: Account) -> bool:
    """Whoever handles signals."""
    return _may_handle(signal, account) and signal.is_open


def _may_handle(signal: Signal, account: Account) -> bool:
    """A Fachbereich handles those of its own fields, and any that was handed to the person."""
    handed_over = signal.person_id is not None and signal.person_id == account.pk
    return may_in(account, Right.HANDLE_SIGNALS, signal.field) or (handed_over and may(account, Right.HANDLE_SIGNALS))
