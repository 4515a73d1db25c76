"""The edition in the address."""

import pytest
from django.urls import get_script_prefix, reverse

from mehrklang_web.monitors.actions import open_edition
from mehrklang_web.monitors.addressing import looking_at
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import current_edition
from mehrklang_web.people.models import Role


@pytest.fixture
def newer(edition, account):
    return open_edition(
        edition=Edition(monitor=edition.monitor, label="2099"), places=(), by=account(Role.COORDINATION)
    )


def test_without_a_prefix_it_is_the_newest_edition(edition, newer):
    assert current_edition() == newer


def test_with_the_prefix_it_is_that_edition_and_every_link_stays_in_it(browse, edition, newer):
    page = browse(Role.COORDINATION).get(f"/ausgabe/{edition.pk}/ziele/").text
    assert f'href="/ausgabe/{edition.pk}/lieferungen/"' in page
    assert 'href="/lieferungen/"' not in page
    assert edition.label in page


def test_the_login_leads_back_into_the_edition(client, edition):
    answer = client.get(f"/ausgabe/{edition.pk}/ziele/")
    assert answer.url.endswith(f"next=/ausgabe/{edition.pk}/ziele/")


def test_files_of_the_application_have_no_edition(browse, edition):
    assert "/static/ui/css/page.css" in browse(Role.COORDINATION).get(f"/ausgabe/{edition.pk}/").text


def test_an_edition_that_does_not_exist_is_not_found(browse):
    assert browse(Role.COORDINATION).get("/ausgabe/999999/ziele/").status_code == 404


def test_the_prefix_is_gone_after_the_request(edition):
    with looking_at(edition.pk):
        assert reverse("goals:tree") == f"/ausgabe/{edition.pk}/ziele/"
    assert get_script_prefix() == "/"
    assert reverse("goals:tree") == "/ziele/"


def test_the_prefix_is_gone_after_a_page_that_failed(browse, edition):
    browse(Role.COORDINATION).get(f"/ausgabe/{edition.pk}/gibt-es-nicht/")
    assert get_script_prefix() == "/"
