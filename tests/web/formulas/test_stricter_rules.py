"""An own indicator may ask for stricter disclosure control than its source, never for looser; editing keeps what it
asks.
"""

from dataclasses import replace

import pytest
from django.urls import reverse

from mehrklang.catalogue import Derivation, IndicatorKind, faults_of
from mehrklang.vocabulary import Unit
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues import queries
from mehrklang_web.catalogues.models import OwnIndicator
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from tests.factories import small_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(tmp_path):
    """An edition over the town's own register, minimum count 5; its first indicator asks for ten."""
    town = small_town.monitoring(tmp_path, rule_set="mindestfallzahl-5")
    first = replace(town.own_indicators[0], rule_set="mindestfallzahl-10")
    value = replace(town, own_indicators=(first, *town.own_indicators[1:]))
    return take_in(monitoring=value, phase=Phase.COLLECTION, by=Installation())


def sent(client, place):
    form = client.get(place).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | {"version": "1"}


def asked(edition):
    return OwnIndicator.objects.get(edition=edition, code="anteil-a").to_value().rule_set


def test_changing_a_word_keeps_the_stricter_rules(own, browse):
    client = browse(Role.COORDINATION)
    place = f"/ausgabe/{own.pk}{reverse('formulas:change', args=['anteil-a'])}"
    page = client.post(place, {**sent(client, place), "name": "Neuer Name"})
    assert page.status_code == 302
    assert asked(own) == "mindestfallzahl-10"


def test_looser_rules_than_the_source_has_are_refused_with_a_reason(own, browse):
    client = browse(Role.STATISTICS)
    place = f"/ausgabe/{own.pk}{reverse('formulas:change', args=['anteil-a'])}"
    answer = client.post(place, {**sent(client, place), "rule_set": "mindestfallzahl-3"})
    assert answer.status_code == 422
    assert [each.issue.code for each in answer.context["shown"].issues] == ["K-REGEL-08"]
    assert asked(own) == "mindestfallzahl-10"
    assert client.post(place, {**sent(client, place), "rule_set": "mindestfallzahl-77"}).status_code == 422
    why = {f"geheimhaltung-{name}": "Zur Probe." for name in ("gesehen", "reason", "legal_basis")}
    assert client.post(place, {**sent(client, place), "rule_set": ""} | why).status_code == 302
    assert asked(own) == ""


def test_a_derived_indicator_may_not_loosen_the_sources_below_it(own):
    catalogue = queries.whole(own)
    change = replace(
        catalogue.indicator("anteil-a"), code="veraenderung-a", kind=IndicatorKind.CHANGE, bindings=(), denominator="",
        unit=Unit.PERCENTAGE_POINTS, rule_set="mindestfallzahl-3", derivation=Derivation("anteil-a", "alle", years=1),
    )  # fmt: skip
    assert [issue.code for issue in faults_of(change, catalogue)] == ["K-REGEL-08"]
    assert faults_of(replace(change, rule_set="mindestfallzahl-10"), catalogue) == ()


def test_where_a_producer_has_protected_the_numbers_nothing_is_asked(browse):
    form = browse(Role.COORDINATION).get(reverse("formulas:build", args=["anteil", "probe"])).context["form"]
    assert "rule_set" not in form.fields
