"""Hundreds of objects: how often a page asks the database does not depend on how many there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from tests.factories import crowded

PAGES = ["/ziele/", "/ziele/karte/", "/massnahmen/", "/auswahl/", "/tagesordnung/", "/vereinbarungen/anmerkungen/"]


def asked(client, edition, page):
    """How often the page of an edition asks, once what is kept in memory is warm."""
    address = f"/ausgabe/{edition.pk}{page}"
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.fixture
def editions(db, tmp_path):
    """One with few objects and one with many of each kind."""
    sizes = {"wenige": (2, 2), "viele": (30, 20)}
    made = (crowded.monitoring(tmp_path / name, objects=some, candidates=few) for name, (some, few) in sizes.items())
    return [take_in(monitoring=each, phase=Phase.CONCEPT, by=Installation()) for each in made]


def test_no_page_asks_more_often_because_there_is_more(browse, editions):
    client = browse(Role.COORDINATION)
    few, many = ({page: asked(client, edition, page) for page in PAGES} for edition in editions)
    assert many == few
