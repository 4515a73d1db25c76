"""The core set of over fifteen indicators is signed by both offices; a change takes both off; both sign again."""

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

CORE = "/vereinbarungen/gegenstand/kernset/"
INDICATOR, NAME = "rf-gymnasium-klasse-8", "Schülerinnen und Schüler der 8. Klasse am Gymnasium"
EARLIER = "galt für eine frühere Fassung"


@pytest.fixture
def watch(running):
    watching = Watch(running.address)
    yield watching
    assert watching.faults == []


def signatures(page):
    return page.locator("section[aria-labelledby=unterschriften]")


def sign(page, running, office):
    """Reads the core set and signs it with all that is in it."""
    page.goto(running.address + CORE)
    expect(page.locator("section[aria-labelledby=fassung] details").nth(14)).to_be_visible()
    page.get_by_role("button", name=f"Unterschreiben für {office}").click()
    expect(page.get_by_text(f"Unterschrieben für {office}: Kernset")).to_be_visible()


def test_both_sign_a_change_takes_both_off_and_both_sign_again(chromium, running, watch):
    one, other = (log_in(chromium.new_context(locale="de-DE"), running, who) for who in ("koordination", "statistik"))
    for page in (one, other):
        watch.over(page)
    sign(one, running, "Koordination")
    expect(signatures(one).get_by_text("Unterschrift fehlt")).to_have_count(1)
    sign(other, running, "Statistik")
    expect(signatures(other).locator(".chip", has_text="gilt")).to_be_visible()

    one.goto(f"{running.address}/vereinbarungen/gegenstand/zielwert/{INDICATOR}/")
    one.get_by_role("link", name="Zielwert ändern").click()
    year = one.get_by_label("Zieljahr")
    before = int(year.input_value())
    year.fill(str(before + 1))
    one.get_by_role("button", name="Speichern").click()
    expect(one.get_by_text("Der Zielwert ist gespeichert.")).to_be_visible()

    one.goto(running.address + CORE)
    expect(signatures(one).get_by_text(EARLIER)).to_have_count(2)
    change = one.get_by_role("row", name=f"Zielwert von „{NAME}“ geändert: Jahr")
    expect(change).to_contain_text(f"{before}")
    expect(change).to_contain_text(f"{before + 1}")

    other.goto(f"{running.address}/tagesordnung/")
    point = other.locator("li", has=other.get_by_role("link", name="Kernset", exact=True))
    expect(point).to_contain_text("Seit der letzten Unterschrift geändert")
    for page, office in ((one, "Koordination"), (other, "Statistik")):
        sign(page, running, office)
    expect(signatures(other).locator(".chip", has_text="gilt")).to_be_visible()
    expect(signatures(other).get_by_text(EARLIER)).to_have_count(0)
    expect(other.locator("section[aria-labelledby=verlauf] li")).to_have_count(4)
