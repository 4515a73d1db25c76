"""Two monitors of a municipality: an own indicator is taken over, changed there, announced here, and decided about."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, empty_application, log_in_first, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PASSWORD = "lange-genug-zum-testen"
FIRST, SECOND = "Integrationsmonitoring", "Sozialmonitoring"
NAME = "Frei erfundene Veränderung der Quote"
WORDS = {
    "Name": NAME,
    "Handlungsfeld": "Rechtliche Integration",
    "Welche Frage beantwortet er?": "Wie hat sich die Quote verändert?",
    "Warum zählt diese Frage?": "Der Kreistag fragt danach.",
    "Zähler in Worten": "Einbürgerungen im Jahr",
    "Grundgesamtheit": "Ausländerinnen und Ausländer",
    "Belege": "Beschluss des Kreistags",
}
CATALOGUE = (
    "Katalog;Erfundenes Set\nName;Frei erfundenes Set\nHerausgeber;Verband\n\n"
    "Nummer;Indikator;Handlungsfeld;Zähler;Nenner;Einheit;Art;Richtung;Quelle\n"
    "1;Erfundener Anteil;Wohnen;Menschen mit X;Menschen;in %;Anteil;hoch ist günstig;Amt\n"
)


@pytest.fixture
def empty(tmp_path):
    with empty_application(tmp_path) as started:
        yield started


def open_account(page, empty):
    page.goto(f"{empty.address}/konten/")
    page.locator("#id_username").fill("koordination")
    page.locator("#id_full_name").fill("Person Koordination")
    page.locator("#id_role").select_option(label="Koordination")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Konto anlegen").click()
    expect(page.get_by_text("Das Konto für Person Koordination ist angelegt.")).to_be_visible()
    return replace(empty, passwords=empty.passwords | {"koordination": PASSWORD})


def begin(page, empty, title):
    page.goto(f"{empty.address}/anfangen/03153/oeffentliche-daten/")
    page.locator("#id_title").fill(title)
    page.get_by_role("button", name="Anlegen").click()
    expect(page.get_by_role("heading", name="Erste Schritte")).to_be_visible()


def define(page, first):
    """An own indicator in the first monitor, derived from one of the catalogue."""
    page.goto(f"{first}/katalog/eigene/neu/veraenderung/einbuergerungsquote/")
    for label, text in WORDS.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text(f"„{NAME}“ ist gespeichert.")).to_be_visible()


def take_a_catalogue_in(page, first):
    page.goto(f"{first}/katalog/einlesen/")
    file = {"name": "set.csv", "mimeType": "text/csv", "buffer": CATALOGUE.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Prüfen").click()
    page.get_by_role("button", name="Einlesen").click()
    expect(page.get_by_text("Eingelesen: Frei erfundenes Set, 1 Indikatoren.")).to_be_visible()


def test_two_monitors_share(chromium, empty):
    """Nothing changes in the second monitor before somebody there has decided."""
    watch = Watch(empty.address)
    administration = log_in_first(chromium.new_context(locale="de-DE"), empty, "administration")
    watch.over(administration)
    empty = open_account(administration, empty)
    page = log_in_first(chromium.new_context(locale="de-DE"), empty, "koordination")
    watch.over(page)
    begin(page, empty, FIRST)
    begin(page, empty, SECOND)
    first, second = f"{empty.address}/ausgabe/1", f"{empty.address}/ausgabe/2"
    define(page, first)
    take_a_catalogue_in(page, first)

    page.goto(f"{second}/auswahl/?katalog=erfundene")
    expect(page.get_by_text(f"aus „{FIRST}“").first).to_be_visible()
    page.get_by_role("button", name=re.compile(f"Übernehmen und vorschlagen.*{NAME}")).click()
    expect(page.get_by_text(f"„{NAME}“ aus „{FIRST}“ ist übernommen.")).to_be_visible()
    expect(page.get_by_role("link", name=NAME, exact=True)).to_be_visible()
    page.goto(f"{second}/katalog/gemeinsam/")
    page.get_by_role("button", name=re.compile("Übernehmen.*Frei erfundenes Set")).click()
    expect(page.get_by_text(f"„Frei erfundenes Set“ aus „{FIRST}“ ist übernommen.")).to_be_visible()

    page.goto(f"{first}/katalog/?suche=erfundene")
    page.get_by_role("link", name=NAME, exact=True).click()
    page.get_by_role("link", name="Ändern", exact=True).click()
    page.get_by_label("Warum zählt diese Frage?").fill("Der Beirat fragt danach.")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text(f"„{NAME}“ ist gespeichert.")).to_be_visible()

    page.goto(f"{second}/katalog/")
    expect(page.get_by_text("1 neue Fassung aus anderen Monitoren")).to_be_visible()
    page.get_by_role("link", name="Ansehen und entscheiden").click()
    expect(page.get_by_text(f"In „{FIRST}“ gibt es eine neue Fassung von „{NAME}“.")).to_be_visible()
    difference = "Relevanz: „Der Beirat fragt danach.“ statt „Der Kreistag fragt danach.“"
    expect(page.get_by_text(difference)).to_be_visible()
    page.get_by_role("button", name=re.compile(f"Übernehmen.*{NAME}")).click()
    expect(page.get_by_text(f"„{NAME}“: Die neue Fassung gilt jetzt auch hier.")).to_be_visible()
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_text("Der Beirat fragt danach.").first).to_be_visible()
    assert watch.faults == []
