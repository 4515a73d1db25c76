"""A real browser on a real start: the demonstration in a folder and on a port of its own, seen through Chromium.

Nothing is shared between test processes, so that they may run side by side.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (on Debian: apt-get install chromium)")


@dataclass(frozen=True)
class Application:
    """A running demonstration: its address and the passwords by login name."""

    address: str
    passwords: dict[str, str]


@contextmanager
def application(var: Path) -> Iterator[Application]:
    """Starts as `make run` does, and ends the process afterwards."""
    with _served(var, "demo") as process:
        yield Application(_said(process, r"http://\S+").rstrip("/"), _passwords(var))


@contextmanager
def empty_application(var: Path) -> Iterator[Application]:
    """Starts as `make leer` does: nothing is there but the account of the administration."""
    with _served(var, "local", "--leer") as process:
        address = _said(process, r"http://\S+").rstrip("/")
        yield Application(address, {"administration": _said(process, r"Passwort \(.*\): (\S+)")})


@contextmanager
def _served(var: Path, occasion: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    environment = os.environ | {
        "MEHRKLANG_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": f"mehrklang_web.settings.{occasion}",
    }
    command = [sys.executable, "-m", "mehrklang_web", "run", "--port", "0", *arguments]
    with subprocess.Popen(  # noqa: S603 — our own program, our own arguments
        command, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _said(process: "subprocess.Popen[str]", pattern: str) -> str:
    """What the process says: the first group of the pattern, or all that it matches."""
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(pattern, line):
            return found[found.re.groups]
    raise AssertionError("the application did not start")


def _passwords(var: Path) -> dict[str, str]:
    entries = json.loads((var / "demonstration-zugaenge.json").read_text(encoding="utf-8"))
    return {entry["username"]: entry["password"] for entry in entries}


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium; as root it runs without its own sandbox. A busy machine is waited for."""
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield running
        running.close()


@dataclass
class Watch:
    """What a page must not do: complain in the console, or ask another server for anything."""

    address: str
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Watches a page from now on."""
        page.on("console", lambda message: message.type in ("error", "warning") and self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._ask(request.url))

    def _ask(self, url: str) -> None:
        if urlsplit(url).scheme != "data" and not url.startswith(self.address):
            self.faults.append(f"request to {url}")


SURVEY = (
    "Messgröße;Gebiet;Gebietsname;Gebietsebene;Obergebiet;Zeitraum;Einheit;Wert;Bemerkung;Selbstauskunft\n"
    "befragte;99101000;Reiherfurt;gemeinde;99;2014;Anzahl;700;;ohne Migrationshintergrund\n"
    "befragte;99101000;Reiherfurt;gemeinde;99;2018;Anzahl;-5;;ohne Migrationshintergrund\n"
)
"""A delivery of the survey with one changed figure and one that cannot be: negative, so that the check warns."""


def try_delivery(page: Page, running: Application, text: str, name: str = "umfrage.csv") -> None:
    """Uploads a file of the survey by the file dialog, has it checked, and waits for the page of the trial."""
    page.goto(f"{running.address}/lieferungen/")
    file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("Weitere Angaben").click()
    page.locator("#id_source").select_option(label="Bürgerbefragung")
    page.get_by_role("button", name="Prüfen").click()
    page.get_by_role("heading", level=1, name=name).wait_for()


def log_in(context: BrowserContext, running: Application, name: str) -> Page:
    """A page on which somebody of the demonstration is logged in."""
    page = context.new_page()
    page.goto(f"{running.address}/anmelden/")
    page.get_by_label("Anmeldename").fill(name)
    page.get_by_label("Passwort").fill(running.passwords[name])
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_role("button", name="Abmelden").wait_for()
    return page


def log_in_first(context: BrowserContext, running: Application, name: str) -> Page:
    """As `log_in`, by somebody who has to choose a password of his or her own; by keyboard, as one does there."""
    page = log_in(context, running, name)
    expect(page.get_by_role("heading", level=1, name="Eigenes Passwort wählen")).to_be_visible()
    page.get_by_label("Neues Passwort", exact=True).focus()
    for key in ("Tab", "Enter"):
        page.keyboard.type(f"ein-eigenes-wort-von-{name}")
        page.keyboard.press(key)
    expect(page.get_by_text("Das Passwort ist geändert.")).to_be_visible()
    return page
