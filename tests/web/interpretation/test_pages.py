"""The list of indicators and the way from a number back to its cell."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mehrklang.assessment import TREND_RULE
from mehrklang.catalogue import load
from mehrklang.indicators import Interval, IntervalMethod
from mehrklang.package import Selection
from mehrklang.report.sentences import SPREAD
from mehrklang.vocabulary import Lineage
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.deliveries.queries import deliveries_of
from mehrklang_web.interpretation.origin import origin_of, value_in
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Role
from mehrklang_web.results.models import Result
from mehrklang_web.selection.actions import choose
from tests.factories import shell

LIST = "interpretation:indicators"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Anteil A", "Übergang B"}),
        ({"suche": "ÜBERGANG"}, {"Übergang B"}),
        ({"suche": "arbeit zählt"}, {"Anteil A"}),
        ({"feld": "Arbeit"}, {"Anteil A", "Übergang B"}),
        ({"feld": "Wohnen"}, set()),
        ({"zustand": "nicht-bewertbar"}, {"Übergang B"}),
        ({"suche": "gibt es nicht"}, set()),
    ],
)
def test_search_and_filters_narrow_the_list(browse, asked, found):
    page = browse(Role.STATISTICS).get(reverse(LIST), asked)
    assert {line.name for line in page.context["lines"]} == found


def test_a_list_asks_the_database_as_often_for_two_indicators_as_for_twelve(browse, edition):
    client = browse(Role.STATISTICS)
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(LIST))
    for code in sorted(load().indicators)[:10]:
        choose(edition=edition, selection=Selection(code, "Probe"), by=Installation())
    with CaptureQueriesContext(connection) as many:
        page = client.get(reverse(LIST))
    assert len(page.context["lines"]) == 12
    assert len(many) == len(few) <= 15


def test_the_page_of_an_indicator_shows_value_chart_map_table_and_target(browse):
    page = browse(Role.STATISTICS).get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    for part in (
        "25,0\u00a0%",
        "Liniendiagramm",
        "Karte",
        "Ähren",
        "≥ 30",
        "Menschen mit Arbeit",
        "Weil Arbeit zählt.",
    ):
        assert part in page


def test_the_page_tells_the_interval_of_the_latest_value_with_method_and_note(browse):
    row = Result.objects.get(code="anteil-a")
    value = row.to_value()
    assessment = value.assessments["alle"]
    interval = Interval(Decimal("23.31"), Decimal("26.77"), IntervalMethod.WILSON)
    latest = replace(assessment.latest, interval=interval, interval_note="Zur Probe.")
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        row.content = to_text(replace(value, assessments={"alle": replace(assessment, latest=latest)}))
        row.save()
    page = browse(Role.STATISTICS).get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert "Spannweite 23,3 bis 26,8 %" in page
    assert "Spannweite der Zufallsschwankung (Wilson). Zur Probe." in page


def test_the_page_says_why_there_is_no_interval_and_each_rule_once_folded(browse):
    page = browse(Role.STATISTICS).get(reverse("interpretation:indicator", args=["anteil-a"]))
    text, latest = page.content.decode(), page.context["assessment"].latest
    assert latest.interval_note.startswith("Ohne Spannweite")
    assert latest.interval_note in text
    assert text.count(TREND_RULE) == text.count(SPREAD) == 1
    assert text.index("<summary>Wie Spannweite") < text.index(TREND_RULE)


def test_the_origin_leads_down_to_file_line_column_and_raw_text(browse):
    asked = {"gebiet": shell.TOWN.key, "gruppe": "alle", "zeitraum": "2020"}
    page = browse(Role.STATISTICS).get(reverse("interpretation:origin", args=["anteil-a"]), asked).content.decode()
    for part in ("20,0\u00a0%", "probe.csv", ">2<", ">3<", "Wert", ">400<", ">2000<", "100 · 400 : 2.000", "SHA-256"):
        assert part in page


def test_a_value_leads_to_its_own_delivery_even_if_a_later_one_has_the_same_file_name(browse, edition):
    """What was frozen before a correction of the same name goes on naming the bytes that it was computed from."""
    first = Delivery.objects.get(name="probe.csv")
    result = Result.objects.get(code="anteil-a").to_value()
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        later = Delivery.objects.create(
            edition=edition, name="probe.csv", kind="tidy", source="probe", sha256="0" * 64, size=1
        )
        first.replaced_by = later
        first.save()
    value = value_in(result, area=shell.TOWN.key, group="alle", period="2020")
    (file,) = origin_of(value, result, deliveries_of(edition)).files
    assert [each.pk for each in file.deliveries] == [first.pk]
    assert [cell.raw for cell in file.cells] == ["400", "2000"]
    asked = {"gebiet": shell.TOWN.key, "gruppe": "alle", "zeitraum": "2020"}
    page = browse(Role.STATISTICS).get(reverse("interpretation:origin", args=["anteil-a"]), asked).content.decode()
    assert first.sha256 in page
    assert later.sha256 not in page
    assert "inzwischen ersetzt" in page


def test_the_file_of_a_value_without_cells_is_named_all_the_same(edition):
    """A withheld or summed value keeps the key of its delivery but no cells."""
    result = Result.objects.get(code="anteil-a").to_value()
    value = value_in(result, area=shell.TOWN.key, group="alle", period="2020")
    bare = replace(value, lineage=Lineage(value.lineage.delivery, (), 7))
    origin = origin_of(bare, result, deliveries_of(edition))
    assert [(file.name, file.cells) for file in origin.files] == [("probe.csv", ())]
    assert origin.further == 7


@pytest.mark.parametrize("asked", [{"gebiet": "'; DROP", "zeitraum": "x"}, {"gebiet": "99000001"}, {}])
def test_an_incomplete_address_shows_the_latest_value(browse, asked):
    page = browse(Role.STATISTICS).get(reverse("interpretation:origin", args=["anteil-a"]), asked)
    assert "25,0\u00a0%" in page.content.decode()


@pytest.mark.parametrize("name", ["indicator", "origin", "write"])
def test_an_indicator_that_was_not_chosen_is_not_found(browse, name):
    assert browse(Role.STATISTICS).get(reverse(f"interpretation:{name}", args=["gibt-es-nicht"])).status_code == 404


def test_cells_of_two_files_of_one_name_stay_with_their_own_delivery(edition):
    """The key that the store writes beside each cell decides, not the name of the file."""
    result = Result.objects.get(code="anteil-a").to_value()
    value = value_in(result, area=shell.TOWN.key, group="alle", period="2020")
    first = Delivery.objects.get(name="probe.csv")
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        second = Delivery.objects.create(
            edition=edition, name="probe.csv", kind="tidy", source="probe", sha256="0" * 64, size=1
        )
    (file,) = [each for each in result.deliveries if each.path == first.relative_path]
    twin = replace(file, key="zweite", path=second.relative_path, sha256=second.sha256)
    numerator, denominator = value.lineage.cells
    cells = (numerator, replace(denominator, delivery="zweite"))
    mixed = replace(value, lineage=Lineage(f"{file.key} + zweite", cells, 2))
    both = replace(result, deliveries=(file, twin))
    found = origin_of(mixed, both, deliveries_of(edition)).files
    assert [(each.name, [one.pk for one in each.deliveries], each.cells) for each in found] == [
        ("probe.csv", [first.pk], (numerator,)),
        ("probe.csv", [second.pk], (cells[1],)),
    ]
