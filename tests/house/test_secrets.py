"""A secret leaves by no exit: every exit is produced and searched for it and for everything from which it follows.

In quarter Anger of the small town one and two people have no German nationality. So the number of the others there and
the share of either group are secret wherever the total is told. All counts are primes: nothing looks like them by
chance. Here are the exits of the library; those of the shell are in `test_secrets_two_worlds`.
"""

import logging
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from mehrklang.catalogue import load
from mehrklang.cli.main import main
from mehrklang.cubes import CellKey
from mehrklang.package import Monitoring, checksum, data_version, write_folder
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.pipeline.costing import cost_in_words, cost_report
from mehrklang.pipeline.refusals import refusals
from mehrklang.pipeline.signals import signals
from mehrklang.report import Audience, ReportHeading, charts, compose, csv, html, pdf
from mehrklang.vocabulary import Figure, Interpretation, Period, Unit
from mehrklang.vocabulary.german import format_figure
from tests.factories import small_town

MOMENT = datetime(2024, 5, 6, tzinfo=UTC)
CODES = ("anteil-a", "anteil-b")
SOURCE = "melderegister-probe"


@pytest.fixture
def monitoring(tmp_path: Path) -> Monitoring:
    folder = tmp_path / "ordner"
    folder.mkdir()
    return small_town.monitoring(folder, codes=CODES)


@pytest.fixture
def evaluation(monitoring: Monitoring, tmp_path: Path) -> Evaluation:
    return evaluate(monitoring, store=tmp_path / "ablage")


def _true_counts() -> dict[tuple[str, str, int], int]:
    """By area, category ("" for all) and year, as nobody outside may add them up."""
    found: dict[tuple[str, str, int], int] = {}
    for year, by_name in small_town.COUNTS.items():
        for area in small_town.QUARTERS:
            foreign, german = by_name[area.name]
            found |= {
                (area.key, small_town.FOREIGN, year): foreign,
                (area.key, small_town.GERMAN, year): german,
                (area.key, "", year): foreign + german,
            }
    return found


def _key(area: str, category: str, year: int, evaluation: Evaluation) -> CellKey:
    cube = evaluation.cubes[SOURCE]
    return next(
        key
        for key in cube
        if (key.area, key.period, key.breakdown.get("Nationalität") or "") == (area, Period.parse(str(year)), category)
    )


def _suppressed(evaluation: Evaluation) -> dict[tuple[str, str, int], int]:
    cube = evaluation.cubes[SOURCE]
    return {at: n for at, n in _true_counts().items() if not cube.cell(_key(*at, evaluation)).figure.known}


def _forbidden(evaluation: Evaluation) -> set[str]:
    """The suppressed counts, and the shares that would tell them, as people and machines write them."""
    found: set[str] = set()
    counts, hidden = _true_counts(), _suppressed(evaluation)
    for (area, category, year), number in hidden.items():
        if number > 99:
            found |= {str(number), format_figure(Figure.of(number), Unit.COUNT)}
        if category:
            share = Decimal(100) * number / counts[area, "", year]
            found |= {f"{share:.6f}"[:9], f"{share:.6f}"[:9].replace(".", ",")}
    assert len(found) > 8
    return found


def checksums(of: Monitoring) -> set[str]:
    """What would let a reader try out the suppressed counts until it fits: of each file and of all, as printed."""
    files = {checksum(of.folder / each.path) for each in of.data}
    return {each[:12] for each in (*files, data_version(files))}


def _search(text: str, forbidden: set[str], where: str) -> None:
    for secret in forbidden:
        assert not re.search(rf"(?<![\w.,-]){re.escape(secret)}(?![\d])", text), f"{where}: {secret}"


def _written(monitoring: Monitoring, evaluation: Evaluation) -> Monitoring:
    """With interpretations, so that everything goes out."""
    texts = {
        code: Interpretation(code, "Ein Text.", evaluation.results[code].data_version, ())
        for code in evaluation.results
    }
    return replace(monitoring, interpretations=texts)


def test_at_least_one_cell_is_suppressed_for_each_small_one(evaluation: Evaluation) -> None:
    hidden = _suppressed(evaluation)
    for year in small_town.COUNTS:
        assert (small_town.QUARTERS[0].key, small_town.FOREIGN, year) in hidden
        assert sum(at[2] == year for at in hidden) > 1


def test_no_report_table_chart_or_file_tells_a_secret(
    monitoring: Monitoring, evaluation: Evaluation, tmp_path: Path
) -> None:
    """Tables, charts with their geometry, alternative texts, CSV, Markdown, HTML, PDF text and metadata."""
    forbidden, found = _forbidden(evaluation), find(_written(monitoring, evaluation), evaluation)
    assert len(found.findings) == len(CODES)
    for audience in Audience:
        report = compose(found.findings, audience=audience, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))
        _search(html.render(report), forbidden, f"HTML {audience}")
        content = pdf.render(report, created=MOMENT)
        (tmp_path / "a.pdf").write_bytes(content)
        with pikepdf.open(tmp_path / "a.pdf") as opened:
            _search(f"{opened.docinfo!r} {opened.open_metadata()}", forbidden, "PDF metadata")
        if shutil.which("pdftotext"):
            tool = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
            told = subprocess.run(tool, capture_output=True, text=True, check=True)  # noqa: S603 — a fixed tool on a file of the test
            _search(told.stdout, forbidden, f"PDF {audience}")
    _search(csv.render(found.findings), forbidden, "CSV")
    for finding in found.findings:
        for picture in charts.pictures(finding, ()):
            _search(picture.wide + picture.narrow + picture.alternative, forbidden, "chart")


def test_signals_refusals_issues_and_words_tell_no_secret(evaluation: Evaluation) -> None:
    forbidden = _forbidden(evaluation)
    _search(repr(evaluation), forbidden, "everything computed")
    _search(repr(signals(evaluation)), forbidden, "signals")
    _search(repr(refusals(evaluation, load())), forbidden, "refusals")


def test_the_cost_of_protection_tells_no_secret(monitoring: Monitoring, evaluation: Evaluation, tmp_path: Path) -> None:
    """Not even the page of the statistics office holds a suppressed count; coarser tables are counted, never shown."""
    report = cost_report(monitoring, store=tmp_path / "ablage")
    assert report.now is not None
    assert report.now.suppressed == len(_suppressed(evaluation))
    told = [f"{each.told} {cost_in_words(each)}" for each in (report.now, *report.alternatives)]
    _search(" ".join([*told, *report.impossible, repr(report.indicators)]), _forbidden(evaluation), "costs")


def test_a_suppressed_area_is_neither_sorted_nor_coloured_nor_assessed(
    monitoring: Monitoring, evaluation: Evaluation
) -> None:
    """What the value is cannot be seen from where it stands: everything is the same if the secret were another one."""
    now = small_town.COUNTS[2024]
    hidden = {
        area for area, category, year in _suppressed(evaluation) if (category, year) == (small_town.FOREIGN, 2024)
    }
    partner = next(area.name for area in small_town.QUARTERS[1:] if area.key in hidden)
    foreign, german = now[partner]
    other = {2024: {**now, "Anger": (1, 4020), partner: (foreign + 1, german - 1)}}
    found = find(_written(monitoring, evaluation), evaluation)
    folder = monitoring.folder.parent / "anders"
    folder.mkdir()
    changed = _other_town(folder, other)
    again = evaluate(changed, store=folder / "ablage")
    seen, seen_then = (
        [
            re.sub(r"[0-9a-f]{16,}", "", picture.wide + picture.alternative)
            for one in result
            for picture in charts.pictures(one, ())
        ]
        for result in (found.findings, find(_written(changed, again), again).findings)
    )
    assert _suppressed(evaluation).keys() == {
        at for at in _true_counts() if not again.cubes[SOURCE].cell(_key(*at, again)).figure.known
    }
    assert seen == seen_then


def _other_town(folder: Path, counts: dict[int, dict[str, tuple[int, int]]]) -> Monitoring:
    kept = dict(small_town.COUNTS)
    try:
        small_town.COUNTS.update(counts)
        return small_town.monitoring(folder, codes=CODES)
    finally:
        small_town.COUNTS.update(kept)


@pytest.mark.parametrize(
    "command",
    [
        ["compute", "--json"],
        ["compute"],
        ["check", "--json"],
        ["report", "--audience", "verwaltung", "--out", "bericht.html"],
    ],
)
def test_no_command_tells_a_secret(  # noqa: PLR0917 — pytest's fixtures come by name; six fixtures and the command
    monitoring: Monitoring, evaluation: Evaluation, command: list[str], capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    write_folder(_written(monitoring, evaluation), monitoring.folder)
    monkeypatch.chdir(tmp_path)
    arguments = [command[0], str(monitoring.folder), *command[1:]]
    try:
        main(arguments)
    except SystemExit as end:
        if end.code == 2:
            pytest.fail(f"no such command: {command}")
    out, err = capsys.readouterr()
    forbidden = _forbidden(evaluation)
    _search(out, forbidden, "stdout")
    _search(err + caplog.text, forbidden, "stderr")
