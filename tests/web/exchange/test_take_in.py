"""A monitoring goes in whole or not at all, and the edition is the monitoring again."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from mehrklang.package import DataReference
from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Edition, Monitor, Phase
from mehrklang_web.results.assembly import monitoring_of
from tests.factories import shell

SAME = [
    "title",
    "organisation",
    "area",
    "edition",
    "areas",
    "boundaries",
    "goals",
    "selection",
    "own_indicators",
    "own_sources",
    "own_breaks",
    "introduction",
    "rule_set",
    "comparison_areas",
]


def test_the_edition_put_together_again_is_the_monitoring_that_was_taken_in(db, tmp_path):
    given = shell.monitoring(tmp_path)
    edition = take_in(monitoring=given, phase=Phase.CONCEPT, by=Installation())
    again = monitoring_of(edition)
    for name in SAME:
        assert getattr(again, name) == getattr(given, name), name
    assert [each.sha256 for each in again.data] == [each.sha256 for each in given.data]
    assert again.folder == Path(django_settings.DELIVERIES)


def test_a_monitoring_of_which_a_file_is_missing_leaves_nothing(db, tmp_path):
    given = shell.monitoring(tmp_path)
    broken = replace(given, data=(*given.data, DataReference(Path("fehlt.csv"), "tidy", "probe")))
    before = Edition.objects.count(), Monitor.objects.count()
    with pytest.raises(FileNotFoundError):
        take_in(monitoring=broken, phase=Phase.CONCEPT, by=Installation())
    assert (Edition.objects.count(), Monitor.objects.count()) == before


def test_the_command_names_the_faults_of_a_folder_and_takes_nothing_in(db, tmp_path, capsys):
    with pytest.raises(CommandError):
        call_command("monitoring_einlesen", tmp_path)
    assert "fehler:" in capsys.readouterr().err
