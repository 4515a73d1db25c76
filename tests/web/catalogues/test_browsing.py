"""The catalogue is searched, narrowed, compared and set beside others."""

import csv
from dataclasses import replace
from io import StringIO
from time import monotonic

import pytest
from django.urls import reverse

from mehrklang.catalogue import NamedCatalogue, load
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues.actions import take_in_catalogue
from mehrklang_web.people.models import Role

pytestmark = pytest.mark.django_db


def listed(client, **asked):
    page = client.get(reverse("catalogues:browse"), asked)
    assert page.status_code == 200
    return [line.definition.code for line in page.context["lines"]], page.context["page"].paginator.count


def test_all_indicators_of_all_catalogues_are_there(browse):
    """The shipped ones, those of the named catalogues, and the office's own."""
    _, count = listed(browse(Role.PARTNER))
    assert count == len(load().indicators) + 2


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"suche": "einbürgerungen quote", "katalog": "mehrklang"}, "einbuergerungsquote"),
        ({"suche": "Uebergewicht", "katalog": "wiesbaden"}, "wiesbaden-uebergewicht"),
        ({"suche": "D1", "katalog": "intmk"}, "intmk-d1"),
        ({"katalog": "eigene"}, "anteil-a"),
        ({"feld": "Wohnen", "rechenbar": "1"}, "wohneigentum"),
        ({"art": "segregation"}, "segregation-nach-migrationshintergrund"),
        ({"kleinraeumig": "1", "rechenbar": "1"}, "anteil-mit-migrationshintergrund"),
        ({"zugang": "offen", "suche": "Einbürgerungsquote"}, "einbuergerungsquote"),
    ],
)
def test_each_filter_narrows_and_keeps_what_fits(browse, asked, expected):
    """All filters stand in the address."""
    client = browse(Role.LEADERSHIP)
    codes, count = listed(client, **asked)
    assert expected in codes
    assert count < listed(client)[1]


def test_what_is_not_said_does_not_fit(browse):
    """A described indicator has no known access, and is not computable."""
    codes, _ = listed(browse(Role.LEADERSHIP), katalog="intmk", zugang="offen")
    assert codes == []
    assert listed(browse(Role.LEADERSHIP), katalog="intmk", rechenbar="1")[1] == 0


def test_a_strange_question_is_answered(browse):
    """Whatever stands in the address."""
    client = browse(Role.LEADERSHIP)
    assert listed(client, zugang="quatsch", seite="9999")[1] > 200
    assert listed(client, suche="xyzzy")[1] == 0


@pytest.mark.parametrize("code", ["einbuergerungsquote", "intmk-e8", "anteil-a", "abstand-wohneigentum", "svr-2-5"])
def test_a_sheet_says_formula_source_and_matches(browse, code):
    """For computed, described, own and derived ones."""
    page = browse(Role.PARTNER).get(reverse("catalogues:sheet", args=[code]))
    assert page.status_code == 200
    labels = [fact.label for fact in page.context["facts"]]
    assert {"Katalog", "Formel", "Einheit", "Quelle"} <= set(labels)
    assert "Fassungen" in page.content.decode()


def test_a_sheet_of_a_described_indicator_says_so_and_leads_to_the_one_that_computes(browse):
    """Honest: nur beschrieben."""
    text = browse(Role.PARTNER).get(reverse("catalogues:sheet", args=["intmk-c2b"])).content.decode()
    assert "Nur beschrieben" in text
    assert reverse("catalogues:sheet", args=["betreuungsquote-3-bis-5"]) in text


def test_an_unknown_indicator_is_not_found(browse):
    """404, not a fault."""
    assert browse(Role.PARTNER).get(reverse("catalogues:sheet", args=["gibt-es-nicht"])).status_code == 404


def test_the_proposal_is_offered_to_those_who_may(browse):
    """The button posts the code to the selection."""
    address = reverse("catalogues:sheet", args=["einbuergerungsquote"])
    with_right = browse(Role.COORDINATION).get(address).content.decode()
    assert 'name="indicator" value="einbuergerungsquote"' in with_right
    assert "Als Kandidat vorschlagen" not in browse(Role.PARTNER).get(address).content.decode()


def test_two_to_four_stand_side_by_side(browse):
    """Heading by heading; what differs is marked, and how they match is said."""
    codes = ["einbuergerungsquote", "intmk-b2a", "gibt-es-nicht", "einbuergerungsquote"]
    page = browse(Role.PARTNER).get(reverse("catalogues:compare"), {"indikator": codes})
    assert [each.code for each in page.context["chosen"]] == codes[:2]
    rows = {row.label: row for row in page.context["rows"]}
    assert rows["Katalog"].differs
    assert not rows["Einheit"].differs
    assert page.context["said"][0][2].degree == "nah"


def test_one_alone_cannot_be_compared_and_five_are_cut(browse):
    """The page says what to do."""
    client = browse(Role.PARTNER)
    assert "Kreuzen Sie im Katalog" in client.get(reverse("catalogues:compare")).content.decode()
    page = client.get(reverse("catalogues:compare"), {"indikator": list(load().indicators)[:5]})
    assert len(page.context["chosen"]) == 4
    assert page.context["too_many"]


def test_two_catalogues_are_set_side_by_side(browse):
    """What one lacks is a line; the filter shows only that."""
    client, address = browse(Role.PARTNER), reverse("catalogues:between")
    page = client.get(address, {"von": "intmk", "zu": "destatis"})
    assert page.context["count"] == 53
    assert 0 < page.context["table"].lacking < 53
    missing = client.get(address, {"von": "intmk", "zu": "destatis", "zeigen": "fehlt"})
    assert len(missing.context["lines"]) == page.context["table"].lacking
    assert client.get(address, {"von": "quatsch", "zu": "quatsch", "zeigen": "quatsch"}).status_code == 200


def test_the_table_between_catalogues_is_exported(browse):
    """As German spreadsheets open it, every line with its degree."""
    answer = browse(Role.PARTNER).get(reverse("catalogues:export"), {"von": "svr", "zu": "intmk"})
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len({row["Code"] for row in rows}) == 9
    assert {row["Grad"] for row in rows} <= {"gleich", "nah", "verwandt", "fehlt"}
    assert all(bool(row["anderer Code"]) == (row["Grad"] != "fehlt") for row in rows)


def test_five_hundred_indicators_are_searched_without_lag(browse, edition):
    """A large catalogue of others on top of all that is there: the page answers well within a second."""
    one = load().indicator("intmk-d1")
    many = tuple(
        replace(one, code=f"gross-{at}", name=f"Indikator {at}", catalogue="gross", number=str(at)) for at in range(300)
    )
    named = NamedCatalogue("gross", "Großer Katalog", "Groß", "Verband")
    take_in_catalogue(edition=edition, catalogue=named, indicators=many, by=Installation())
    client = browse(Role.PARTNER)
    begun = monotonic()
    _, count = listed(client, suche="Schülerinnen")
    assert count >= 300
    assert client.get(reverse("catalogues:between"), {"von": "gross", "zu": "intmk"}).context["count"] == 300
    assert monotonic() - begun < 3  # two pages, on any machine
