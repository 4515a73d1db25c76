"""What every journey from an empty installation does: accounts, municipality, choosing, answering, signing."""

from dataclasses import replace

from playwright.sync_api import Browser, Page, expect

from tests.browsing import Application, Watch, log_in_first

PASSWORD = "lange-genug-zum-testen"
OFFICES = {"koordination": "Koordination", "statistik": "Statistik"}


def both_offices(chromium: Browser, empty: Application, watch: Watch) -> tuple[Page, Page]:
    """The administration opens one account per office; both log in."""
    administration = log_in_first(chromium.new_context(locale="de-DE"), empty, "administration")
    watch.over(administration)
    administration.goto(f"{empty.address}/konten/")
    for name, office in OFFICES.items():
        administration.locator("#id_username").fill(name)
        administration.locator("#id_full_name").fill(f"Person {office}")
        administration.locator("#id_role").select_option(label=office)
        administration.locator("#id_password").fill(PASSWORD)
        administration.get_by_role("button", name="Konto anlegen").click()
        expect(administration.get_by_text(f"Das Konto für Person {office} ist angelegt.")).to_be_visible()
    known = replace(empty, passwords=empty.passwords | dict.fromkeys(OFFICES, PASSWORD))
    pages = [log_in_first(chromium.new_context(locale="de-DE"), known, name) for name in OFFICES]
    for each in pages:
        watch.over(each)
    return pages[0], pages[1]


def find_municipality(page: Page, text: str, name: str) -> None:
    """From the first page to the starting points of a municipality."""
    page.get_by_role("link", name="Anfangen", exact=True).click()
    page.get_by_label("Name oder amtlicher Schlüssel").fill(text)
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name=name, exact=True).click()


def begin_with(page: Page, label: str) -> None:
    """The starting point of that name."""
    page.get_by_role("listitem").filter(has_text=label).get_by_role("link", name="Damit beginnen").click()


def into_the_core_set(page: Page, empty: Application, number: int) -> None:
    """The first so many of the candidates come into the core set together, with one reason."""
    page.goto(f"{empty.address}/auswahl/")
    boxes = page.locator("input[name=code]")
    expect(boxes.nth(number - 1)).to_be_visible()
    for at in range(number):
        boxes.nth(at).check()
    page.get_by_role("button", name="Gemeinsam entscheiden").click()
    page.get_by_label("Begründung").fill("Für den Bericht an den Rat.")
    page.get_by_role("button", name="Für alle festhalten").click()
    expect(page.locator(".budget")).to_contain_text(f"{number} von 20 Plätzen")


def answer_in_turn(page: Page, number: int) -> None:
    """The questions of each chosen indicator in their order, page by page; candidates are not asked for."""
    page.get_by_role("link", name="Der Reihe nach beantworten").click()
    for left in range(number, 0, -1):
        expect(page.locator(".eyebrow")).to_contain_text(f"noch {left} Indikator")
        for name in ("question", "why", "addressees", "why_feature", "steerable_reason", "if_moved"):
            for box in page.locator(f"#id_{name}").all():
                box.fill(f"Antwort zu {name}.")
        onward = "Speichern und weiter zum nächsten" if left > 1 else "Speichern und zurück zur Auswahl"
        page.get_by_role("button", name=onward).click()
    expect(page.get_by_text("Als Nächstes: Kernset gemeinsam unterschreiben")).to_be_visible()


def sign(page: Page, empty: Application, office: str) -> None:
    """The core set with all that is in it, for one office."""
    page.goto(f"{empty.address}/vereinbarungen/gegenstand/kernset/")
    page.get_by_role("button", name=f"Unterschreiben für {office}").click()
    expect(page.get_by_text(f"Unterschrieben für {office}: Kernset")).to_be_visible()
