"""What one monitor has released is known to the guard of every other."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings

from mehrklang.pipeline import evaluate
from mehrklang.vocabulary import Breakdown
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.actions import enter_phase
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.results.actions import freeze
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import ReleasedCube
from mehrklang_web.results.queries import differing
from tests.factories import small_town

SOURCE = "melderegister-probe"


@pytest.fixture
def registered(db, tmp_path, settings) -> Edition:
    """An edition over the additive register of the small town."""
    settings.DELIVERIES, settings.STORE = tmp_path / "lieferungen", tmp_path / "speicher"
    folder = tmp_path / "ordner"
    folder.mkdir()
    return take_in(monitoring=small_town.monitoring(folder), phase=Phase.INTERPRETATION, by=Installation())


def test_the_protected_table_of_an_own_source_is_kept_with_the_run(registered):
    run = freeze(edition=registered, by=Installation())
    [cube] = ReleasedCube.objects.filter(run=run)
    assert cube.source == SOURCE
    [row] = [line for line in cube.content.splitlines() if "Anger" in line and ";2024;" in line and "nichtd" in line]
    assert row.split(";")[7] == "."
    assert differing(run) == ()


def test_a_published_statistic_is_not_kept_again(edition):
    assert not ReleasedCube.objects.filter(run__edition=edition).exists()


def test_another_edition_is_held_against_what_was_released(registered, tmp_path):
    """The second edition knows the first; once the first is out, it is strict."""
    freeze(edition=registered, by=Installation())
    assert monitoring_of(registered).published == ()
    with act("Phase gewechselt", by=Installation(), to=Subject("Ausgabe", str(registered.pk), "probe")):
        registered.phase = Phase.REPORT
        registered.save()
    [publication] = monitoring_of(registered).published
    assert (publication.source, publication.revised) == (SOURCE, False)
    evaluation = evaluate(monitoring_of(registered), store=Path(django_settings.STORE))
    cube = evaluation.cubes[SOURCE]
    foreign = Breakdown.of({"Nationalität": small_town.FOREIGN})
    hidden = {key.area for key in cube if key.breakdown == foreign and not cube.cell(key).figure.known}
    assert small_town.QUARTERS[0].key in hidden


def test_what_was_out_stays_known_after_stepping_back(registered):
    """Back from reporting, the edition's own figures are still in everybody's hands; corrected ones may differ."""
    first = freeze(edition=registered, by=Installation())
    enter_phase(edition=registered, phase=Phase.REPORT, by=Installation())
    second = freeze(edition=registered, by=Installation())
    assert [one.revised for one in monitoring_of(registered).published] == [True, False]
    enter_phase(edition=registered, phase=Phase.INTERPRETATION, by=Installation())
    freeze(edition=registered, by=Installation())
    known = monitoring_of(registered).published
    assert [one.revised for one in known] == [True, True]
    digests = {cube.sha256 for cube in ReleasedCube.objects.filter(run__in=(first, second))}
    assert {one.path.stem for one in known} == digests


def test_what_was_never_out_is_not_held_against_the_edition_itself(registered):
    freeze(edition=registered, by=Installation())
    enter_phase(edition=registered, phase=Phase.DISCUSSION, by=Installation())
    freeze(edition=registered, by=Installation())
    assert monitoring_of(registered).published == ()
