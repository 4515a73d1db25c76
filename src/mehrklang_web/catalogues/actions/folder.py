"""What a monitoring folder says of the catalogue, kept in a new edition."""

from mehrklang.package import Monitoring
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.catalogues.actions.guarding import compare_arrival, take_in_loosenings
from mehrklang_web.catalogues.actions.own import keep_source
from mehrklang_web.catalogues.actions.together import hold_together
from mehrklang_web.catalogues.models import OwnIndicator, RetiredIndicator, TakenCatalogue
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


def take_in(*, edition: Edition, monitoring: Monitoring, by: Author) -> None:
    """What a folder says: own sources, own indicators with the versions that they have there, catalogues of others,
    retirements.
    """
    with act("Katalog eingelesen", by=by, to=Subject("Katalog", str(edition.pk), str(edition))) as trace:
        for source in monitoring.own_sources:
            keep_source(edition=edition, source=source, by=by)
        for own in monitoring.own_indicators:
            if not own.catalogue:
                OwnIndicator.objects.create(edition=edition, code=own.code, content=to_text(own))
        for named in monitoring.catalogues:
            indicators = to_text(tuple(each for each in monitoring.own_indicators if each.catalogue == named.key))
            TakenCatalogue.objects.create(
                edition=edition, key=named.key, head=to_text(named), indicators_text=indicators
            )
        for code, each in monitoring.retired_indicators.items():
            RetiredIndicator.objects.create(
                edition=edition, code=code, who=each.who, day=each.day, why=each.why, successor=each.successor
            )
        if monitoring.loosenings:
            take_in_loosenings(edition=edition, loosenings=monitoring.loosenings, by=by)
        compare_arrival(edition=edition, by=by)
        hold_together(edition=edition, shared=monitoring.shared, by=by)
        trace.new = f"{len(monitoring.own_indicators)} eigene Indikatoren, {len(monitoring.catalogues)} Kataloge"
