"""An office delivers an Umsteigeschlüssel and chooses the territory that the edition reports on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.package import KEY_KIND, write_folder
from mehrklang.territory import Manner, SourceOn, Vintage, Weighting
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.deliveries import queries
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import choose_territory
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.queries import latest_run, overtaken, territory_of
from tests.factories import shell

pytestmark = pytest.mark.django_db
PAGE = "results:territory"
TABLE = "Gebiet alt;Gebiet neu;Von Jahr;Bis Jahr;Gebietsstand;Anteil\nm:1;m:9;2015;2019;31.12.2020;1\n"
WAY = f"{Manner.BROUGHT} {Weighting.AREA}"


def test_an_umsteigeschluessel_is_delivered_like_any_file_and_named_on_the_page(browse, edition, trials):
    """Recognised by its heads, tried, accepted; it leads to a day."""
    client = browse(Role.STATISTICS)
    file = SimpleUploadedFile("anteile.csv", TABLE.encode(), "text/csv")
    shown = client.post(reverse("deliveries:list"), {"file": file, "source": "probe", "kind": ""}, follow=True)
    assert "Umsteigeschlüssel" in shown.content.decode()
    trial = Trial.objects.get()
    assert (trial.kind, trial.usable) == (KEY_KIND, True)
    client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "Beschluss von 2020"})
    assert [each.name for each in queries.crosswalks(edition)] == ["anteile.csv"]
    text = client.get(reverse(PAGE)).content.decode()
    assert "anteile.csv" in text
    assert "führt auf den 31.12.2020" in text


def test_the_choice_is_kept_told_and_can_be_undone(browse, edition):
    client = browse(Role.STATISTICS)
    text = client.get(reverse(PAGE)).content.decode()
    assert "bleibt, wie sie liefert" in text
    answer = client.post(reverse(PAGE), {"day": "31.12.2020", "weg-0": WAY, "version": "0"}, follow=True)
    assert "Gespeichert" in answer.content.decode()
    expected = Vintage(date(2020, 12, 31), (SourceOn("probe", Manner.BROUGHT, Weighting.AREA),))
    assert territory_of(edition).to_value() == expected == monitoring_of(edition).vintage
    assert Entry.objects.first().new == "31.12.2020, umgerechnet: probe"
    assert "Rückgängig" in answer.content.decode()


def test_a_way_needs_a_day(browse, edition):
    answer = browse(Role.STATISTICS).post(reverse(PAGE), {"day": "", "weg-0": WAY, "version": "0"})
    assert answer.status_code == 422
    assert "Bitte nennen Sie den Gebietsstand" in answer.content.decode()
    assert territory_of(edition).version == 0


def test_a_second_editor_is_shown_both(browse, edition):
    choose_territory(edition=edition, vintage=Vintage(date(2020, 12, 31)), by=Installation())
    answer = browse(Role.STATISTICS).post(reverse(PAGE), {"day": "31.12.2021", "weg-0": "", "version": "0"})
    assert answer.status_code == 409
    assert territory_of(edition).to_value() == Vintage(date(2020, 12, 31))


def test_results_from_before_are_overtaken(edition):
    """Who has changed the territory has to freeze anew."""
    assert not overtaken(edition, latest_run(edition))
    choose_territory(edition=edition, vintage=Vintage(date(2020, 12, 31)), by=Installation())
    assert overtaken(edition, latest_run(edition))


def test_it_travels_with_the_folder(edition, tmp_path: Path):
    """Out and in again: the same territory."""
    vintage = Vintage(date(2020, 12, 31), (SourceOn("probe", Manner.ALREADY),))
    choose_territory(edition=edition, vintage=vintage, by=Installation())
    monitoring = monitoring_of(edition)
    write_folder(monitoring, tmp_path / "ordner")
    text = (tmp_path / "ordner" / "gebietsstand.toml").read_text(encoding="utf-8")
    assert 'weise = "liegt-vor"' in text
    brought = replace(shell.second_monitoring(tmp_path / "zweiter"), vintage=vintage)
    found = take_in(monitoring=brought, phase=Phase.CONCEPT, by=Installation())
    assert monitoring_of(found).vintage == vintage


def test_only_the_offices_choose(browse, edition):
    assert browse(Role.PARTNER).get(reverse(PAGE)).status_code == 403
