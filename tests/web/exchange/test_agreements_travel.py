"""Signatures and remarks go out with the folder and come in with it; an old signature says that it is one."""

from dataclasses import replace
from shutil import copy

import pytest

from mehrklang.package import read_folder, write_folder
from mehrklang.planning import Matter, MatterKind, Measure, Remark
from mehrklang.planning.agreement import Stand
from mehrklang.planning.remark import About, RemarkState
from mehrklang_web.agreements import actions, queries
from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.measures.actions import keep_measure
from mehrklang_web.measures.queries import one_measure
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.selection.actions import set_target
from mehrklang_web.selection.queries import chosen_one
from tests.factories.shell import TARGET

CORE, A_TARGET = Matter(MatterKind.CORE_SET), Matter(MatterKind.TARGET, "anteil-a")


@pytest.fixture
def agreed(edition, account):
    """An edition whose core set was signed by both, then changed in its target, with an answered remark."""
    for role in (Role.COORDINATION, Role.STATISTICS):
        for view in queries.matters(edition):
            if role.label in view.open_for:
                actions.sign(edition=edition, version=view.version, by=account(role))
    row = chosen_one(edition, "anteil-a")
    set_target(chosen=row, target=replace(TARGET, year=2031), by=Installation())
    written = Remark(About.TARGET, "anteil-a", "Ein Jahr später?", to="Statistik")
    actions.write_remark(edition=edition, remark=written, by=account(Role.COORDINATION))
    (kept,) = queries.remarks_of(edition)
    actions.reply(kept=kept, text="Ja, das passt.", by=account(Role.STATISTICS))
    return edition


def written(edition, folder):
    """The edition as a folder, with its data files."""
    going = portable(edition)
    write_folder(going, folder)
    for reference in going.data:
        (folder / reference.path).parent.mkdir(parents=True, exist_ok=True)
        copy(going.folder / reference.path, folder / reference.path)


def travelled(edition, folder):
    """The edition written as a folder, read again and taken in as another one."""
    written(edition, folder)
    reading = read_folder(folder)
    assert reading.monitoring is not None
    coming = replace(reading.monitoring, edition="2027")
    return take_in(monitoring=coming, phase=Phase.CONCEPT, by=Installation()), reading


def test_all_voices_and_remarks_come_back_with_names_and_days(agreed, tmp_path):
    other, _ = travelled(agreed, tmp_path / "ordner")
    going, coming = portable(agreed), portable(other)
    assert coming.remarks == going.remarks
    assert coming.remarks[0].state is RemarkState.ANSWERED
    assert coming.remarks[0].replies[0].text == "Ja, das passt."
    assert coming.agreements == going.agreements
    assert "Person Statistik" in {voice.name for voice in coming.agreements.voices}


def test_a_remark_on_a_measure_travels_with_the_measure(edition, account, tmp_path):
    by = account(Role.COORDINATION)
    keep_measure(edition=edition, measure=Measure("beratung", "Beratung"), by=by)
    actions.write_remark(edition=edition, remark=Remark(About.MEASURE, "beratung", "Auch am Nachmittag?"), by=by)
    other, reading = travelled(edition, tmp_path / "ordner")
    assert reading.monitoring.remarks == portable(edition).remarks
    coming = queries.remarks_of(other)[0].to_value()
    assert (coming.about, coming.key, coming.text) == (About.MEASURE, "beratung", "Auch am Nachmittag?")
    assert one_measure(other, "beratung").title == "Beratung"


def test_a_signature_over_a_changed_matter_is_told_as_one_of_an_earlier_version(agreed, tmp_path):
    other, reading = travelled(agreed, tmp_path / "ordner")
    view = queries.matter(other, CORE)
    assert [each.stand for each in view.positions] == [Stand.EARLIER, Stand.EARLIER]
    assert view.since[0].words == "Zielwert von „Anteil A“ geändert: Jahr"
    assert queries.matter(other, Matter(MatterKind.DEFINITION, "anteil-a")).holds
    assert {issue.code for issue in reading.issues} >= {"M-VEREINBARUNG-02"}


def test_a_folder_whose_target_was_changed_by_hand_has_lost_its_signatures(edition, account, tmp_path):
    """Even where the list of offices beside the target was left as it was."""
    for role in (Role.COORDINATION, Role.STATISTICS):
        actions.sign(edition=edition, version=queries.matter(edition, A_TARGET).version, by=account(role))
    written(edition, tmp_path / "ordner")
    file = tmp_path / "ordner" / "indikatoren.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("wert = 30\n", "wert = 45\n", 1), encoding="utf-8")
    reading = read_folder(tmp_path / "ordner")
    assert reading.monitoring is not None
    coming = replace(reading.monitoring, edition="2027")
    other = take_in(monitoring=coming, phase=Phase.CONCEPT, by=Installation())
    assert not chosen_one(other, "anteil-a").agreed_target.holds
    assert [each.stand for each in queries.matter(other, A_TARGET).positions] == [Stand.EARLIER, Stand.EARLIER]


def test_the_name_and_the_day_of_a_signature_under_a_target_are_those_of_the_folder(agreed, tmp_path):
    other, _ = travelled(agreed, tmp_path / "ordner")
    signatures = chosen_one(other, "anteil-b").agreed_target.signatures.all()
    assert "Person Statistik" in [each.name for each in signatures]
