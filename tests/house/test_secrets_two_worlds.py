"""Nobody can tell by the shell in which of two worlds he lives that differ in the suppressed counts only.

Each role walks through both: every kind of page and file, every form, then once more after a delivery that contradicts
what was published. Whatever differs in an answer, be it a byte, its status, a header, the order of addresses that were
found, or what is logged, is a leak, or it is named here with the reason.
"""

import logging
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from mehrklang_web.people.models import Role
from mehrklang_web.people.rules import RIGHTS, Right
from tests.factories import two_towns
from tests.house import scene
from tests.house.walking import NEVER_SENT, Answer, Walk

UNLINKED = (
    "/robots.txt", "/sitemap.xml", "/favicon.ico", "/feed/", "/api/", "/ausgabe/999/", "/lieferungen/999/",
    "/indikatoren/anteil-a/probstadt:1/2024/", "/indikatoren/anteil-a/?gebiet=probstadt:1",
    "/protokoll/?suche=register", "/lieferungen/1/meldungen/", "/lieferungen/1/original/",
    "/lieferungen/pruefung/1/zuordnung/", "/katalog/eigene/anteil-a/", "/katalog/indikator/anteil-a/",
    "/quellen/quelle/melderegister-probe/vorlage.csv",
    "/indikatoren/anteil-a/herkunft/?gebiet=probstadt:1&gruppe=alle&zeitraum=2024",
)  # fmt: skip
"""Where somebody would look for what no link leads to; addresses that name a cell."""

TELLING = frozenset({
    "", "indikatoren/", "indikatoren/<str:code>/", "indikatoren/<str:code>/herkunft/", "hinweise/", "tagesordnung/",
    "berichte/", "berichte/werte.csv", "lieferungen/", "lieferungen/<int:number>/", "protokoll/",
    "austausch/ordner.zip",
})  # fmt: skip
"""Where figures are told: looked at under the edition's own address too, and again after the contradicting delivery."""

OWN = {
    "lieferungen/<int:number>/": "checksum of the file that this office delivered itself",
    "lieferungen/<int:number>/zuruecknahme/": "as the page of the delivery",
    "lieferungen/<int:number>/pruefsumme/": "as the page of the delivery",
    "lieferungen/<int:number>/meldungen/": "what stands in the cells of that file",
    "lieferungen/<int:number>/original/": "that file",
    "lieferungen/pruefung/<int:number>/": "how much of a file on trial differs from that file",
    "lieferungen/pruefung/<int:number>/lesen/": "as the page of the file on trial",
    "lieferungen/pruefung/<int:number>/uebernehmen/": "as the page of the file on trial",
    "lieferungen/pruefung/<int:number>/ablehnen/": "as the page of the file on trial",
    "indikatoren/<str:code>/herkunft/": "checksum of that file, in the origin of a value",
    "austausch/ordner.zip": "that file, in the folder",
    "anfangen/unterschiede/": "checksum of that file, if the edition before had another one",
    "austausch/einlesen/": "whether that file is the one in a folder",
    "austausch/unterschiede/": "as for a folder that is tried",
}
"""What the statistics office sees of its own delivery (0011), and nobody else."""


def _beginnings() -> Iterator[str]:
    """The first page, every address without a parameter, whether linked or not, and some that do not exist."""
    yield "/"
    yield from (f"/{route}" for route, _ in _rights(get_resolver()) if route and "<" not in route)
    yield from UNLINKED


def _walked(role: Role, world: two_towns.World, folder: Path, clock: scene.Clock, files: scene.Offered) -> list[Answer]:
    """A whole walk in a world that is gone afterwards."""
    folder.mkdir()
    with transaction.atomic():
        edition = scene.set_up(folder, world, clock, files)
        walk = Walk(scene.client(role), folder, files.file, clock.tick, TELLING)
        walk.everywhere(*_beginnings())
        scene.contradict(edition, clock, files)
        walk.once_more()
        transaction.set_rollback(True)
    return walk.answers


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_no_answer_of_the_shell_depends_on_a_suppressed_count(
    role: Role, tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """And every address that the role may enter was answered, or is named with the reason why not."""
    caplog.set_level(logging.INFO)
    (tmp_path / "hochgeladen").mkdir()
    files = scene.offered(tmp_path / "hochgeladen")
    walks, logs = [], []
    for world in two_towns.WORLDS:
        caplog.clear()
        clock = scene.Clock(monkeypatch, settings, tmp_path / world.name)
        walks.append(_walked(role, world, tmp_path / world.name, clock, files))
        logs.append([record.getMessage() for record in caplog.records])
    leaks = list(_differing(*walks, allowed=OWN if role is Role.STATISTICS else {}))
    assert not leaks, "\n\n".join(leaks[:12])
    assert logs[0] == logs[1]
    unseen = sorted(_unseen(role, walks[0]))
    assert not unseen, "\n".join(unseen)


def _differing(here: list[Answer], there: list[Answer], *, allowed: dict[str, str]) -> Iterator[str]:
    """Each answer that tells the two worlds apart."""
    for one, other in zip(here, there, strict=False):
        if one.request != other.request:
            yield f"here {one.request}, there {other.request}"
            return
        if one != other and one.route not in allowed:
            lines = unified_diff(one.text.splitlines(), other.text.splitlines(), lineterm="", n=0)
            yield f"{one.request} {one.status} {other.status}\n" + "\n".join(each[:300] for each in lines)
    if len(here) != len(there):
        yield f"{len(here)} answers here, {len(there)} there"


_STATE, _NO_FIGURE = "only in a state that the town is not in: {}", "holds nothing but {}"
UNSEEN = {
    "bearbeiten/entwurf/": "written by a script: what the account itself has typed",
    "bearbeiten/entwurf/verwerfen/": "as bearbeiten/entwurf/",
    "bearbeiten/schritt/<int:pk>/rueckgaengig/": "for whoever has edited: both offices undo in their walks",
    "anfangen/<str:key>/": _NO_FIGURE.format("the public register of municipalities"),
    "anfangen/<str:key>/<str:point>/": _STATE.format("the monitoring is begun anew"),
    "anfangen/hinweise/": _STATE.format("begun from a starting point; hints to the concept"),
    "anfangen/zuruecknehmen/": _STATE.format("nothing has been done yet"),
    "anfangen/<str:key>/<str:point>/reihen/": _STATE.format("the monitoring is begun anew"),
    "gebiete/probe/<int:number>/uebernehmen/": _STATE.format("a list of areas without faults is on trial"),
    "auswahl/<str:code>/tauschen/": _STATE.format("the core set is full"),
    "hinweise/<int:number>/abschliessen/": "the form appears once a signal is explained; answers as its page",
    "hinweise/<int:number>/wieder-oeffnen/": "as abschliessen",
    "hinweise/brueche/<int:number>/": _STATE.format("a series jumps, which two years cannot"),
    "hinweise/brueche/<int:number>/bestaetigen/": "as the page of the break",
    "hinweise/brueche/<int:number>/verwerfen/": "as the page of the break",
    "hinweise/brueche/eigene/<str:code>/<int:at>/": _STATE.format("a break was entered"),
    "hinweise/brueche/eigene/<str:code>/<int:at>/zurueckziehen/": "as the page of the break",
    "katalog/gemeinsam/gebiete/<int:number>/": _STATE.format("two monitors hold areas together"),
    "katalog/eigene/neu/<slug:kind>/<slug:of>/": _NO_FIGURE.format("the names of cells that the catalogue knows"),
    "katalog/einlesen/<slug:key>/entfernen/": _STATE.format("a catalogue was taken in"),
    "katalog/gemeinsam/fassung/<int:number>/": _STATE.format("two monitors hold a thing together"),
    "katalog/gemeinsam/uebernehmen/": "as katalog/gemeinsam/fassung/",
    "katalog/indikator/<slug:code>/wieder-anbieten/": _STATE.format("an indicator is retired"),
    "lieferungen/<int:number>/hier-uebernehmen/": _STATE.format("another monitor has a delivery of the same source"),
    "lieferungen/pruefung/<int:number>/ablehnen/": "sent after the trial was accepted; answers as its page",
    "lieferungen/zuordnungen/<int:number>.toml": _NO_FIGURE.format("the names of columns"),
    "lieferungen/zuordnungen/<int:number>/loeschen/": "as lieferungen/zuordnungen/",
    "quellen/kalender/vorschlaege/": _STATE.format("there are proposals for the calendar"),
    "quellen/quelle/<str:key>/vorlage.csv": _NO_FIGURE.format("the heads of an empty table"),
    "vereinbarungen/anmerkungen/<int:number>/": "for whoever is not asked; both offices see it in their walks",
    "vereinbarungen/anmerkungen/<int:number>/aendern/": "as the page of the remark",
    "vereinbarungen/gegenstand/<str:kind>/<str:code>/<slug:place>/": "as the address without a place",
    "vereinbarungen/ablehnen/<str:kind>/<str:code>/<slug:place>/": "as the address without a place",
    "vereinbarungen/unterschreiben/<str:kind>/<str:code>/<slug:place>/": "as the address without a place",
    "ziele/auswahl/<str:code>/zielwert/weitere/<slug:place>/": _NO_FIGURE.format("what two offices have planned"),
    "ziele/auswahl/<str:code>/zielwert/weitere/<slug:place>/streichen/": "as the target's page",
    "ziele/verfehlt/<str:code>/<int:year>/<slug:place>/": "as the address without a place",
}
"""Addresses that a role may enter and its walk does not reach."""


def _unseen(role: Role, answers: list[Answer]) -> set[str]:
    """The addresses that the role may enter and that nothing came back from."""
    seen = {each.route for each in answers if each.status in {200, 302, 403, 409, 422}}
    open_to = {route for route, right in _rights(get_resolver()) if right is None or role in RIGHTS[right]}
    return open_to - seen - UNSEEN.keys() - NEVER_SENT.keys()


def _rights(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Right | None]]:
    """Every pattern with the right that it asks for."""
    for each in resolver.url_patterns:
        route = f"{prefix}{each.pattern}"
        if isinstance(each, URLPattern):
            yield route, getattr(each.callback, "right", None)
        else:
            yield from _rights(each, route)
