"""What the pipeline computes is kept as it is, and can be recomputed to the last digit."""

from decimal import Decimal
from pathlib import Path

from django.conf import settings as django_settings
from django.urls import reverse

from mehrklang.assessment import TargetState
from mehrklang.pipeline import evaluate
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import freeze
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import differing, latest_run, overtaken, rows_of
from tests.factories import shell


def test_a_frozen_value_is_the_computed_one(edition):
    computed = evaluate(monitoring_of(edition), store=Path(django_settings.STORE))
    frozen = {row.code: row.to_value() for row in Result.objects.filter(run=latest_run(edition))}
    assert frozen == dict(computed.results)
    assert latest_run(edition).frame().around(frozen) == computed


def test_value_numerator_and_denominator_are_those_on_paper(edition):
    latest = Result.objects.get(code="anteil-a").to_value().of(area=shell.TOWN.key, group="alle").latest
    assert (latest.figure.number, latest.numerator.number, latest.denominator.number) == (
        Decimal(25),
        Decimal(600),
        Decimal(2400),
    )
    assert {(cell.file, cell.raw) for cell in latest.lineage.cells} == {("probe.csv", "600"), ("probe.csv", "2400")}


def test_every_key_of_a_lineage_leads_back_to_a_delivered_file(edition):
    """File, checksum and source are kept with the frozen value."""
    result = Result.objects.get(code="anteil-a").to_value()
    keys = {key for series in result.series for value in series.values for key in value.lineage.deliveries}
    (delivery,) = in_use(edition)
    assert {file.key for file in result.deliveries} == keys
    assert [(file.path, file.sha256, file.source) for file in result.deliveries] == [
        (delivery.relative_path, delivery.sha256, "probe")
    ]


def test_a_list_repeats_what_the_value_says(edition):
    row = next(row for row in rows_of(latest_run(edition)) if row.code == "anteil-a")
    assert (row.latest, row.period, row.trend) == (
        "25,0\u00a0%",
        "2024",
        row.to_value().assessments["alle"].trend.movement.label,
    )
    assert row.state == row.to_value().assessments["alle"].state.value


def test_a_target_that_lacks_a_signature_is_not_assessed(edition):
    states = {row.code: row.state for row in rows_of(latest_run(edition))}
    assert states["anteil-b"] == TargetState.NOT_ASSESSABLE.value != states["anteil-a"]


def test_recomputing_finds_nothing_as_long_as_nothing_changed(edition, browse):
    assert differing(latest_run(edition)) == ()
    page = browse(Role.STATISTICS).post(reverse("results:recompute"), follow=True)
    assert "stimmen bis zur letzten Stelle überein" in page.content.decode()


def test_recomputing_names_a_value_that_was_tampered_with(edition):
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        row = Result.objects.get(code="anteil-a")
        row.content = row.content.replace('"600"', '"601"')
        row.save()
    assert differing(latest_run(edition)) == ("anteil-a",)


def test_freezing_anew_keeps_the_earlier_run(edition, browse):
    before = latest_run(edition)
    browse(Role.STATISTICS).post(reverse("signals:freeze"))
    assert latest_run(edition).pk > before.pk
    assert Result.objects.filter(run=before).count() == Result.objects.filter(run=latest_run(edition)).count() == 2


def test_a_run_is_overtaken_by_a_later_delivery_only(edition):
    assert not overtaken(edition, latest_run(edition))
    assert overtaken(edition, None)
    freeze(edition=edition, by=Installation())
    assert not overtaken(edition, latest_run(edition))
