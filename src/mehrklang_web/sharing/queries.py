"""What an edition holds together with others, and which versions of others nobody here has decided about."""

from mehrklang.planning import Shared, SharedKind
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.sharing.held import News, waiting
from mehrklang_web.sharing.models import Holding, SharedVersion
from mehrklang_web.sharing.rules import Named


def shared_of(edition: Edition) -> tuple[Shared, ...]:
    """What the edition holds together with others, as it travels with the monitoring."""
    return tuple(each.to_value() for each in holdings(edition))


def holdings(edition: Edition) -> list[Holding]:
    """Every shared object of the edition, by kind and key."""
    rows = Holding.objects.filter(edition=edition).select_related("shared", "holds", "edition__monitor")
    return list(rows.order_by("shared__kind", "shared__key").prefetch_related("judgements"))


def held_by(edition: Edition) -> frozenset[Named]:
    """The names of all that the edition holds together with others."""
    rows = Holding.objects.filter(edition=edition).values_list("shared__kind", "shared__key")
    return frozenset(Named(SharedKind(kind), key) for kind, key in rows)


def news_of(edition: Edition) -> tuple[News, ...]:
    """The latest version of each shared object that another monitor made, where it is neither held nor decided."""
    rows = holdings(edition)
    others = SharedVersion.objects.filter(shared__in=[each.shared_id for each in rows])
    latest = {each.shared_id: each for each in others.exclude(monitor=edition.monitor_id).order_by("number")}
    found = ((each, waiting(each, latest.get(each.shared_id))) for each in rows)
    return tuple(News(holding, version) for holding, version in found if version is not None)


def holders(holding: Holding) -> tuple[Monitor, ...]:
    """The other monitors that hold the object too, by title."""
    rows = Holding.objects.filter(shared=holding.shared).exclude(edition__monitor=holding.edition.monitor_id)
    return tuple(Monitor.objects.filter(pk__in=rows.values("edition__monitor")).order_by("title", "pk"))


def other_editions(edition: Edition) -> tuple[Edition, ...]:
    """The newest edition of every other monitor of the same municipality, by title."""
    monitors = Monitor.objects.filter(area=edition.monitor.area).exclude(pk=edition.monitor_id).order_by("title", "pk")
    newest = (Edition.objects.filter(monitor=each).select_related("monitor").first() for each in monitors)
    return tuple(each for each in newest if each is not None)
