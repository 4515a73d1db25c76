"""How an edition holds one object, and which version of others waits for a decision there."""

from dataclasses import dataclass

from mehrklang_web.monitors.models import Edition
from mehrklang_web.sharing.models import Holding, SharedVersion
from mehrklang_web.sharing.rules import Named


@dataclass(frozen=True, slots=True)
class News:
    """A version from another monitor that waits for a decision here."""

    holding: Holding
    version: SharedVersion


def holding_of(edition: Edition, named: Named) -> Holding | None:
    """How the edition holds the object; None if it does not."""
    rows = Holding.objects.select_related("shared", "holds", "edition__monitor")
    return rows.filter(edition=edition, shared__kind=named.kind.value, shared__key=named.key).first()


def newer(holding: Holding) -> SharedVersion | None:
    """The version of another monitor that waits for a decision; None where there is none."""
    others = SharedVersion.objects.filter(shared=holding.shared).exclude(monitor=holding.edition.monitor_id)
    return waiting(holding, others.order_by("number").last())


def waiting(holding: Holding, latest: SharedVersion | None) -> SharedVersion | None:
    """The latest version of others, unless it was decided about here or says what holds here anyway."""
    if latest is None or latest.number <= holding.seen or latest.fingerprint == holding.holds.fingerprint:
        return None
    return latest
