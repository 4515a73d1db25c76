"""How long the shell takes for pages with hundreds of objects: from the request to the finished page, and how often it
asks the database. A database in memory; five hundred goals, measures and open remarks, two hundred candidates."""

import gc
import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.test import Client

OBJECTS = 500
CANDIDATES = 200
REPEATS = 7
PASSWORD = "lange-genug-zum-messen"  # noqa: S105 — of a database that is gone afterwards
PAGES = {
    "tree of goals": "/ziele/",
    "map of goals": "/ziele/karte/",
    "list of measures": "/massnahmen/",
    "working table": "/auswahl/",
    "agenda": "/tagesordnung/",
    "remarks": "/vereinbarungen/anmerkungen/",
}


def run() -> list[str]:
    """One line a page: median and best of several requests, queries, size."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mehrklang_web.settings.test")
    django.setup()
    with TemporaryDirectory() as folder:
        client = _furnished(Path(folder))
        return [_measured(client, title, address) for title, address in PAGES.items()]


def _furnished(folder: Path) -> "Client":
    """The crowded monitoring in a database of its own, and somebody who is logged in."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from mehrklang_web.audit.actions import Installation
    from mehrklang_web.exchange.actions import take_in
    from mehrklang_web.monitors.models import Phase
    from mehrklang_web.people.actions import open_account
    from mehrklang_web.people.models import Role
    from mehrklang_web.results.actions import freeze
    from tests.factories.crowded import monitoring

    settings.DELIVERIES, settings.TRIALS, settings.STORE = (
        folder / name for name in ("lieferungen", "proben", "werte")
    )
    call_command("migrate", verbosity=0)
    crowded, by = monitoring(folder, objects=OBJECTS, candidates=CANDIDATES), Installation()
    freeze(edition=take_in(monitoring=crowded, phase=Phase.INTERPRETATION, by=by), by=by)
    who = {"username": "messung", "full_name": "Messung", "role": Role.COORDINATION}
    account = open_account(**who, password=PASSWORD, by=by, keeps_password=True)
    client = Client(headers={"host": "testserver"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _measured(client: "Client", title: str, address: str) -> str:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    asked = len(queries)
    assert page.status_code == 200, address
    taken = sorted(_taken(client, address) for _ in range(REPEATS))
    size = len(page.content) // 1000
    return f"{title}: {median(taken):.0f} ms (best {taken[0]:.0f}), {asked} queries, {size} kB"


def _taken(client: "Client", address: str) -> float:
    """Milliseconds of processor time: what the page costs, whatever else the machine does meanwhile."""
    gc.collect()
    started = process_time()
    client.get(address)
    return 1000 * (process_time() - started)
