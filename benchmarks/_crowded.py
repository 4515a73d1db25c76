"""A shell with a crowded monitoring in a database in memory, and what one of its pages costs."""

import gc
from pathlib import Path
from statistics import median
from time import process_time

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import freeze
from tests.factories.crowded import monitoring

REPEATS = 7
PASSWORD = "lange-genug-zum-messen"  # noqa: S105 — of a database that is gone afterwards


def furnished(folder: Path, *, objects: int, candidates: int) -> Client:
    """The monitoring taken in and computed, and somebody who is logged in."""
    for name in ("DELIVERIES", "TRIALS", "STORE"):
        setattr(settings, name, folder / name.lower())
    call_command("migrate", verbosity=0)
    crowded, by = monitoring(folder, objects=objects, candidates=candidates), Installation()
    freeze(edition=take_in(monitoring=crowded, phase=Phase.INTERPRETATION, by=by), by=by)
    account = open_account(
        username="messung",
        full_name="Messung",
        role=Role.COORDINATION,
        password=PASSWORD,
        by=by,
        keeps_password=True,
    )
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def measured(client: Client, address: str) -> str:
    """Median and best of several requests, the queries of one, and the size of the page."""
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    asked = len(queries)
    assert page.status_code == 200, address
    taken = sorted(_taken(client, address) for _ in range(REPEATS))
    return f"{median(taken):.0f} ms (best {taken[0]:.0f}), {asked} queries, {len(page.content) // 1000} kB"


def _taken(client: Client, address: str) -> float:
    """Milliseconds of processor time: what the page costs, whatever else the machine does meanwhile."""
    gc.collect()
    started = process_time()
    client.get(address)
    return 1000 * (process_time() - started)
