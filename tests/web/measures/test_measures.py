"""Measures are listed, filtered, edited and shown beside indicators, with no claim of effect."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.planning import Measure as MeasureValue
from mehrklang.planning import MeasureState
from mehrklang.planning.measure import NO_CLAIM
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.models import Step
from mehrklang_web.measures.actions import keep_measure
from mehrklang_web.measures.models import Measure
from mehrklang_web.measures.queries import measures_beside
from mehrklang_web.people.models import Role

pytestmark = pytest.mark.django_db

OLD = MeasureValue(
    "alt", "Lotsen", ("arbeit",), ("anteil-a",), MeasureState.RUNNING, "Jobcenter", Decimal("1000.5"), "3.1",
    date(2020, 1, 1), date(2020, 12, 31), "=Text",
)  # fmt: skip
NEW = {"title": "Kurse", "state": "geplant", "budget": "12500,50", "goals": ["arbeit"], "indicators": ["anteil-b"]}


@pytest.fixture
def old(edition):
    keep_measure(edition=edition, measure=OLD, by=Installation())
    keep_measure(edition=edition, measure=MeasureValue("frei", "Ohne Ziel"), by=Installation())


def titles(client, **asked):
    return [line.measure.title for line in client.get(reverse("measures:list"), asked).context["lines"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Lotsen", "Ohne Ziel"]),
        ({"stand": "laufend"}, ["Lotsen"]),
        ({"zustaendig": "Jobcenter"}, ["Lotsen"]),
        ({"feld": "Arbeit"}, ["Lotsen"]),
        ({"ziel": "arbeit"}, ["Lotsen"]),
        ({"faellig": "1"}, ["Lotsen"]),
        ({"suche": "ohne"}, ["Ohne Ziel"]),
        ({"suche": "nichts"}, []),
    ],
)
def test_each_filter_finds_what_it_names(browse, old, asked, found):
    assert titles(browse(Role.LEADERSHIP), **asked) == found


def test_a_measure_is_taken_up_with_its_links(browse):
    browse(Role.COORDINATION).post(reverse("measures:new"), NEW)
    kept = Measure.objects.get().to_value()
    assert (kept.budget, kept.goals, kept.indicators) == (Decimal("12500.5"), ("arbeit",), ("anteil-b",))


def test_it_does_not_end_before_it_begins(browse):
    wrong = NEW | {"begins": "2026-02-01", "ends": "2026-01-01"}
    page = browse(Role.COORDINATION).post(reverse("measures:new"), wrong)
    assert (page.status_code, "Das Ende liegt vor dem Beginn" in page.text) == (422, True)


def test_two_editors_of_a_measure_are_told(browse, old):
    client, address = browse(Role.COORDINATION), reverse("measures:change", args=["alt"])
    assert client.post(address, NEW | {"version": 1}).status_code == 302
    answer = client.post(address, NEW | {"version": 1, "title": "Lotsinnen"})
    assert answer.status_code == 409
    assert "Lotsinnen" in answer.text


def test_a_removed_measure_comes_back(browse, old, account):
    client = browse(Role.COORDINATION)
    client.post(reverse("measures:remove", args=["alt"]), {"version": 99})
    assert Measure.objects.filter(key="alt").exists()
    client.post(reverse("measures:remove", args=["alt"]), {"version": 1})
    assert not Measure.objects.filter(key="alt").exists()
    client.post(reverse("editing:undo", args=[Step.objects.first().pk]))
    assert Measure.objects.get(key="alt").to_value() == OLD


def test_beside_an_indicator_measures_stand_by_their_beginning_without_a_claim(browse, old, edition):
    keep_measure(edition=edition, measure=MeasureValue("x", "Ohne Tag", (), ("anteil-a",)), by=Installation())
    assert [each.title for each in measures_beside(edition, "anteil-a")] == ["Lotsen", "Ohne Tag"]
    page = browse(Role.LEADERSHIP).get(reverse("interpretation:indicator", args=["anteil-a"])).text
    assert "Lotsen" in page.split("Maßnahmen in diesem Feld")[1]
    assert NO_CLAIM in page


def test_the_table_is_inert(browse, edition):
    keep_measure(edition=edition, measure=MeasureValue("a", "=1+1", budget=Decimal(12500)), by=Installation())
    table = browse(Role.LEADERSHIP).get(reverse("measures:table")).content.decode("utf-8-sig")
    assert "\n'=1+1;" in table
    assert ";12500;" in table
