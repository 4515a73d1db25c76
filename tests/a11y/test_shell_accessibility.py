"""Every page of the walk, wide and narrow, light and dark: no violation that axe finds, no scrolling sideways."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import SURVEY, Watch, log_in, needs_chromium, try_delivery

pytestmark = [pytest.mark.browser, needs_chromium]

# As published, packed: unpacked it is the file of axe-core 4.14.1, byte by byte.
AXE = gzip.decompress((Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js.gz").read_bytes()).decode()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => (await axe.run(document, {runOnly: rules})).violations.map(
  (each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', '))"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

CODE = "rf-beschaeftigungsquote"
PAGES = [
    ("koordination", "/"),
    ("koordination", "/indikatoren/"),
    ("koordination", f"/indikatoren/{CODE}/"),
    ("koordination", "/indikatoren/rf-anteil-mit-migrationshintergrund/"),
    ("koordination", f"/indikatoren/{CODE}/herkunft/"),
    ("koordination", f"/indikatoren/{CODE}/interpretation/"),
    ("statistik", "/ergebnisse/schutzkosten/"),
    ("statistik", "/ergebnisse/gebietsstand/"),
    ("koordination", "/monitore/"),
    ("koordination", "/zeitplan/"),
    ("koordination", "/anfangen/?kommune=osna"),
    ("koordination", "/anfangen/03459/"),
    ("koordination", "/anfangen/03459/oeffentliche-daten/"),
    ("koordination", "/anfangen/03459/eigene-veroeffentlichung/"),
    ("koordination", "/anfangen/neue-ausgabe/"),
    ("koordination", "/anfangen/unterschiede/"),
    ("koordination", "/austausch/"),
    ("koordination", "/austausch/einlesen/"),
    ("koordination", "/austausch/unterschiede/"),
    ("koordination", "/hinweise/"),
    ("koordination", "/hinweise/1/"),
    ("koordination", "/hinweise/brueche/"),
    ("koordination", "/hinweise/brueche/1/"),
    ("koordination", "/hinweise/brueche/eigene/neu/"),
    ("koordination", "/hinweise/brueche/eigene/rf-anteil-mit-migrationshintergrund/0/"),
    ("koordination", "/konzept/"),
    ("koordination", "/konzept/frage/zeitplan/"),
    ("koordination", "/konzept/frage/stunden/"),
    ("koordination", "/konzept/frage/qualitatives/"),
    ("koordination", "/konzept/monitoringkonzept/"),
    ("koordination", "/konzept/beschluss/"),
    ("koordination", "/konzept/vergleich/"),
    ("koordination", "/kommunikation/"),
    ("koordination", "/kommunikation/zielgruppe/1/"),
    ("koordination", "/kommunikation/eintrag/1/"),
    ("koordination", "/ziele/"),
    ("koordination", "/ziele/neu/"),
    ("koordination", "/ziele/karte/"),
    ("koordination", "/ziele/uebernehmen/"),
    ("koordination", "/ziele/verfehlt/"),
    ("koordination", "/ziele/verfehlt/rf-arbeitslosenquote/2024/"),
    ("koordination", "/indikatoren/rf-arbeitslosenquote/"),
    ("statistik", "/indikatoren/rf-sprachfoerderbedarf/"),
    ("koordination", "/ziele/ziel/4.3/"),
    ("koordination", "/katalog/"),
    ("koordination", "/katalog/?suche=xyzzy"),
    ("koordination", "/katalog/indikator/einbuergerungsquote/"),
    ("koordination", "/katalog/indikator/intmk-e8/"),
    ("koordination", "/katalog/indikator/duldung/stilllegen/"),
    ("koordination", "/katalog/vergleich/?indikator=einbuergerungsquote&indikator=intmk-b2a"),
    ("koordination", "/katalog/zuordnung/?von=svr&zu=intmk"),
    ("koordination", "/katalog/einlesen/"),
    ("koordination", "/katalog/gemeinsam/"),
    ("koordination", "/katalog/eigene/"),
    ("koordination", "/katalog/eigene/neu/anteil/rf-kinderbetreuung/"),
    ("koordination", "/katalog/eigene/neu/abstand/rf-beschaeftigungsquote/"),
    ("koordination", "/massnahmen/"),
    ("koordination", "/massnahmen/neu/"),
    ("koordination", "/massnahmen/M1/"),
    ("koordination", "/auswahl/?katalog=wohnen"),
    ("koordination", "/auswahl/wohneigentum/"),
    ("koordination", "/auswahl/wohneigentum/antworten/"),
    ("koordination", "/auswahl/wohneigentum/entscheiden/"),
    ("koordination", f"/auswahl/entscheiden/?code={CODE}&code=wohneigentum"),
    ("koordination", f"/auswahl/vergleich/?code={CODE}&code=wohneigentum&code=rf-zugehoerigkeit"),
    ("koordination", f"/ziele/auswahl/{CODE}/"),
    ("koordination", f"/ziele/auswahl/{CODE}/zielwert/"),
    ("koordination", f"/ziele/auswahl/{CODE}/zielwert/weitere/neu/"),
    ("koordination", "/vereinbarungen/"),
    ("koordination", "/vereinbarungen/gegenstand/kernset/"),
    ("statistik", f"/vereinbarungen/gegenstand/zielwert/{CODE}/"),
    ("statistik", f"/vereinbarungen/gegenstand/definition/{CODE}/"),
    ("partner", "/vereinbarungen/gegenstand/kernset/"),
    ("koordination", "/vereinbarungen/anmerkungen/"),
    ("koordination", "/vereinbarungen/anmerkungen/2/"),
    ("partner", "/vereinbarungen/anmerkungen/neu/"),
    ("statistik", "/tagesordnung/"),
    ("koordination", "/gebiete/?suche=a"),
    ("statistik", "/gebiete/"),
    ("koordination", "/quellen/"),
    ("koordination", "/quellen/neu/"),
    ("koordination", "/quellen/neu/?wie=rf-befragung"),
    ("koordination", "/quellen/quelle/rf-befragung/"),
    ("koordination", "/quellen/quelle/rf-befragung/angaben/"),
    ("koordination", "/quellen/quelle/rf-befragung/bearbeiten/"),
    ("koordination", "/quellen/kalender/"),
    ("koordination", "/berichte/datenbedarf/"),
    ("koordination", "/lieferungen/"),
    ("koordination", "/lieferungen/1/"),
    ("statistik", "/lieferungen/1/"),
    ("statistik", "/lieferungen/zuordnungen/"),
    ("koordination", "/berichte/"),
    ("koordination", "/protokoll/"),
    ("koordination", "/konto/"),
    ("koordination", "/gibt-es-nicht/"),
    ("partner", "/indikatoren/rf-diskriminierungserfahrung/"),
    ("partner", "/lieferungen/"),
    ("administration", "/konten/"),
    ("administration", "/konten/3/felder/"),
    ("administration", "/konten/3/passwort/"),
    ("", "/anmelden/"),
    ("", "/hilfe/"),
    ("", "/barrierefreiheit/"),
]


@pytest.fixture(scope="module")
def contexts(running, chromium):
    """A browser window per person, kept so that each logs in once."""
    opened = {}
    for name in dict.fromkeys(name for name, _ in PAGES):
        opened[name] = chromium.new_context(locale="de-DE")
        if name:
            log_in(opened[name], running, name).close()
    return opened


def faults_of(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour is caught half-way
    found = page.evaluate(RUN, RULES)
    return [*found, *(["scrolls sideways"] if page.evaluate(SIDEWAYS) else [])]


def faults_everywhere(page):
    page.evaluate(AXE)
    return {
        (width, scheme): faults
        for width in (1280, 320)
        for scheme in ("light", "dark")
        if (faults := faults_of(page, width, scheme))
    }


@pytest.mark.parametrize(("name", "address"), PAGES)
def test_a_page_can_be_used_by_everybody(contexts, running, name, address):
    watch = Watch(running.address)
    page = contexts[name].new_page()
    watch.over(page)
    page.goto(running.address + address)
    found = faults_everywhere(page)
    page.close()
    assert found == {}
    assert [fault for fault in watch.faults if "status of 40" not in fault] == []


@pytest.mark.parametrize(
    ("text", "heading"), [(SURVEY, "Unterschied zur letzten Lieferung"), ("Kein;Kopf\n1;2\n", "Meldungen")]
)
def test_the_answer_to_an_upload_can_be_used_by_everybody(contexts, running, text, heading):
    """A file with warnings that waits for a decision, with everything unfolded, and one that is refused."""
    page = contexts["koordination"].new_page()
    try_delivery(page, running, text)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    found = faults_everywhere(page)
    if text is SURVEY:
        page.get_by_role("button", name="Datei ablehnen").click()
    page.close()
    assert found == {}


UNKNOWN = "Stadt;Jahr;Altersgruppe;Zahl\n99101000;2023;jung;5\n99101000;2023;Jung;x\n99101000;2024;Jung;7\n"


def test_saying_what_columns_mean_and_reading_issues_can_be_done_by_everybody(contexts, running):
    """The page of the mapping with its outcome, the trial that is read by it, and the pages of its issues."""
    page = contexts["koordination"].new_page()
    try_delivery(page, running, UNKNOWN, "zahlen.csv")
    page.get_by_role("link", name="Spalten zuordnen").click()
    page.locator("#id_unit").fill("Anzahl")
    page.get_by_role("button", name="Ergebnis zeigen").click()
    expect(page.get_by_text("Werte verstanden")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    found = {"Zuordnung": faults_everywhere(page)}
    page.get_by_role("button", name="Zuordnung speichern").click()
    page.get_by_role("heading", level=1, name="zahlen.csv").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    found["Prüfung"] = faults_everywhere(page)
    page.get_by_role("link", name="Alle ansehen und filtern").click()
    found["Meldungen"] = faults_everywhere(page)
    page.get_by_role("link", name="zahlen.csv").click()
    page.get_by_text("Ablehnen", exact=True).click()
    page.get_by_role("button", name="Datei ablehnen").click()
    page.close()
    assert found == {"Zuordnung": {}, "Prüfung": {}, "Meldungen": {}}


def test_the_choice_of_a_first_password_can_be_made_by_everybody(contexts, chromium, running):
    """The page that a new account sees before all others, with a fault on it."""
    administration = contexts["administration"].new_page()
    administration.goto(f"{running.address}/konten/")
    for name, text in (
        ("username", "erstling"),
        ("full_name", "Erste Anmeldung"),
        ("password", "das-erste-lange-wort"),
    ):
        administration.locator(f"#id_{name}").fill(text)
    administration.get_by_role("button", name="Konto anlegen").click()
    expect(administration.get_by_text("Das Konto für Erste Anmeldung ist angelegt.")).to_be_visible()
    administration.close()
    known = replace(running, passwords={"erstling": "das-erste-lange-wort"})
    page = log_in(chromium.new_context(locale="de-DE"), known, "erstling")
    page.get_by_label("Neues Passwort", exact=True).fill("kurz")
    page.get_by_label("Neues Passwort noch einmal").fill("kurz")
    page.get_by_role("button", name="Passwort festlegen").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found = faults_everywhere(page)
    page.close()
    assert found == {}


def test_the_sections_stand_in_one_line_of_a_usual_screen(running, chromium):
    page = log_in(chromium.new_context(viewport={"width": 1280, "height": 800}), running, "koordination")
    links = page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link")
    expect(links.last).to_be_visible()
    assert len({box["y"] for link in links.all() if (box := link.bounding_box())}) == 1


def test_the_question_before_rules_of_secrecy_change_can_be_used_by_everybody(contexts, running):
    """Before looser rules hold: what changes, what it means, and why. Nothing is answered, so nothing is saved."""
    page = contexts["statistik"].new_page()
    page.goto(f"{running.address}/quellen/quelle/rf-schuleingang/bearbeiten/")
    page.get_by_label("Regeln der Geheimhaltung").select_option("cell-key")
    page.get_by_label("Warum diese Regeln?").fill("Zur Probe.")
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.get_by_role("heading", name="Die Geheimhaltung würde gelockert")).to_be_visible(timeout=60_000)
    expect(page.get_by_label("Rechtsgrundlage")).to_be_visible()
    found = faults_everywhere(page)
    page.close()
    assert found == {}
