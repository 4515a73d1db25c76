"""Two monitors of one municipality hold indicators, sources, catalogues, conditions and areas together."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from django.urls import reverse

from mehrklang.catalogue import Cadence, NamedCatalogue, Supply
from mehrklang.package import read_folder, write_folder
from mehrklang.planning import SharedKind
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues.actions import keep_own, take_in_catalogue
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource, TakenCatalogue
from mehrklang_web.catalogues.offers import indicators_offered
from mehrklang_web.collection.actions import OwnConditions, set_supply
from mehrklang_web.collection.models import OwnSupply
from mehrklang_web.commons.offers import offers
from mehrklang_web.commons.queries import announcements, together
from mehrklang_web.editing.actions import ChangedSinceError, undo
from mehrklang_web.editing.models import Step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.addressing import looking_at
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.selection.models import Candidate
from mehrklang_web.sharing.queries import shared_of
from tests.factories import shell

pytestmark = pytest.mark.django_db
BY = Installation()


@pytest.fixture
def second(edition, tmp_path):
    """A second monitor of the same municipality, with nothing of its own yet."""
    return take_in(monitoring=shell.second_monitoring(tmp_path / "zweiter"), phase=Phase.CONCEPT, by=BY)


def post(client, edition, name, data, *args):
    with looking_at(edition.pk):
        return client.post(reverse(name, args=args), data, follow=True)


def page(client, edition):
    with looking_at(edition.pk):
        return client.get(reverse("commons:page"))


def take(client, edition, other, kind, key, **more):
    sent = {"art": kind.value, "schluessel": key, "ausgabe": other.pk} | more
    return post(client, edition, "commons:take", sent)


def change(edition, code="anteil-a", **what):
    kept = OwnIndicator.objects.get(edition=edition, code=code)
    return keep_own(edition=edition, definition=replace(kept.to_value(), **what), seen=kept.version, by=BY)


def value(edition, code="anteil-a"):
    return OwnIndicator.objects.get(edition=edition, code=code).to_value()


def test_what_one_monitor_has_is_offered_in_the_other_with_the_place_it_comes_from(browse, edition, second):
    """Also by the words of a search; the first monitor is offered nothing, for the second has nothing."""
    shown = page(browse(Role.COORDINATION), second).content.decode()
    for word in ("Anteil A", "Übergang B", "Probestatistik", "aus „Probemonitoring“, Ausgabe 2026", "3 Gebiete"):
        assert word in shown
    assert [each.name for each in indicators_offered(second, "übergang arbeit")] == ["Übergang B"]
    assert indicators_offered(second, "gibt es nicht") == ()
    assert offers(edition) == ()


def test_taking_an_indicator_over_brings_its_source_and_makes_no_copy_to_be_forgotten(browse, edition, second):
    said = take(browse(Role.COORDINATION), second, edition, SharedKind.INDICATOR, "anteil-a").content.decode()
    assert "„Anteil A“ aus „Probemonitoring“ ist übernommen." in said
    assert value(second) == value(edition)
    assert OwnSource.objects.filter(edition=second, key="probe").exists()
    assert {each.holding.shared.key for each in together(edition)} == {"anteil-a", "probe"}
    assert [each.named.key for each in offers(second)] == ["anteil-b"]


def test_a_new_version_is_announced_with_its_difference_and_changes_nothing_by_itself(browse, edition, second):
    client = browse(Role.COORDINATION)
    take(client, second, edition, SharedKind.INDICATOR, "anteil-a")
    change(edition, question="Wie viele haben gute Arbeit?")
    [news] = announcements(second)
    assert news.sentence == "In „Probemonitoring“ gibt es eine neue Fassung von „Anteil A“."
    assert news.told == ("Frage: „Wie viele haben gute Arbeit?“ statt „Wie viele haben Arbeit?“",)
    assert news.sentence in page(client, second).content.decode()
    assert value(second).question == "Wie viele haben Arbeit?"
    assert announcements(edition) == ()


def test_a_version_is_taken_over_by_a_decision_and_both_say_the_same_again(browse, edition, second):
    client = browse(Role.STATISTICS)
    take(client, second, edition, SharedKind.INDICATOR, "anteil-a")
    change(edition, question="Neu?")
    [news] = announcements(second)
    sent = {"fassung": news.news.version.number, "was": "uebernehmen"}
    assert "gilt jetzt auch hier" in post(client, second, "commons:decide", sent, news.news.holding.pk).content.decode()
    assert value(second) == value(edition)
    assert announcements(second) == announcements(edition) == ()
    again = post(client, second, "commons:decide", sent, news.news.holding.pk).content.decode()
    assert "inzwischen entschieden" in again


def test_whoever_stays_says_why_and_is_told_of_the_next_version_again(browse, edition, second):
    client = browse(Role.COORDINATION)
    take(client, second, edition, SharedKind.INDICATOR, "anteil-a")
    change(edition, question="Neu?")
    [news] = announcements(second)
    number, sent = news.news.holding.pk, {"fassung": news.news.version.number}
    assert post(client, second, "commons:decide", sent, number).status_code == 422
    assert len(announcements(second)) == 1
    post(client, second, "commons:decide", sent | {f"g{number}-why": "Erst zur nächsten Ausgabe."}, number)
    assert announcements(second) == ()
    assert value(second).question == "Wie viele haben Arbeit?"
    assert "Erst zur nächsten Ausgabe." in page(client, second).content.decode()
    change(edition, question="Noch neuer?")
    assert len(announcements(second)) == 1


def test_versions_go_both_ways_and_a_waiting_one_goes_on_waiting(browse, edition, second):
    """Both change it unaware of one another: each is told of the other's version."""
    take(browse(Role.COORDINATION), second, edition, SharedKind.INDICATOR, "anteil-a")
    change(edition, question="Aus dem ersten?")
    change(second, question="Aus dem zweiten?")
    assert [each.told[0] for each in announcements(second)] == ["Frage: „Aus dem ersten?“ statt „Aus dem zweiten?“"]
    assert [each.told[0] for each in announcements(edition)] == ["Frage: „Aus dem zweiten?“ statt „Aus dem ersten?“"]


def test_a_version_that_another_monitor_holds_by_now_cannot_be_undone(browse, edition, second):
    client = browse(Role.COORDINATION)
    take(client, second, edition, SharedKind.INDICATOR, "anteil-a")
    step = change(edition, question="Neu?")
    [news] = announcements(second)
    sent = {"fassung": news.news.version.number, "was": "uebernehmen"}
    post(client, second, "commons:decide", sent, news.news.holding.pk)
    with pytest.raises(ChangedSinceError):
        undo(step=step, by=BY)
    undo(step=Step.objects.filter(edition=second.pk).first(), by=BY)
    assert value(second).question == "Wie viele haben Arbeit?"
    assert len(announcements(second)) == 1
    undo(step=step, by=BY)
    assert announcements(second) == ()


def test_what_differs_under_the_same_key_is_connected_first_and_then_decided(browse, edition, second):
    """Nothing of one's own is overwritten."""
    keep_own(edition=second, definition=replace(value(edition), question="Ganz anders?", versions=()), seen=0, by=BY)
    client = browse(Role.COORDINATION)
    assert "etwas anderes" in page(client, second).content.decode()
    take(client, second, edition, SharedKind.INDICATOR, "anteil-a")
    assert value(second).question == "Ganz anders?"
    assert len(announcements(second)) == len(announcements(edition)) == 1


def test_a_catalogue_and_the_conditions_of_a_source_are_shared_alike(browse, edition, second):
    head = NamedCatalogue("set", "Ein Set", "Set", "Verband")
    one = replace(shell.indicator("set-1", "Eins"), catalogue="set", number="1", bindings=())
    take_in_catalogue(edition=edition, catalogue=head, indicators=(one,), by=BY)
    set_supply(edition=edition, source="azr", own=OwnConditions(Supply(holder="Amt"), address="a@example.org"), by=BY)
    client = browse(Role.COORDINATION)
    take(client, second, edition, SharedKind.CATALOGUE, "set")
    take(client, second, edition, SharedKind.CONDITIONS, "azr")
    assert TakenCatalogue.objects.get(edition=second).indicators == (one,)
    assert OwnSupply.objects.get(edition=second).address == ""
    take_in_catalogue(
        edition=edition, catalogue=head, indicators=(replace(one, name="Eins neu"), replace(one, code="set-2")), by=BY
    )
    own = OwnConditions(Supply(holder="Amt", cadence=Cadence.YEARLY))
    set_supply(edition=edition, source="azr", own=own, by=BY)
    told = {each.kind: each.told for each in announcements(second)}
    assert told == {
        SharedKind.CATALOGUE: ("neu: „Eins“", "„Eins neu“: Name: „Eins neu“ statt „Eins“"),
        SharedKind.CONDITIONS: ("Turnus: „jährlich“ statt „–“",),
    }
    for each in announcements(second):
        sent = {"fassung": each.news.version.number, "was": "uebernehmen"}
        post(client, second, "commons:decide", sent, each.news.holding.pk)
    assert len(TakenCatalogue.objects.get(edition=second).indicators) == 2
    assert OwnSupply.objects.get(edition=second).to_value().cadence is Cadence.YEARLY


def test_areas_are_taken_over_by_the_statistics_office_and_stay_the_same_ones(browse, edition, second):
    refused = post(browse(Role.COORDINATION), second, "commons:take_areas", {}, edition.pk)
    assert refused.status_code == 403
    post(browse(Role.STATISTICS), second, "commons:take_areas", {}, edition.pk)
    assert set(second.places.all()) == set(edition.places.all())


def test_an_indicator_of_another_monitor_becomes_a_candidate_in_one_act(browse, edition, second):
    take(browse(Role.COORDINATION), second, edition, SharedKind.INDICATOR, "anteil-b", vorschlagen="1")
    assert Candidate.objects.get(edition=second).code == "anteil-b"


def test_the_folder_keeps_what_is_shared_and_what_was_decided(browse, edition, second, tmp_path):
    """Taken in again, the edition is told of nothing that was decided, and of what is new."""
    client = browse(Role.COORDINATION)
    take(client, second, edition, SharedKind.INDICATOR, "anteil-a")
    change(edition, question="Neu?")
    [news] = announcements(second)
    number = news.news.holding.pk
    sent = {"fassung": news.news.version.number, f"g{number}-why": "Später."}
    post(client, second, "commons:decide", sent, number)
    write_folder(portable(second), tmp_path / "ordner")
    reading = read_folder(tmp_path / "ordner")
    assert reading.monitoring.shared == shared_of(second)
    again = take_in(monitoring=replace(reading.monitoring, title="Drittes", published=()), phase=Phase.CONCEPT, by=BY)
    assert shared_of(again) == shared_of(second)
    assert announcements(again) == ()
    change(edition, question="Noch neuer?")
    assert len(announcements(again)) == 1


def test_other_municipalities_share_nothing(edition, tmp_path):
    other = replace(
        shell.monitoring(tmp_path / "fern"), area="99000002", areas=(replace(shell.TOWN, key="99000002"),),
        comparison_areas=(), boundaries=(), selection=(), data=(), interpretations=MappingProxyType({}),
    )  # fmt: skip
    far = take_in(monitoring=other, phase=Phase.CONCEPT, by=BY)
    assert offers(far) == ()


@pytest.mark.parametrize(("role", "status"), [(Role.DEPARTMENT, 403), (Role.LEADERSHIP, 403)])
def test_only_both_offices_decide(browse, edition, second, role, status):
    client = browse(role)
    assert take(client, second, edition, SharedKind.INDICATOR, "anteil-a").status_code == status
    assert not OwnIndicator.objects.filter(edition=second).exists()


def test_many_shared_indicators_cost_no_query_each(browse, edition, second, django_assert_max_num_queries):
    """The catalogue is asked for on every visit; a second monitor with many indicators must not slow it down."""
    client = browse(Role.COORDINATION)
    for at in range(12):
        one = replace(shell.indicator(f"viele-{at}", f"Mengen {at}"), versions=())
        keep_own(edition=edition, definition=one, seen=0, by=BY)
        if at % 2:
            take(client, second, edition, SharedKind.INDICATOR, f"viele-{at}")
    with django_assert_max_num_queries(45), looking_at(second.pk):
        shown = client.get(reverse("catalogues:browse"), {"suche": "mengen"}).content.decode()
    assert shown.count("Übernehmen<span") == 6


def test_taking_over_can_be_undone_and_is_offered_again(browse, edition, second):
    """With what came along; the other monitor keeps everything."""
    take(browse(Role.COORDINATION), second, edition, SharedKind.INDICATOR, "anteil-a")
    undo(step=Step.objects.filter(edition=second.pk).first(), by=BY)
    assert not OwnIndicator.objects.filter(edition=second).exists()
    assert not OwnSource.objects.filter(edition=second).exists()
    assert {each.named.key for each in offers(second)} == {"anteil-a", "anteil-b", "probe"}
    assert value(edition).name == "Anteil A"
