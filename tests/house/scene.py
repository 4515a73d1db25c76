"""The stage for walks through the shell: one of the two worlds, taken in, published once, and with work going on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from mehrklang.package import FurtherTarget, Monitoring, Selection
from mehrklang.package.archive import pack
from mehrklang.planning import CommunicationPlan, Measure, Remark
from mehrklang.planning.communication import Addressee, Circle, Contents, Form, Language, PlannedMessage, Rhythm
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.planning.remark import About
from mehrklang.vocabulary import Interpretation, Period, Signature
from mehrklang_web.audit.actions import Installation
from mehrklang_web.deliveries.actions import accept, try_file
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.deliveries.trying import Told
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.interpretation.actions import interpret
from mehrklang_web.monitors.actions import enter_phase
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Account, Role
from mehrklang_web.results.models import Result
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.signals.actions import freeze
from tests.factories import shell, small_town, two_towns, uploads

_BEGIN = datetime(2026, 5, 4, 8, tzinfo=UTC)
_SELF = Installation()
_SIGNED = tuple(Signature("A. Muster", office, date(2026, 5, 4)) for office in ("Koordination", "Statistik"))


class Clock:
    """The time of the shell, which moves only when it is told to, and its folders."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, settings: LazySettings, folder: Path) -> None:
        settings.VAR, settings.DELIVERIES = folder, folder / "lieferungen"
        settings.STORE, settings.TRIALS = folder / "speicher", folder / "pruefung"
        self.moment = _BEGIN
        clock = self

        class Stopped(datetime):
            """As `datetime`, but for what the time is."""

            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # a plain one is enough
                return clock.moment.astimezone(tz)

        monkeypatch.setattr(timezone, "datetime", Stopped)

    def tick(self) -> None:
        """A second later."""
        self.moment += timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Offered:
    """What people upload: the same bytes in both worlds, as somebody makes them who knows how a delivery looks and
    what is published, and guesses the rest right in one of the two. `register` is not quite the delivered one: whoever
    may accept deliveries is told if a file is in use already, and would then walk on in another state.
    """

    register: bytes
    contradicting: bytes
    folder: bytes

    def file(self, address: str) -> tuple[str, bytes]:
        """For the file inputs of an address."""
        if "austausch/" in address:
            return "ordner.zip", self.folder
        return ("register.csv", self.register) if "lieferungen/" in address else ("probe.csv", b"Eins;Zwei\n1;2\n")


def offered(folder: Path) -> Offered:
    """The uploads, made of the one world."""
    monitoring = _full(folder, two_towns.HERE)
    pack(monitoring, folder / "ordner.zip")
    corrected = two_towns.contradicting(two_towns.HERE)
    return Offered(
        two_towns.register(two_towns.contradicting(corrected).counts).encode(),
        two_towns.register(corrected.counts).encode(),
        (folder / "ordner.zip").read_bytes(),
    )


def _full(folder: Path, world: two_towns.World) -> Monitoring:
    """With something on every list of the shell."""
    monitoring = two_towns.monitoring(folder, world)
    first, *others = monitoring.selection
    assert first.target is not None
    further = FurtherTarget(first.target, area=two_towns.QUARTERS[1].key)
    return replace(
        monitoring,
        selection=(replace(first, further_targets=(further,)), *others),
        candidates=(Selection("auslaenderanteil", "Wird gewogen."),),
        measures=(Measure("m1", "Sprachcafé", ("arbeit",), ("anteil-a",), responsible="Amt"),),
        remarks=(Remark(About.GOAL, "arbeit", "Bitte prüfen.", author="A. Muster", office="Statistik"),),
        expected=(ExpectedDelivery(small_town.source().key, Period.parse("2025"), date(2026, 6, 1)),),
        communication=CommunicationPlan(
            (Addressee("rat", "Rat", Circle.POLITICS, Form.REPORT, Language.STANDARD, "", ""),),
            (
                PlannedMessage(
                    "an-rat", "Bericht im Rat", "rat", Contents(("anteil-a",), (), ""), Form.REPORT,
                    date(2026, 7, 1), None, Rhythm.YEARLY, "Amt", 14, (), "",
                ),
            ),
        ),
    )  # fmt: skip


def set_up(folder: Path, world: two_towns.World, clock: Clock, files: Offered) -> Edition:
    """The installation of a world: a second monitor, the edition, its results published, interpreted, and a delivery
    on trial that contradicts what was published.
    """
    for role in Role:
        open_account(
            username=f"g-{role.value}",
            full_name=f"Person {role.label}",
            role=role,
            password="lange-genug-zum-testen",
            by=_SELF,
            keeps_password=True,
        )
    for name in ("zweiter", "erster"):
        (folder / name).mkdir()
    take_in(monitoring=shell.second_monitoring(folder / "zweiter"), phase=Phase.CONCEPT, by=_SELF)
    clock.tick()
    edition = take_in(monitoring=_full(folder / "erster", world), phase=Phase.INTERPRETATION, by=_SELF)
    _step(clock, lambda: freeze(edition=edition, by=_SELF))
    _step(clock, lambda: _interpret(edition))
    for phase in (Phase.REPORT, Phase.REVIEW):
        _step(clock, lambda phase=phase: enter_phase(edition=edition, phase=phase, by=_SELF))
    _step(clock, lambda: _try(edition, "register-neu.csv", files.contradicting))
    _step(clock, lambda: _try(edition, "bestand.csv", uploads.UNKNOWN.encode()))
    return edition


def _step(clock: Clock, do: Callable[[], object]) -> None:
    do()
    clock.tick()


def _interpret(edition: Edition) -> None:
    for row in Result.objects.filter(run__edition=edition):
        text = Interpretation(row.code, "Ein **Text** zur Probe.", row.data_version, _SIGNED, "Kurz.")
        interpret(edition=edition, value=text, by=_SELF)


def _try(edition: Edition, name: str, content: bytes) -> None:
    told = Told(sources(edition)[small_town.source().key] if "register" in name else None)
    upload = SimpleUploadedFile(name, content)
    try_file(edition=edition, upload=upload, told=told, by=account(Role.STATISTICS))


def contradict(edition: Edition, clock: Clock, files: Offered) -> None:
    """The delivery that contradicts what was published is in use, and the results are computed anew."""
    _try(edition, "register-berichtigt.csv", files.contradicting)
    trial = Trial.objects.filter(edition=edition, source=small_town.source().key).first()
    if trial is not None and trial.usable:
        accept(trial=trial, note="Berichtigt.", replaces=next(iter(in_use(edition)), None), by=account(Role.STATISTICS))
    _step(clock, lambda: freeze(edition=edition, by=_SELF))


def account(role: Role) -> Account:
    """The account of a role."""
    return Account.objects.get(role=role)


def client(role: Role) -> Client:
    """Somebody of that role, logged in."""
    logged_in = Client(raise_request_exception=False)
    logged_in.force_login(account(role), backend="django.contrib.auth.backends.ModelBackend")
    return logged_in
