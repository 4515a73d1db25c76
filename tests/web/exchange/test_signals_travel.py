"""Signals that somebody has taken up go with the folder, and stay closed where the same data are computed again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mehrklang.assessment import Operator, Target
from mehrklang.package import read_folder, write_folder
from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.selection.actions import set_target, sign_target
from mehrklang_web.selection.queries import chosen_one
from mehrklang_web.signals import actions
from mehrklang_web.signals.evidence import evidence_of
from mehrklang_web.signals.models import Cause, Signal, Stage

STEEP = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2030)


@pytest.fixture
def found(edition, account):
    """A new signal."""
    agreed = set_target(chosen=chosen_one(edition, "anteil-a"), target=STEEP, by=account(Role.COORDINATION))
    for role in (Role.COORDINATION, Role.STATISTICS):
        sign_target(agreed=agreed, by=account(role))
    actions.freeze(edition=edition, by=Installation())
    return Signal.objects.get(edition=edition)


@pytest.fixture
def handled(found, account):
    """A signal that was seen, explained and closed."""
    signal = found
    actions.acknowledge(signal=signal, by=account(Role.COORDINATION))
    actions.explain(signal=signal, cause=Cause.REAL, text="Ein Betrieb hat geschlossen.", by=account(Role.STATISTICS))
    actions.close(signal=signal, decision="Wir schauen im Herbst wieder hin.", by=account(Role.COORDINATION))
    return signal


def travelled(edition, folder):
    """The edition written as a folder, read again and taken in as another one."""
    going = portable(edition)
    write_folder(going, folder)
    for reference in going.data:
        (folder / reference.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / reference.path).write_bytes((going.folder / reference.path).read_bytes())
    reading = read_folder(folder)
    assert reading.monitoring is not None, reading.issues
    coming = replace(reading.monitoring, edition="wieder eingelesen")
    return take_in(monitoring=coming, phase=Phase.INTERPRETATION, by=Installation())


def test_a_closed_signal_comes_back_with_its_whole_history(handled, edition, tmp_path):
    other = travelled(edition, tmp_path / "ordner")
    (going,), (coming,) = portable(edition).handled_signals, portable(other).handled_signals
    assert coming == going
    assert [step.did for step in coming.steps][-3:] == ["Gesehen", "Erklärt", "Abgeschlossen"]
    kept = Signal.objects.get(edition=other)
    assert (kept.stage, kept.area_name, kept.group_name) == (Stage.CLOSED, "Probstadt", "Alle")
    assert kept.person == handled.person
    assert evidence_of(kept) is None  # nothing was computed here yet


def test_the_same_data_do_not_open_it_again(handled, edition, tmp_path):
    other = travelled(edition, tmp_path / "ordner")
    actions.freeze(edition=other, by=Installation())
    (kept,) = Signal.objects.filter(edition=other)
    assert (kept.stage, kept.present) == (Stage.CLOSED, True)
    assert evidence_of(kept) is not None


def test_a_new_signal_stays_behind(found, edition):
    """It arises anew wherever the edition is computed."""
    assert found.stage == Stage.NEW
    assert portable(edition).handled_signals == ()
