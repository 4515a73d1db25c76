"""The edition put together as the value that the library computes with."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from mehrklang.package import Monitoring, Selection
from mehrklang.territory import Vintage
from mehrklang.vocabulary import Boundary
from mehrklang_web.agreements.queries import agreements_of, remarks_of
from mehrklang_web.catalogues import queries as catalogues
from mehrklang_web.collection.queries import expected_of, supplies
from mehrklang_web.communication.queries import plan_of
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.deliveries.queries import in_versions
from mehrklang_web.guidance.queries import concept_of
from mehrklang_web.measures.queries import measures_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import timetable_of
from mehrklang_web.places import queries as register
from mehrklang_web.places.queries import places_of
from mehrklang_web.results.models import MissedTarget, ReportedTerritory, Stabilising
from mehrklang_web.results.released import publications
from mehrklang_web.selection import catalogue
from mehrklang_web.selection.queries import candidates, verdicts
from mehrklang_web.selection.queries import chosen as chosen_by
from mehrklang_web.sharing.queries import shared_of


def monitoring_of(edition: Edition, *, until: datetime | None = None) -> Monitoring:
    """The edition as the library knows it, with the deliveries in use, without interpretations. `until`: only what had
    been published before that moment is held against it.
    """
    places = places_of(edition.places.all(), edition.monitor.area)
    return Monitoring(
        title=edition.monitor.title,
        organisation=edition.monitor.organisation,
        area=edition.monitor.area,
        edition=edition.label,
        folder=Path(settings.DELIVERIES),
        comparison_areas=tuple(edition.comparison),
        areas=register.areas_of(places),
        memberships=register.memberships_of(places),
        unions=register.unions_of(places),
        boundaries=register.boundaries_of(places),
        goals=tuple(goal.to_value() for goal in goals_of(edition)),
        measures=tuple(measure.to_value() for measure in measures_of(edition)),
        missed_targets=tuple(each.to_value() for each in MissedTarget.objects.filter(edition=edition)),
        selection=tuple(_selection(edition)),
        data=tuple(delivery.to_value() for delivery in in_versions(edition)),
        own_indicators=catalogues.own_indicators(edition),
        catalogues=catalogues.taken_catalogues(edition),
        retired_indicators=MappingProxyType(dict(catalogues.retired(edition))),
        own_sources=catalogues.own_sources(edition),
        own_breaks=MappingProxyType(catalogue.own_breaks(edition)),
        timetable=timetable_of(edition),
        starting_point=edition.begun_with,
        expected=expected_of(edition),
        supplies=MappingProxyType(supplies(edition)),
        shared=shared_of(edition),
        loosenings=catalogues.loosenings(edition),
        concept=concept_of(edition),
        communication=plan_of(edition),
        agreements=agreements_of(edition),
        remarks=tuple(remark.to_value() for remark in remarks_of(edition)),
        introduction=edition.introduction,
        rule_set=edition.rule_set,
        vintage=_vintage(edition),
        published=publications(edition, until=until),
        candidates=tuple(each.to_value() for each in candidates(edition)),
        verdicts=tuple(each.to_value() for each in verdicts(edition)),
    )


def _vintage(edition: Edition) -> Vintage | None:
    kept = ReportedTerritory.objects.filter(edition=edition).first()
    return kept.to_value() if kept else None


def _selection(edition: Edition) -> Iterator[Selection]:
    """The chosen indicators, and of which of them stabilised values are wanted."""
    wanted = set(Stabilising.objects.filter(edition=edition, wanted=True).values_list("code", flat=True))
    for chosen in chosen_by(edition):
        yield replace(chosen.to_value(), stabilised=chosen.code in wanted)


def boundaries_of(edition: Edition) -> tuple[Boundary, ...]:
    """The boundaries for maps."""
    return register.drawn_boundaries_of(places_of(edition.places.all(), edition.monitor.area))
