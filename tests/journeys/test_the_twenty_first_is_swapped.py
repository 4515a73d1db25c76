"""Candidates come from the catalogue, are answered for and chosen; the twenty-first is swapped in, and back again."""

import pytest
from playwright.sync_api import expect

from tests.a11y.test_shell_accessibility import faults_everywhere
from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FULL = "Alle 20 Plätze im Kernset sind vergeben"
WEIGHED = ("bruttokaltmiete", "wohneigentum", "jugendarbeitslosigkeit", "interkulturelle-kontakte")
"""Candidates of the demonstration."""

NEW = "Lebenszufriedenheit"


def propose(page, name):
    """From the search on the table itself."""
    page.get_by_role("link", name="Auswahl", exact=True).first.click()
    page.get_by_label("Worum geht es?").fill(name)
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("button", name=f"Vorschlagen {name}", exact=True).click()
    expect(page.get_by_text("liegt jetzt in der Auswahl")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def decide(page, reason):
    page.get_by_label("Stand").select_option(label="Kernset")
    page.get_by_label("Begründung").fill(reason)
    page.get_by_role("button", name="Speichern").click()


def fill_up(page, running):
    """Chooses one candidate after the other until the core set is full."""
    page.get_by_role("link", name="Auswahl", exact=True).first.click()
    expect(page.locator(".budget")).to_contain_text("von 20 Plätzen")
    taken = int(page.locator(".budget strong").inner_text().split()[0])
    for code in WEIGHED[: 20 - taken]:
        page.goto(f"{running.address}/auswahl/{code}/entscheiden/")
        decide(page, "Das Feld fehlte bisher.")
        expect(page.locator(".chip", has_text="Kernset")).to_be_visible()


def test_the_twenty_first_is_swapped(chromium, running):
    watch = Watch(running.address)
    page = log_in(chromium.new_context(locale="de-DE"), running, "koordination")
    watch.over(page)
    fill_up(page, running)

    propose(page, NEW)
    page.get_by_role("link", name="Fragen beantworten").click()
    page.get_by_label("Wozu wollen wir das wissen?").fill("Wie es den Menschen geht, steht in keinem Register.")
    page.get_by_label("Warum?").fill("Nur mittelbar.")
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.get_by_text("steht in keinem Register").first).to_be_visible()

    page.get_by_role("link", name="Auswahl", exact=True).first.click()
    page.get_by_role("checkbox", name=NEW, exact=True).check()
    expect(page.get_by_text("1 dazu, 0 heraus")).to_be_visible()
    expect(page.get_by_text("21 Indikatoren, das Kernset hat 20 Plätze.")).to_be_visible()
    page.get_by_role("checkbox", name="Einbürgerungsquote", exact=True).check()
    expect(page.get_by_text("1 dazu, 1 heraus")).to_be_visible()
    page.get_by_role("button", name="Vergleichen").click()
    expect(page.get_by_role("columnheader", name=NEW, exact=True)).to_be_visible()

    page.get_by_role("link", name=NEW, exact=True).click()
    page.get_by_role("link", name="Entscheiden").click()
    decide(page, "Die Sicht der Menschen selbst fehlte.")
    expect(page.get_by_text(FULL)).to_be_visible()
    expect(page.get_by_label("Begründung des Tauschs")).to_have_value("Die Sicht der Menschen selbst fehlte.")
    assert faults_everywhere(page) == {}, "the page of the swap exists only while the core set is full"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("radio", name="SGB-II-Quote").check()
    page.get_by_label("Was wird aus ihm?").select_option("ergaenzend")
    page.get_by_role("button", name="Tauschen").click()
    expect(page.get_by_text(f"„{NEW}“ ist im Kernset")).to_be_visible()
    expect(page.locator(".budget strong")).to_have_text("20 von 20 Plätzen")

    page.get_by_role("button", name="Rückgängig machen").click()
    expect(page.get_by_text("Rückgängig gemacht: Kernindikator getauscht")).to_be_visible()
    page.get_by_role("link", name=NEW, exact=True).click()
    expect(page.locator(".chip", has_text="vorgeschlagen")).to_be_visible()
    assert watch.faults == []
