"""Opening a monitor with its first edition, beginning a new edition, taking a beginning back."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from mehrklang.catalogue import load
from mehrklang.package import Monitoring
from mehrklang.package.carrying import next_edition as renewed
from mehrklang.package.starting import Beginning, begin
from mehrklang.planning import PlannedPhase, Shared, SharedKind
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.audit.models import Traced
from mehrklang_web.collection.actions import OwnConditions, name_other_use, set_supply
from mehrklang_web.collection.models import OtherUse, OwnSupply
from mehrklang_web.communication.actions import carry_addresses
from mehrklang_web.communication.queries import addresses
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.workplace.binding import what_binds


class BoundError(ValueError):
    """The edition holds something that nobody may take back: a signature, a decision, results."""


def begin_monitor(*, beginning: Beginning, by: Author) -> Edition:
    """Opens a monitor with its first edition: all of what was shown, in one transaction."""
    with transaction.atomic(), tempfile.TemporaryDirectory(dir=settings.VAR) as folder:
        proposed = begin(beginning, load(), folder=Path(folder), today=timezone.localdate())
        edition = take_in(monitoring=_with_shared(proposed), phase=Phase.CONCEPT, by=by)
        with act("Monitoring begonnen", by=by, to=subject_of(edition)) as trace:
            trace.new = f"{beginning.point.label}: {len(proposed.candidates)} Vorschläge"
    return edition


def _with_shared(proposed: Monitoring) -> Monitoring:
    """With the own indicators, sources, conditions and areas that the municipality's other monitors know."""
    newest = Edition.objects.filter(monitor__area=proposed.area).select_related("monitor").first()
    if newest is None:
        return proposed
    other = portable(newest)
    known = {each.key for each in other.areas}
    sources = {each.key for each in proposed.own_sources}
    codes = {each.code for each in proposed.own_indicators}
    return replace(
        proposed,
        areas=(*other.areas, *(each for each in proposed.areas if each.key not in known)),
        memberships=other.memberships,
        unions=other.unions,
        boundaries=other.boundaries,
        own_indicators=(*proposed.own_indicators, *(each for each in other.own_indicators if each.code not in codes)),
        own_sources=(*proposed.own_sources, *(each for each in other.own_sources if each.key not in sources)),
        own_breaks=other.own_breaks,
        supplies=other.supplies,
        rule_set=other.rule_set,
        shared=tuple(_shared(other, without=sources | codes)),
    )


def _shared(other: Monitoring, *, without: set[str]) -> Iterator[Shared]:
    """What comes from the other monitor is held together with it from the start."""
    indicators = [each.code for each in other.own_indicators if not each.catalogue]
    kinds = (
        (SharedKind.INDICATOR, indicators),
        (SharedKind.SOURCE, [each.key for each in other.own_sources]),
        (SharedKind.CONDITIONS, list(other.supplies)),
    )
    for kind, keys in kinds:
        yield from (Shared(kind, key, other.title) for key in keys if key not in without)


@transaction.atomic
def begin_edition(*, edition: Edition, label: str, timetable: Iterable[PlannedPhase], by: Author) -> Edition:
    """A new edition of the same monitor (`package.carrying.next_edition`), with the addresses for reminders and the
    other uses of sources, which no folder holds."""
    wanted = renewed(portable(edition), label=label, timetable=tuple(timetable))
    new = take_in(monitoring=wanted, phase=Phase.CONCEPT, by=by, monitor=edition.monitor)
    for own in OwnSupply.objects.filter(edition=edition):
        conditions = OwnConditions(own.to_value(), own.responsible, own.address)
        set_supply(edition=new, source=own.source, own=conditions, by=by)
    carry_addresses(edition=new, addresses=addresses(edition), by=by)
    for use in OtherUse.objects.filter(edition=edition):
        name_other_use(edition=new, source=use.source, title=use.title, office=use.office, by=by)
    with act("Neue Ausgabe begonnen", by=by, to=subject_of(new)) as trace:
        trace.old, trace.new = str(edition), str(new)
    return new


def start_over(*, edition: Edition, by: Author) -> None:
    """Takes an edition back with all that was entered in it, and its monitor if it has no other edition.

    BoundError if something in it is signed, decided or computed.
    """
    if what_binds(edition):
        raise BoundError(str(edition))
    with act("Beginn zurückgenommen", by=by, to=subject_of(edition)) as trace:
        trace.old, monitor = str(edition), edition.monitor
        _clear(_hanging_on(edition))
        if not Edition.objects.filter(monitor=monitor).exists():
            monitor.delete()


def _hanging_on(edition: Edition) -> "_Rows":
    """The edition and all that hangs on it: found by the relations, so that no room is forgotten."""
    found: _Rows = {Edition: {edition.pk}}
    waiting: list[type[Traced]] = [Edition]
    while waiting:
        parent = waiting.pop()
        for model, field in _relations(parent):
            rows = model.objects.filter(**{f"{field}__in": found[parent]})
            if new := set(rows.values_list("pk", flat=True)) - found.get(model, set()):
                found.setdefault(model, set()).update(new)
                waiting.append(model)
    return found


def _relations(parent: type[Traced]) -> Iterator[tuple[type[Traced], str]]:
    """Each model that points to the parent, with the field that does."""
    for model in apps.get_models():
        if issubclass(model, Traced):
            for field in model._meta.fields:  # noqa: SLF001 — Django's documented interface
                if field.related_model is parent:
                    yield model, field.name


def _clear(rows: "_Rows") -> None:
    """Removes the rows, those that nothing protects any more first."""
    while rows:
        left = {model: keys for model, keys in rows.items() if not _removed(model, keys)}
        if len(left) == len(rows):
            raise BoundError(", ".join(model.__name__ for model in left))
        rows = left


def _removed(model: type[Traced], keys: set[int]) -> bool:
    """Whether the rows could be removed; links among them are loosened before."""
    kept = model.objects.filter(pk__in=keys)
    for field in model._meta.fields:  # noqa: SLF001 — Django's documented interface
        if field.related_model is model and field.null:
            kept.update(**{field.name: None})
    try:
        kept.delete()
    except models.ProtectedError:
        return False
    return True


_Rows = dict[type[Traced], set[int]]
"""The keys of rows by model."""
