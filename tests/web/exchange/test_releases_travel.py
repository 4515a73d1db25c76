"""What a folder says was published before is known to the guard of every edition after it was taken in."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from mehrklang.package import Monitoring, Publication, read_folder, write_folder
from mehrklang.package.archive import pack, unpack
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.vocabulary import Breakdown, Period
from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.results.actions import freeze
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import EarlierRelease
from mehrklang_web.results.queries import differing
from tests.factories import small_town

SOURCE = "melderegister-probe"
ANGER, BERG = (area.key for area in small_town.QUARTERS[:2])
HEAD = small_town.HEAD


@pytest.fixture(autouse=True)
def folders(db, tmp_path, settings):
    settings.DELIVERIES, settings.STORE = tmp_path / "lieferungen", tmp_path / "speicher"


def told_before(path: Path, year: int, *areas: str) -> str:
    """Totals of some areas, as they stood in a report of years ago."""
    lines = []
    for area in small_town.QUARTERS:
        if area.key in areas:
            place = f"{area.key};{area.name};{area.level.value};{area.parent}"
            lines.append(f"einwohner;{place};{year};Anzahl;{sum(small_town.COUNTS[year][area.name])};\n")
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    return path.name


def town(folder: Path, *areas: str, revised: bool = False) -> Monitoring:
    """A monitoring that asks for the Germans only, whose folder tells what was published before."""
    folder.mkdir()
    value = small_town.monitoring(folder, codes=("deutsche",))
    name = told_before(folder / "veroeffentlicht" / "2022.csv", 2024, *areas) if areas else ""
    before = (Publication("2022", SOURCE, Path("veroeffentlicht") / name, revised=revised),) if areas else ()
    return replace(value, own_indicators=(*value.own_indicators, small_town.germans()), published=before)


def german_shown(evaluation: Evaluation, area: str) -> bool:
    """Whether the number of Germans in an area can be read."""
    cube = evaluation.cubes[SOURCE]
    where = Breakdown.of({"Nationalität": small_town.GERMAN})
    (key,) = (key for key in cube if (key.area, key.breakdown, key.period) == (area, where, Period.parse("2024")))
    return cube.cell(key).figure.known


def computed(edition: Edition) -> Evaluation:
    return evaluate(monitoring_of(edition), store=Path(django_settings.STORE))


def test_a_delivery_that_would_tell_by_difference_is_protected(tmp_path):
    """Years ago all of Anger were told. Today's edition tells the Germans: two others would follow."""
    ignorant = take_in(monitoring=town(tmp_path / "ohne"), phase=Phase.CONCEPT, by=Installation())
    assert german_shown(computed(ignorant), ANGER)
    knowing = take_in(monitoring=town(tmp_path / "mit", ANGER), phase=Phase.CONCEPT, by=Installation())
    assert not german_shown(computed(knowing), ANGER)
    assert german_shown(computed(knowing), BERG)


def test_it_is_known_to_every_other_edition_too_and_to_the_next_one(tmp_path):
    other = take_in(monitoring=town(tmp_path / "erst"), phase=Phase.CONCEPT, by=Installation())
    knowing = take_in(monitoring=town(tmp_path / "dann", ANGER), phase=Phase.CONCEPT, by=Installation())
    following = take_in(
        monitoring=replace(town(tmp_path / "naechste"), edition="2028"), phase=Phase.CONCEPT, by=Installation(),
        monitor=knowing.monitor,
    )  # fmt: skip
    for edition in (other, knowing, following):
        assert not german_shown(computed(edition), ANGER)


def test_it_goes_out_with_the_folder_and_comes_in_again_once(tmp_path):
    edition = take_in(monitoring=town(tmp_path / "mit", ANGER, revised=True), phase=Phase.CONCEPT, by=Installation())
    given = monitoring_of(edition).published
    assert [(each.edition, each.source, each.revised) for each in given] == [("2022", SOURCE, True)]
    pack(portable(edition), tmp_path / "hinaus.zip")
    assert unpack(tmp_path / "hinaus.zip", tmp_path / "herein") == ()
    reading = read_folder(tmp_path / "herein", closed=True)
    again = reading.monitoring
    assert again is not None, reading.issues
    assert [(each.edition, each.source, each.revised) for each in again.published] == [("2022", SOURCE, True)]
    take_in(monitoring=replace(again, edition="2030"), phase=Phase.CONCEPT, by=Installation(), monitor=edition.monitor)
    assert monitoring_of(edition).published == given


def test_the_same_table_from_two_folders_counts_once(tmp_path):
    for name in ("eins", "zwei"):
        edition = take_in(monitoring=town(tmp_path / name, ANGER), phase=Phase.CONCEPT, by=Installation())
    assert EarlierRelease.objects.count() == 2
    assert len(monitoring_of(edition).published) == 1


def test_what_was_frozen_before_can_be_computed_again_as_it_was(tmp_path):
    """A folder that comes later does not change what a run knew."""
    first = take_in(monitoring=town(tmp_path / "erst"), phase=Phase.CONCEPT, by=Installation())
    run = freeze(edition=first, by=Installation())
    take_in(monitoring=town(tmp_path / "dann", ANGER), phase=Phase.CONCEPT, by=Installation())
    assert differing(run) == ()


@pytest.mark.parametrize(
    ("path", "source", "code"),
    [
        ("veroeffentlicht/weg.csv", SOURCE, "M-DATEN-01"),
        ("../anderswo.csv", SOURCE, "M-DATEN-03"),
        ("veroeffentlicht/2022.csv", "unbekannt", "M-QUELLE-01"),
        ("veroeffentlicht/kaputt.csv", SOURCE, "L-"),
    ],
)
def test_what_cannot_be_read_stops_the_taking_in(tmp_path, path, source, code):
    """A gap in what is known would make the guard too lenient."""
    value = town(tmp_path / "probe", ANGER)
    (tmp_path / "anderswo.csv").write_text(HEAD, encoding="utf-8")
    (tmp_path / "probe" / "veroeffentlicht" / "kaputt.csv").write_bytes(b"\x00\x01")
    broken = replace(value, published=(replace(value.published[0], path=Path(path), source=source),))
    write_folder(broken, tmp_path / "probe")
    reading = read_folder(tmp_path / "probe", closed=True)
    assert reading.monitoring is None
    assert [issue.code for issue in reading.issues if issue.code.startswith(code)]
