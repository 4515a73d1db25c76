"""From an empty installation: accounts, municipality, starting point, concept, fifteen indicators, both signatures."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, empty_application, log_in_first, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PASSWORD = "lange-genug-zum-testen"
OFFICES = {"koordination": "Koordination", "statistik": "Statistik"}
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


def open_accounts(page, empty):
    """The administration's first act: one account per office."""
    page.goto(f"{empty.address}/konten/")
    for name, office in OFFICES.items():
        page.locator("#id_username").fill(name)
        page.locator("#id_full_name").fill(f"Person {office}")
        page.locator("#id_role").select_option(label=office)
        page.locator("#id_password").fill(PASSWORD)
        page.get_by_role("button", name="Konto anlegen").click()
        expect(page.get_by_text(f"Das Konto für Person {office} ist angelegt.")).to_be_visible()
    return replace(empty, passwords=empty.passwords | dict.fromkeys(OFFICES, PASSWORD))


def begin(page):
    """Municipality, starting point, what would be made; one more is ticked."""
    page.get_by_role("link", name="Anfangen", exact=True).click()
    page.get_by_label("Name oder amtlicher Schlüssel").fill("goslar")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Landkreis Goslar").click()
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


def answer_in_turn(page):
    """The questions of each indicator in their order, from one page to the next."""
    page.get_by_role("link", name="Der Reihe nach beantworten").click()
    for left in range(CORE, 0, -1):
        expect(page.locator(".eyebrow")).to_contain_text(f"noch {left} Indikator")
        for name in ("question", "why", "addressees", "why_feature", "steerable_reason", "if_moved"):
            for box in page.locator(f"#id_{name}").all():
                box.fill(f"Antwort zu {name}.")
        onward = "Speichern und weiter zum nächsten" if left > 1 else "Speichern und zurück zur Auswahl"
        page.get_by_role("button", name=onward).click()
    expect(page.get_by_text("Als Nächstes: Kernset gemeinsam unterschreiben")).to_be_visible()


def sign(page, empty, office):
    page.goto(f"{empty.address}/vereinbarungen/gegenstand/kernset/")
    page.get_by_role("button", name=f"Unterschreiben für {office}").click()
    expect(page.get_by_text(f"Unterschrieben für {office}: Kernset")).to_be_visible()


def test_from_nothing_to_a_core_set_that_both_offices_have_signed(chromium, empty, watch):
    administration = log_in_first(chromium.new_context(locale="de-DE"), empty, "administration")
    watch.over(administration)
    empty = open_accounts(administration, empty)
    page, other = (log_in_first(chromium.new_context(locale="de-DE"), empty, name) for name in OFFICES)
    for each in (page, other):
        watch.over(each)
    expect(other.get_by_text("Die Koordination beginnt es.")).to_be_visible()

    begin(page)
    answer(page, empty, "zweck", lambda: page.locator("#id_text").fill("Überblick für den Kreistag."))
    answer(page, empty, "statistikstelle", lambda: page.get_by_label("keine Statistikstelle").check())

    choose_all(page, empty)
    answer_in_turn(page)
    for each, office in ((page, "Koordination"), (other, "Statistik")):
        sign(each, empty, office)

    page.goto(empty.address)
    steps = page.locator("section[aria-labelledby=erste-schritte]")
    expect(steps.get_by_role("listitem").filter(has_text="Kernset unterschreiben")).to_contain_text("✓")
    expect(steps.get_by_role("listitem").filter(has_text="Indikatoren wägen")).to_contain_text(f"{CORE} im Kernset")
    expect(page.get_by_text("Noch einmal neu beginnen")).to_have_count(0)
