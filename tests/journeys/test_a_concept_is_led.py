"""Over the questions to the paper: Warum is answered, one left open, PDF and Word opened, two versions compared."""

import io

import docx
import pikepdf
import pytest
from playwright.sync_api import expect

from mehrklang.planning.questions import AnswerKind, Part, questions
from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

LEFT_OPEN = "abgrenzung"


@pytest.fixture
def watch(running):
    watching = Watch(running.address)
    yield watching
    assert watching.faults == []


def give(page, asked, text):
    """Answers the question that is open, in the form that it asks for."""
    page.get_by_role("heading", level=1, name=asked.title).wait_for()
    if asked.key == LEFT_OPEN:
        page.get_by_label("Noch nicht entschieden").check()
        page.get_by_label("Was ist noch zu klären?").fill("Der Beirat berät im Herbst.")
    elif asked.kind.has_choices:
        page.get_by_label(asked.choices[-1]).check()
    elif asked.kind.has_entries:
        page.locator("#id_name_0").fill(text)
        page.locator("#id_about_0").fill("aus dem Konzept")
    if asked.kind is AnswerKind.TEXT and asked.key != LEFT_OPEN:
        page.locator("#id_text").fill(text)
    page.get_by_role("button", name="Speichern und weiter").click()
    page.get_by_text("Gespeichert.").wait_for()


def file_of(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("link", name=f"{name} herunterladen").click()
    with open(waiting.value.path(), "rb") as file:  # noqa: PTH123 — the browser names the place as text
        return io.BytesIO(file.read())


def test_from_the_first_question_to_the_differences(chromium, running, watch):
    page = log_in(chromium.new_context(locale="de-DE"), running, "koordination")
    watch.over(page)
    for asked in (each for each in questions() if each.part is Part.WHY):
        page.goto(f"{running.address}/konzept/frage/{asked.key}/")
        give(page, asked, f"Antwort auf {asked.key}")
    page.get_by_role("link", name="Konzept", exact=True).first.click()
    expect(page.get_by_role("main")).to_contain_text("Der Beirat berät im Herbst.")
    page.get_by_role("link", name="Monitoringkonzept lesen").click()
    page.get_by_role("heading", level=2, name="Was noch nicht entschieden ist").wait_for()
    with pikepdf.open(file_of(page, "PDF")) as pdf:
        assert "/StructTreeRoot" in pdf.Root
    word = docx.Document(file_of(page, "Word"))
    assert "Antwort auf zweck" in [each.text for each in word.paragraphs]

    page.goto(f"{running.address}/konzept/frage/zweck/")
    page.locator("#id_text").fill("Neue Antwort auf zweck")
    page.get_by_role("button", name="Speichern und zur Übersicht").click()
    page.get_by_role("link", name="Fassungen vergleichen").click()
    page.get_by_role("heading", level=1, name="Fassungen vergleichen").wait_for()
    told = page.get_by_role("article").filter(has_text="Wozu braucht die Kommune ein Monitoring?")
    expect(told.locator("ins").first).to_be_visible()
    expect(told.locator("del")).not_to_have_count(0)
