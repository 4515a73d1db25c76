"""From an empty installation: accounts, municipality, starting point, concept, fifteen indicators, both signatures."""

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, empty_application, needs_chromium
from tests.journeys import empty_start as start

pytestmark = [pytest.mark.browser, needs_chromium]

ONE_MORE = "Kinder mit vollständigen Früherkennungsuntersuchungen"
CORE = 15


@pytest.fixture
def empty(tmp_path):
    with empty_application(tmp_path) as started:
        yield started


@pytest.fixture
def watch(empty):
    watching = Watch(empty.address)
    yield watching
    assert watching.faults == []


def begin(page):
    """Municipality, starting point, what would be made; one more is ticked."""
    start.find_municipality(page, "goslar", "Landkreis Goslar")
    page.get_by_role("link", name="Damit beginnen").first.click()
    expect(page.get_by_role("heading", level=1, name="Das würde angelegt")).to_be_visible()
    page.locator("summary", has_text="Gesundheit").click()
    page.get_by_label(ONE_MORE).check()
    page.get_by_role("button", name="Anlegen").click()
    expect(page.get_by_role("heading", name="Erste Schritte")).to_be_visible()
    expect(page.locator("li[aria-current=step]", has_text="Konzept beantworten")).to_contain_text("0 von 23")


def answer(page, empty, key, fill):
    """One question of the concept."""
    page.goto(f"{empty.address}/konzept/frage/{key}/")
    fill()
    page.get_by_role("button", name="Speichern und weiter").click()
    expect(page.get_by_text("Gespeichert.")).to_be_visible()


def choose_all(page, empty):
    """All candidates are marked and come into the core set together, with one reason."""
    page.goto(f"{empty.address}/auswahl/")
    expect(page.locator("input[name=code]")).to_have_count(CORE)
    page.get_by_role("link", name="alle markieren").click()
    expect(page.locator("input[name=code]:checked")).to_have_count(CORE)
    page.get_by_role("button", name="Gemeinsam entscheiden").click()
    page.get_by_label("Begründung").fill("Für den Bericht an den Kreistag.")
    page.get_by_role("button", name="Für alle festhalten").click()
    expect(page.locator(".budget")).to_contain_text(f"{CORE} von 20 Plätzen")


def test_from_nothing_to_a_core_set_that_both_offices_have_signed(chromium, empty, watch):
    page, other = start.both_offices(chromium, empty, watch)
    expect(other.get_by_text("Die Koordination beginnt es.")).to_be_visible()

    begin(page)
    answer(page, empty, "zweck", lambda: page.locator("#id_text").fill("Überblick für den Kreistag."))
    answer(page, empty, "statistikstelle", lambda: page.get_by_label("keine Statistikstelle").check())

    choose_all(page, empty)
    start.answer_in_turn(page, CORE)
    for each, office in ((page, "Koordination"), (other, "Statistik")):
        start.sign(each, empty, office)

    page.goto(empty.address)
    steps = page.locator("section[aria-labelledby=erste-schritte]")
    expect(steps.get_by_role("listitem").filter(has_text="Kernset unterschreiben")).to_contain_text("✓")
    expect(steps.get_by_role("listitem").filter(has_text="Indikatoren wägen")).to_contain_text(f"{CORE} im Kernset")
    expect(page.get_by_text("Noch einmal neu beginnen")).to_have_count(0)
