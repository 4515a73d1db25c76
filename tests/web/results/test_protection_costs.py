"""Before anything goes out the statistics office sees what protection costs; at the cell everybody reads why."""

import re

import pytest
from django.urls import reverse

from mehrklang.pipeline.costing import cost_report
from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results import queries
from mehrklang_web.results.actions import freeze
from mehrklang_web.results.models import Result, Run
from tests.factories import small_town


@pytest.fixture
def registered(db, tmp_path, settings) -> Edition:
    """An edition over the additive register of the small town, computed."""
    settings.DELIVERIES, settings.STORE = tmp_path / "lieferungen", tmp_path / "speicher"
    folder = tmp_path / "ordner"
    folder.mkdir()
    monitoring = small_town.monitoring(folder, codes=("anteil-a", "anteil-b"))
    edition = take_in(monitoring=monitoring, phase=Phase.INTERPRETATION, by=Installation())
    freeze(edition=edition, by=Installation())
    return edition


def test_the_page_tells_cost_and_coarser_choices(registered, browse):
    page = browse(Role.STATISTICS).get(reverse("results:protection_costs")).getvalue().decode()
    assert "wie jetzt gegliedert" in page
    assert "Anteil A" in page
    assert "ohne das Merkmal „Nationalität“" in page or "keine der geprüften" in page.casefold()


def test_the_head_of_the_page_is_sent_before_anything_is_computed(registered, browse, monkeypatch):
    asked = []
    compute = queries.protection_costs
    monkeypatch.setattr(queries, "protection_costs", lambda edition: (asked.append(edition), compute(edition))[1])
    parts = iter(browse(Role.STATISTICS).get(f"/ausgabe/{registered.pk}/ergebnisse/schutzkosten/").streaming_content)
    head = next(parts).decode()
    assert "Die Tabelle wird berechnet" in head
    assert asked == []
    rest = b"".join(parts).decode()
    assert asked == [registered]
    assert f"/ausgabe/{registered.pk}/indikatoren/anteil-a/" in rest


def test_the_numbers_of_the_page_are_those_of_the_frozen_cube(registered, tmp_path):
    from mehrklang_web.results.assembly import monitoring_of  # noqa: PLC0415 — after Django is set up

    report = cost_report(monitoring_of(registered), store=tmp_path / "speicher")
    told = Run.objects.get(edition=registered).frame().protections["melderegister-probe"]
    assert report.now is not None
    assert (report.now.cells, report.now.suppressed) == (told.cell_count, told.suppressed)
    assert {each.code for each in report.indicators} == {"anteil-a", "anteil-b"}


def test_an_edition_of_published_statistics_has_no_costs(edition, browse):
    page = browse(Role.STATISTICS).get(reverse("results:protection_costs")).getvalue().decode()
    assert "keine eigenen Fallzahlen" in page


def test_every_suppressed_cell_is_explained_in_the_same_words(registered, browse):
    """Small ones and those that only cover them must not be told apart; the words are at the cell, for the ear too."""
    client = browse(Role.STATISTICS)
    explained = set()
    for row in Result.objects.filter(run__edition=registered):
        result = row.to_value()
        for value in (value for series in result.series for value in series.values if not value.figure.known):
            asked = {"gebiet": value.area, "gruppe": value.group, "zeitraum": value.period.key}
            page = client.get(reverse("interpretation:origin", args=[row.code]), asked).content.decode()
            explained.add(re.search(r'id="gesperrt".*?</section>', page, re.DOTALL).group())
    assert len(explained) == 1
    assert "wird nicht gesagt" in explained.pop()
    table = client.get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    cell = re.search(
        r'<a class="figure-link figure-link--sign"[^>]*data-why="([^"]+)"[^>]*>\.<span[^>]*>([^<]+)', table
    )
    assert cell
    assert cell[1] in cell[2]
