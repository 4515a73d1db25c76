"""An own indicator is put together from what sources deliver, checked, tried out and kept in versions."""

from dataclasses import replace

import pytest
from django.urls import reverse

from mehrklang.catalogue import IndicatorKind, Layer, MatchDegree, Term
from mehrklang.vocabulary import Material, Unit
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues import queries
from mehrklang_web.catalogues.actions import keep_own
from mehrklang_web.catalogues.models import OwnIndicator
from mehrklang_web.editing.models import Draft
from mehrklang_web.formulas.cells import cells_of, key_of, sources_with_cells
from mehrklang_web.formulas.probing import probe
from mehrklang_web.formulas.writing import editable, initial_of
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.selection.models import Addition
from tests.factories import shell

pytestmark = pytest.mark.django_db

WITH_WORK, EVERYBODY = (key_of(Term(measure, Unit.COUNT)) for measure in ("mit-arbeit", "alle"))
SHARE = {
    "name": "Anteil ohne Arbeit",
    "field": "Arbeit",
    "question": "Wie viele?",
    "relevance": "Weil.",
    "numerator": "Menschen mit Arbeit",
    "denominator": "alle Menschen",
    "population": "Menschen in Probstadt",
    "unit": "prozent",
    "direction": "hoch-gut",
    "evidence": "objektiv",
    "definition": "keins",
    "notes": "Eins.\n\nZwei.",
    "references": "Probe",
    "gruppe-0": "Alle",
    "zaehler-0": WITH_WORK,
    "nenner-0": EVERYBODY,
}
BUILD = ("anteil", "probe")


def address(*place):
    return reverse("formulas:build", args=place or BUILD)


def test_the_first_step_leads_to_the_form_of_its_kind(browse):
    """Kind and source stand in the address."""
    client = browse(Role.STATISTICS)
    assert client.get(reverse("formulas:new")).status_code == 200
    answer = client.get(reverse("formulas:new"), {"art": "anteil", "of": "probe", "worte": "arbeit"})
    assert answer.url == f"{address()}?worte=arbeit"
    derived = client.get(reverse("formulas:new"), {"art": "veraenderung", "of": "anteil-a"})
    assert derived.url == address("veraenderung", "anteil-a")


@pytest.mark.parametrize("asked", [{"art": "anteil"}, {"art": "abstand"}, {"art": "quatsch"}])
def test_the_first_step_asks_for_what_it_needs(browse, asked):
    """A source, or an indicator to derive from."""
    assert browse(Role.COORDINATION).get(reverse("formulas:new"), asked).status_code == 422


def test_what_the_source_delivers_can_be_chosen(browse, edition):
    """From the deliveries of published material, and from what indicators take."""
    catalogue = queries.whole(edition)
    assert ("probe", "Probestatistik") in sources_with_cells(edition, catalogue)
    assert [cell.label for cell in cells_of(edition, catalogue, "probe")] == ["alle (Anzahl)", "mit-arbeit (Anzahl)"]
    assert [cell.key for cell in cells_of(edition, catalogue, "probe", "ARBEIT mit")] == [WITH_WORK]
    assert cells_of(edition, catalogue, "quatsch") == ()


def test_the_formula_is_shown_with_a_test_value_and_nothing_is_saved(browse):
    """60 of 240, in the town: 600 of 2,400."""
    answer = browse(Role.COORDINATION).post(address(), {**SHARE, "pruefen": "1"})
    assert answer.status_code == 200
    shown = answer.context["shown"]
    assert shown.symbols == "100 · Z ÷ N"
    assert shown.groups == (("Alle", "mit-arbeit (Anzahl)", "alle (Anzahl)"),)
    [line] = shown.tested.lines
    assert (line.value.replace("\N{NO-BREAK SPACE}", " "), line.period) == ("25,0 %", "2024")
    assert OwnIndicator.objects.count() == 2


def test_it_is_saved_with_its_first_version(browse, edition):
    """And stands in the catalogue, ready to be proposed."""
    answer = browse(Role.STATISTICS).post(address(), SHARE, follow=True)
    assert answer.status_code == 200
    value = OwnIndicator.objects.get(code="anteil-ohne-arbeit").to_value()
    assert value.notes == ("Eins.", "Zwei.")
    assert value.bindings[0].groups[0].group == "alle"
    assert [(each.number, each.change, each.who) for each in value.versions] == [(1, "angelegt", "Person Statistik")]
    assert value.code in queries.whole(edition).indicators


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"unit": "anzahl"}, "K-EINHEIT-01"),
        ({"zaehler2-0": WITH_WORK}, "K-SUMME-02"),
        ({"gruppe-1": "Alle", "zaehler-1": WITH_WORK, "nenner-1": EVERYBODY}, "K-GRUPPE-01"),
    ],
)
def test_units_and_sums_are_checked(browse, changed, code):
    """Before anything is saved, also when nobody asked for a check."""
    answer = browse(Role.COORDINATION).post(address(), {**SHARE, **changed})
    assert answer.status_code == 422
    assert code in [each.issue.code for each in answer.context["shown"].issues]
    assert OwnIndicator.objects.count() == 2


@pytest.mark.parametrize(
    "changed",
    [{"name": ""}, {"zaehler-0": "quatsch"}, {"gruppe-1": "Ohne Zahl"}, {"zaehler-1": WITH_WORK, "gruppe-1": ""}],
)
def test_what_is_missing_is_said_at_its_field(browse, changed):
    """Nothing is saved."""
    assert browse(Role.COORDINATION).post(address(), {**SHARE, **changed}).status_code == 422
    assert OwnIndicator.objects.count() == 2


def test_one_more_group_is_offered_and_nothing_is_wrong_yet(browse):
    """What is typed stays."""
    answer = browse(Role.COORDINATION).post(address(), {"name": "Halb", "gruppe-0": "A", "weitere-gruppe": "1"})
    assert answer.status_code == 200
    assert answer.context["form"].rows == 2
    assert 'value="Halb"' in answer.content.decode()


def test_a_derived_indicator_takes_groups_of_another(browse, edition):
    """Here the change of a share, in percentage points."""
    parts = {name: SHARE[name] for name in ("name", "field", "question", "relevance", "numerator", "population")}
    rest = {"direction": "hoch-gut", "evidence": "objektiv", "references": "Probe", "group": "alle", "years": "1"}
    place = address("veraenderung", "anteil-a")
    wrong = browse(Role.COORDINATION).post(place, {**parts, **rest, "unit": "prozent"})
    assert [each.issue.code for each in wrong.context["shown"].issues] == ["K-EINHEIT-04"]
    tried = browse(Role.COORDINATION).post(place, {**parts, **rest, "unit": "prozentpunkte", "pruefen": "1"})
    [line] = tried.context["shown"].tested.lines
    assert line.value.startswith("0,0")
    browse(Role.COORDINATION).post(place, {**parts, **rest, "unit": "prozentpunkte"})
    assert OwnIndicator.objects.get(code="anteil-ohne-arbeit").to_value().kind is IndicatorKind.CHANGE


def test_a_change_is_a_new_version_that_says_what_changed(browse, edition):
    """Two who edit at once see both texts; drafts are kept."""
    client, place = browse(Role.COORDINATION), reverse("formulas:change", args=["anteil-a"])
    form = client.get(place).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"version": "1"}
    client.post(place, {**sent, "name": "Anteil mit Arbeit"})
    value = OwnIndicator.objects.get(code="anteil-a").to_value()
    assert value.versions[-1].change.startswith("Name: „Anteil mit Arbeit“ statt „Anteil A“")
    conflict = client.post(place, {**sent, "name": "Ganz anders"})
    assert conflict.status_code == 409
    assert "Anteil mit Arbeit" in conflict.content.decode()
    client.post(reverse("editing:draft"), {"entwurf-seite": place, "name": "Entwurf"})
    assert Draft.objects.get().place == place
    assert 'value="Entwurf"' in client.get(place, {"entwurf": "1"}).content.decode()


def test_a_formula_beyond_the_form_keeps_its_cells(browse, edition):
    """Its texts can be changed all the same."""
    one = shell.indicator("schichten", "Schichten")
    layer = Layer("a", (Term("x", Unit.COUNT),))
    group = replace(one.bindings[0].groups[0], numerator=(), denominator=(), layers=(layer, layer))
    value = replace(
        one, kind=IndicatorKind.SIMPSON, bindings=(replace(one.bindings[0], groups=(group,)),), denominator=""
    )
    assert not editable(value)
    keep_own(edition=edition, definition=value, seen=0, by=Installation())
    client, place = browse(Role.COORDINATION), reverse("formulas:change", args=["schichten"])
    page = client.get(place)
    assert page.context["fixed"]
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields} | {"version": "1", "name": "Neuer Name"}
    sent["definition"] = "keins"
    client.post(place, sent)
    kept = OwnIndicator.objects.get(code="schichten").to_value()
    assert (kept.name, kept.bindings) == ("Neuer Name", value.bindings)


def test_a_described_indicator_is_where_an_own_one_begins(browse, edition):
    """Its words are there, and the own one says whom it is the same as."""
    client = browse(Role.COORDINATION)
    place = f"{address()}?wie=intmk-c2b"
    form = client.get(place).context["form"]
    assert form["numerator"].value().startswith("betreute Kinder")
    client.post(place, SHARE)
    [match] = OwnIndicator.objects.get(code="anteil-ohne-arbeit").to_value().matches
    assert (match.indicator, match.degree) == ("intmk-c2b", MatchDegree.SAME)


def test_of_a_register_there_is_no_test_value(edition):
    """Many trials could be subtracted from one another."""
    catalogue = queries.whole(edition)
    secret = replace(catalogue.source("probe"), material=Material.ADDITIVE)
    catalogue = replace(catalogue, sources={**catalogue.sources, "probe": secret})
    tried = probe(edition, catalogue, catalogue.indicator("anteil-a"))
    assert tried.lines == ()
    assert "einzelne Personen" in tried.why_not


def test_without_a_delivery_the_page_says_so(edition):
    """No zero, no empty place."""
    catalogue = queries.whole(edition)
    assert "keine Lieferung" in probe(edition, catalogue, catalogue.indicator("auslaenderanteil")).why_not
    assert "Ohne Fächer" in probe(edition, catalogue, catalogue.indicator("intmk-d1")).why_not


def test_a_test_value_is_the_value_that_will_be_frozen(edition):
    """The same path of the number."""
    catalogue = queries.whole(edition)
    [line] = probe(edition, catalogue, catalogue.indicator("anteil-a")).lines
    assert line.value.startswith("25,0")
    assert monitoring_of(edition).selection


def test_the_form_shows_what_a_definition_says(edition):
    """Both ways."""
    found = initial_of(queries.whole(edition).indicator("anteil-a"))
    assert (found["zaehler-0"], found["nenner-0"], found["unit"]) == (WITH_WORK, EVERYBODY, "prozent")


@pytest.mark.parametrize("place", [("quatsch", "probe"), ("anteil", "quatsch"), ("abstand", "probe")])
def test_an_address_of_nothing_is_not_found(browse, place):
    """404, not a fault."""
    assert browse(Role.COORDINATION).get(address(*place)).status_code == 404


def test_only_the_offices_define(browse):
    """Everybody else reads."""
    assert browse(Role.DEPARTMENT).get(reverse("formulas:new")).status_code == 403
    assert browse(Role.COORDINATION).get(reverse("formulas:change", args=["auslaenderanteil"])).status_code == 404
    assert not Addition.objects.filter(kind="kennzahl").exists()
