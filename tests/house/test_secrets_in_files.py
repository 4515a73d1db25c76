"""No secret in what a file says beside its text, in checksums, or in anything that is computed after the guard.

The town of `test_secrets`: in quarter Anger one and two people have no German nationality.
"""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from mehrklang.package import Monitoring, data_version
from mehrklang.package.archive import pack
from mehrklang.package.carrying import handed_over
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.report import Audience, ReportHeading, charts, compose, csv, docx, html, pdf
from tests.factories import small_town
from tests.house.test_secrets import (
    CODES,
    MOMENT,
    _forbidden,
    _search,
    _suppressed,
    _written,
    checksums,
    evaluation,
    monitoring,
)
from tests.house.told import told

__all__ = ["evaluation", "monitoring"]  # fixtures of the neighbour


_NAME = re.compile(r"delivery='[0-9a-f]{32}'")
"""By what a cell finds its delivery in the store: the one thing that may differ, and no exit says it."""


def test_no_file_of_a_report_tells_a_secret(monitoring: Monitoring, evaluation: Evaluation, tmp_path: Path) -> None:
    """Word with its parts and properties, PDF with every string of every object, web page, table."""
    found = find(_written(monitoring, evaluation), evaluation).findings
    forbidden = _forbidden(evaluation) | checksums(monitoring)
    report = compose(found, audience=Audience.VERWALTUNG, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))
    files = {
        "Word": docx.render(report, created=MOMENT),
        "PDF": pdf.render(report, created=MOMENT),
        "HTML": html.render(report).encode(),
        "CSV": csv.render(found).encode(),
    }
    for name, content in files.items():
        text = told(content, tmp_path)
        assert "Altstadt" in text or "Berg" in text, f"{name} was not read"
        _search(text, forbidden, name)


def test_what_a_neighbour_gets_tells_no_secret(monitoring: Monitoring, evaluation: Evaluation, tmp_path: Path) -> None:
    pack(handed_over(_written(monitoring, evaluation)), tmp_path / "weitergabe.zip")
    text = told((tmp_path / "weitergabe.zip").read_bytes(), tmp_path)
    _search(text, _forbidden(evaluation) | checksums(monitoring), "handed over")
    assert small_town.SECRETS[0] not in text


def test_everything_after_the_guard_is_the_same_if_the_secret_is_another_one(
    monitoring: Monitoring, evaluation: Evaluation, tmp_path: Path
) -> None:
    """Values, gaps, changes, trends, states, ranks, colours, texts and the Datenstand are computed from what is shown
    alone: in another town that differs in the suppressed counts only, nothing differs but the file itself.
    """
    folder = tmp_path / "anders"
    folder.mkdir()
    other = _other(folder, evaluation)
    again = evaluate(other, store=folder / "ablage")
    here = evaluate(monitoring, store=tmp_path / "ablage")
    assert _suppressed(again).keys() == _suppressed(here).keys()
    assert checksums(other).isdisjoint(checksums(monitoring))
    for code in CODES:
        mine, theirs = (replace(one.results[code], deliveries=()) for one in (here, again))
        assert _NAME.sub("", repr(mine)) == _NAME.sub("", repr(theirs))
        assert mine.data_version == theirs.data_version
    pages = [_report(of, result) for of, result in ((monitoring, here), (other, again))]
    assert pages[0] == pages[1]


def _other(folder: Path, evaluation: Evaluation) -> Monitoring:
    """The same town with one person moved among the suppressed counts of 2024."""
    hidden = _suppressed(evaluation)
    now = small_town.COUNTS[2024]
    partner = next(area.name for area in small_town.QUARTERS[1:] if (area.key, small_town.FOREIGN, 2024) in hidden)
    (few, many), (foreign, german) = now["Anger"], now[partner]
    changed = {**now, "Anger": (few - 1, many + 1), partner: (foreign + 1, german - 1)}
    kept = dict(small_town.COUNTS)
    try:
        small_town.COUNTS[2024] = changed
        return small_town.monitoring(folder, codes=CODES)
    finally:
        small_town.COUNTS.update(kept)


def _report(of: Monitoring, result: Evaluation) -> str:
    """Report and every picture of every finding."""
    found = find(_written(of, result), result).findings
    heading = ReportHeading("Probe", "Stadt", "2024", "Mai")
    report = html.render(compose(found, audience=Audience.VERWALTUNG, heading=heading))
    return report + "".join(p.wide + p.narrow + p.alternative for one in found for p in charts.pictures(one, ()))


def test_the_datenstand_does_not_confirm_a_guess(monitoring: Monitoring, evaluation: Evaluation) -> None:
    """Whoever knows the form of the file could try one and two people and compare; neither try gives the Datenstand."""
    content = (monitoring.folder / monitoring.data[0].path).read_bytes()
    printed = {result.data_version for result in evaluation.results.values()}
    assert data_version([hashlib.sha256(content).hexdigest()]) not in printed
