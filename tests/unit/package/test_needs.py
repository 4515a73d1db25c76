"""The data-need list: every lack is found where it is, and nowhere else; the table stays text in spreadsheets."""

from csv import reader
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from types import MappingProxyType

import pytest

from mehrklang.catalogue import Access, Authority, Supply, load
from mehrklang.package import DataReference, Goal, Monitoring, Outstanding, Selection, data_needs
from mehrklang.package.needs import Lack
from mehrklang.package.needs_csv import COLUMNS, needs_csv
from mehrklang.vocabulary import Area, AreaLevel, Period

DISTRICT = Area("03153", "Goslar", AreaLevel.DISTRICT, "03")
TOWNS = tuple(Area(f"031530{at:02d}", f"Ort {at}", AreaLevel.MUNICIPALITY, "03153") for at in (2, 3))
CODE = "einbuergerungsquote"
SOURCE = "lsn-integrationsmonitoring"
CHOSEN = Selection(CODE, "Weil sie dazugehören.", ("z1",), source=SOURCE)
DELIVERED = (DataReference(Path("a.csv"), "opensdg", SOURCE),)


def monitoring(**changes) -> Monitoring:
    whole = Monitoring(
        "T", "Landkreis", "03153", "2026", Path(), areas=(DISTRICT,), goals=(Goal("z1", "Zügig einbürgern", "Recht"),),
        selection=(CHOSEN,), data=DELIVERED,
    )  # fmt: skip
    return replace(whole, **changes)


def lacks(whole: Monitoring, **options) -> list[Lack]:
    return [need.lack for need in data_needs(whole, load(), **options)]


def test_nothing_is_lacking_where_the_source_has_delivered():
    assert lacks(monitoring()) == []


def test_what_has_not_been_delivered_is_named_with_goal_reason_and_whom_to_ask():
    (need,) = data_needs(monitoring(data=()), load())
    assert (need.lack, need.goals, need.why) == (Lack.NOT_DELIVERED, ("Zügig einbürgern",), CHOSEN.why)
    assert (need.holder, need.authority) == ("Landesamt für Statistik Niedersachsen (LSN)", Authority.STATE)


@pytest.mark.parametrize("data", [DELIVERED, ()])
def test_a_refused_source_is_a_need_even_if_it_once_delivered(data):
    own = MappingProxyType({SOURCE: Supply(access=Access.REFUSED, holder="Amt X")})
    (need,) = data_needs(monitoring(data=data, supplies=own), load())
    assert (need.lack, need.holder) == (Lack.REFUSED, "Amt X")


def test_single_records_are_a_need_only_where_no_statistics_office_has_delivered_them():
    own = MappingProxyType({SOURCE: Supply(access=Access.STATISTICS_ONLY)})
    assert lacks(monitoring(data=(), supplies=own)) == [Lack.STATISTICS_ONLY]
    assert lacks(monitoring(supplies=own)) == []


def test_a_source_that_ends_above_the_own_area_is_too_coarse():
    own = MappingProxyType({SOURCE: Supply(level=AreaLevel.STATE)})
    assert lacks(monitoring(data=(), supplies=own)) == [Lack.TOO_COARSE]


def test_a_kreisfreie_stadt_is_reached_by_a_source_for_districts():
    city = Area("03103000", "Wolfsburg", AreaLevel.MUNICIPALITY, "03")
    assert lacks(monitoring(area=city.key, areas=(city,), data=())) == [Lack.NOT_DELIVERED]


def test_a_late_delivery_is_named_with_its_day():
    late = (Outstanding(SOURCE, Period.parse("2025"), date(2026, 7, 15), note="zugesagt"),)
    (need,) = data_needs(monitoring(), load(), outstanding=late)
    assert (need.lack, need.detail) == (Lack.LATE, "2025: erwartet bis 15.07.2026; zugesagt")
    assert lacks(monitoring(), outstanding=(replace(late[0], source="azr"),)) == []


def test_a_refused_delivery_is_named_with_its_reason():
    refused = (Outstanding(SOURCE, Period.parse("2025"), None, refused=True, note="keine Rechtsgrundlage"),)
    (need,) = data_needs(monitoring(), load(), outstanding=refused)
    assert (need.lack, need.detail) == (Lack.REFUSED, "2025: keine Rechtsgrundlage")


def test_small_areas_are_lacking_only_where_the_indicator_asks_for_them_and_the_monitoring_has_parts():
    definition = replace(load().indicators[CODE], code="eigen", features=("sozialraum",))
    asked = monitoring(own_indicators=(definition,), selection=(replace(CHOSEN, code="eigen"),))
    assert lacks(asked) == []
    (need,) = data_needs(replace(asked, areas=(DISTRICT, *TOWNS)), load())
    assert (need.lack, need.detail) == (Lack.NO_SMALL_AREAS, "nach Teilgebieten (Gemeinden)")
    assert lacks(monitoring(areas=(DISTRICT, *TOWNS))) == []


@pytest.mark.parametrize("level", AreaLevel)
def test_parts_of_every_level_have_a_name_in_the_list(level):
    """No level of areas leaves the list without a word for its areas."""
    part = replace(TOWNS[0], level=level)
    definition = replace(load().indicators[CODE], code="eigen", features=("sozialraum",))
    asked = monitoring(own_indicators=(definition,), selection=(replace(CHOSEN, code="eigen"),), areas=(DISTRICT, part))
    assert all(need.detail == f"nach Teilgebieten ({level.plural})" for need in data_needs(asked, load()))
    assert level.plural


def test_an_indicator_without_any_source_is_a_need():
    code = next(code for code, each in load().indicators.items() if not (each.bindings or each.derivation))
    (need,) = data_needs(monitoring(selection=(Selection(code, "Darum."),)), load())
    definition = load().indicators[code]
    assert (need.lack, need.source, need.breakdown) == (Lack.NO_SOURCE, definition.source, definition.population)


def test_the_first_delivered_source_counts_of_an_indicator_with_several():
    code, both = next(
        (code, [binding.source for binding in each.bindings])
        for code, each in load().indicators.items()
        if len({binding.source for binding in each.bindings}) > 1
    )
    for source in both:
        data = (DataReference(Path("a.csv"), "tidy", source),)
        needs = data_needs(monitoring(selection=(Selection(code, "Darum."),), data=data), load())
        assert Lack.NOT_DELIVERED not in {need.lack for need in needs if need.source == load().sources[source].name}


def test_the_table_has_a_row_per_need_and_lets_no_formula_through():
    chosen = (replace(CHOSEN, why='=HYPERLINK("x")'),)
    head, row = reader(StringIO(needs_csv(data_needs(monitoring(data=(), selection=chosen), load()))), delimiter=";")
    assert head == list(COLUMNS)
    assert (row[0], row[-1]) == (CODE, """'=HYPERLINK("x")""")
