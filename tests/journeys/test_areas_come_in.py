"""An own list of areas with a fault, corrected and taken over; boundaries for them; the map; back again."""

import json

import pytest
from playwright.sync_api import expect

from mehrklang.demo.folder import INHABITANTS, SEED
from mehrklang.demo.geography import boundaries
from mehrklang.demo.town import build_town
from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

HEAD = "Schlüssel;Name;Ebene;Übergeordnet;Gliederung\n"
FAULTY = HEAD + "eigen:s1;Sozialraum am Fluss;kiez;99101000;sozialraum\n"
SOUND = HEAD + "eigen:s1;Sozialraum am Fluss;statistischer-bezirk;99101000;sozialraum\n"


def bring(page, kind, name, text):
    page.get_by_label("Was ist in der Datei?").select_option(label=kind)
    file = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Prüfen").click()
    page.get_by_role("heading", level=1, name=name).wait_for()


def in_degrees():
    """The town's boundaries, laid into the sea west of Heligoland, and one of an area that nobody knows."""
    features = []
    for each in boundaries(build_town(inhabitants=INHABITANTS, seed=SEED)):
        rings = [[[7 + x / 200_000, 54 + y / 200_000] for x, y in ring] for ring in each.rings]
        geometry = {"type": "Polygon", "coordinates": rings}
        features.append({"type": "Feature", "properties": {"schluessel": each.area}, "geometry": geometry})
    features.append({**features[0], "properties": {"schluessel": "fremd"}})
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_from_a_faulty_list_to_the_map(chromium, running):
    watch = Watch(running.address)
    page = log_in(chromium.new_context(locale="de-DE"), running, "statistik")
    watch.over(page)
    page.get_by_role("link", name="Gebiete", exact=True).click()
    bring(page, "Gebietsliste", "sozialraum.csv", FAULTY)
    expect(page.get_by_role("main")).to_contain_text("Zeile 2, Spalte Ebene")
    expect(page.get_by_role("button", name="Übernehmen")).to_have_count(0)
    page.get_by_role("button", name="Verwerfen").click()
    bring(page, "Gebietsliste", "sozialraum.csv", SOUND)
    page.get_by_role("button", name="Übernehmen").click()
    page.get_by_text("„sozialraum.csv“ ist übernommen.").wait_for()
    page.locator("#id_gliederung").select_option(label="sozialraum")
    page.get_by_role("button", name="Anzeigen").click()
    page.get_by_role("heading", name="Gliederung „sozialraum“").wait_for()
    expect(page.get_by_role("listitem").filter(has_text="Sozialraum am Fluss")).not_to_have_count(0)

    bring(page, "Grenzen", "grenzen.geojson", in_degrees())
    told = page.get_by_role("main").inner_text()
    assert "ohne Gebiet im Verzeichnis (1): fremd" in told
    assert "Sozialraum am Fluss (eigen:s1)" in told
    page.get_by_role("button", name="Übernehmen").click()
    page.get_by_text("„grenzen.geojson“ ist übernommen.").wait_for()
    expect(page.locator("svg.chart path").nth(3)).to_be_attached()
    page.get_by_role("button", name="Rückgängig").click()
    page.get_by_text("rückgängig").first.wait_for()
    assert watch.faults == []
