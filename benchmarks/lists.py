"""How long the shell takes for pages with hundreds of objects: from the request to the finished page, and how often it
asks the database. A database in memory; five hundred goals, measures and open remarks, two hundred candidates."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import django

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
    from benchmarks._crowded import furnished, measured  # noqa: PLC0415 — its models can be had from now on

    with TemporaryDirectory() as folder:
        client = furnished(Path(folder), objects=500, candidates=200)
        return [f"{title}: {measured(client, address)}" for title, address in PAGES.items()]
