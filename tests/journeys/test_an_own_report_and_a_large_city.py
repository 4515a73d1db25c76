"""The two other starting points, each from nothing to fifteen signed indicators: an own report, a large city."""

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, empty_application, needs_chromium
from tests.journeys import empty_start as start

pytestmark = [pytest.mark.browser, needs_chromium]

CORE = 15
NAMED = ("Arbeitslosenquote", "Ausländeranteil", "SGB-II-Quote", "Beschäftigungsquote", "Wohnfläche je Person")
NAMES = (*NAMED, *(f"Eigene Kennzahl {number}" for number in range(1, CORE - len(NAMED) + 1)))
TABLE = "\n".join(
    (
        "Indikator;Gruppe;Einheit;2021;2022",
        *(f"{name};insgesamt;Prozent;6,1;5,{at % 10}" for at, name in enumerate(NAMES)),
    )
)


@pytest.fixture
def empty(tmp_path):
    with empty_application(tmp_path) as started:
        yield started


@pytest.fixture
def watch(empty):
    watching = Watch(empty.address)
    yield watching
    assert [fault for fault in watching.faults if "status of 422" not in fault] == []


def is_signed(page, empty):
    page.goto(empty.address)
    step = page.locator("section[aria-labelledby=erste-schritte]").get_by_role("listitem")
    expect(step.filter(has_text="Kernset unterschreiben")).to_contain_text("✓")
    expect(step.filter(has_text="Indikatoren wägen")).to_contain_text(f"{CORE} im Kernset")


def next_step(page, empty):
    page.goto(empty.address)
    return page.locator("li.step[aria-current=step]")


def test_a_large_city_comes_to_a_signed_core_set_while_its_parts_are_still_missing(chromium, empty, watch):
    page, other = start.both_offices(chromium, empty, watch)
    start.find_municipality(page, "augsburg", "Stadt Augsburg")
    start.begin_with(page, "Stadt mit Statistikstelle")
    expect(page.locator("summary", has_text="Bildung")).to_contain_text("passen")
    page.get_by_role("button", name="Anlegen").click()
    expect(page.get_by_role("heading", name="Erste Schritte")).to_be_visible()
    expect(next_step(page, empty)).to_contain_text("Konzept beantworten")
    expect(next_step(other, empty)).to_contain_text("Teilräume einlesen")

    start.into_the_core_set(page, empty, CORE)
    start.answer_in_turn(page, CORE)
    for each, office in zip((page, other), start.OFFICES.values(), strict=True):
        start.sign(each, empty, office)
    is_signed(page, empty)
    page.goto(f"{empty.address}/quellen/")
    expect(page.get_by_role("link", name="Melderegister")).to_be_visible()
    expect(page.get_by_text("Integrationsmonitoring Niedersachsen")).to_have_count(0)


def test_an_own_report_is_taken_over_and_its_series_are_computed_and_signed(chromium, empty, watch):
    page, other = start.both_offices(chromium, empty, watch)
    start.find_municipality(page, "goslar", "Landkreis Goslar")
    start.begin_with(page, "Es gibt ein Monitoring als PDF oder Tabelle")
    page.get_by_label("Titel der bisherigen Veröffentlichung").fill("Integrationsbericht 2022")
    page.get_by_label("Tabelle einfügen").fill(TABLE.replace("5,3", "etwa 5"))
    page.get_by_role("button", name="Lesen").click()
    expect(page.get_by_text("Eingabe, Zeile 5, Spalte 2022")).to_be_visible()
    page.get_by_label("Tabelle einfügen").fill(TABLE)
    page.get_by_role("button", name="Lesen").click()
    expect(page.get_by_text(f"{CORE} Reihen zu {CORE} Indikatoren.")).to_be_visible()
    expect(page.get_by_label("Gegenstück von Ausländeranteil")).to_have_value("auslaenderanteil")
    page.get_by_label("Gegenstück von Eigene Kennzahl 1", exact=True).select_option(label="Einbürgerungsquote")
    page.get_by_role("button", name="Anlegen").click()
    expect(page.get_by_role("heading", name="Erste Schritte")).to_be_visible()

    start.into_the_core_set(page, empty, CORE)
    start.answer_in_turn(page, CORE)
    for each, office in zip((page, other), start.OFFICES.values(), strict=True):
        start.sign(each, empty, office)
    is_signed(page, empty)
    other.goto(empty.address)
    other.get_by_role("button", name="Ergebnisse festhalten").click()
    expect(other.get_by_text(f"Die Ergebnisse von {CORE} Indikatoren sind festgehalten.")).to_be_visible()
    expect(next_step(page, empty)).to_contain_text("Konzept beantworten")
    page.get_by_role("link", name=f"{CORE} Interpretationen schreiben").click()
    expect(page.get_by_text(f"{CORE} von {CORE} Indikatoren")).to_be_visible()
