"""A large file takes another way through the house and gives the same values; what is not regular takes the old way."""

from dataclasses import replace
from pathlib import Path

import pytest

from mehrklang.package import Monitoring, checksum
from mehrklang.pipeline import Evaluation, evaluate, large
from tests.factories import shell


@pytest.fixture
def monitoring(tmp_path: Path) -> Monitoring:
    """A monitoring over one file in table form."""
    return shell.monitoring(tmp_path / "monitoring")


def told(evaluation: Evaluation) -> list[object]:
    """Values, assessments and issues, without the keys of the deliveries: those tell how a file was read."""
    series = [
        (code, one.area, one.group, [(value.period, value.figure, value.formula) for value in one.values])
        for code, result in evaluation.results.items()
        for one in result.series
    ]
    cells = [
        [(cell.file, cell.line, cell.column, cell.raw) for cell in value.lineage.cells]
        for result in evaluation.results.values()
        for one in result.series
        for value in one.values
    ]
    return [*series, *cells, *evaluation.issues, evaluation.area, evaluation.parts]


def test_by_columns_come_the_same_values_cells_and_issues(
    monitoring: Monitoring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = evaluate(monitoring, store=tmp_path / "a")
    taken: list[str] = []
    frozen = large.freeze_large
    monkeypatch.setattr(large, "LARGE", 0)
    monkeypatch.setattr(
        "mehrklang.pipeline.deliveries.freeze_large", lambda *what: taken.append(what[1]) or frozen(*what)
    )
    assert told(evaluate(monitoring, store=tmp_path / "b")) == told(ordinary)
    assert taken == [shell.SOURCE.key], "the file went by columns"
    assert any(result.series for result in ordinary.results.values())


@pytest.mark.parametrize("added", ["\n\nmit-arbeit;99000001", "\n\u00e4;\n"])
def test_a_large_file_that_is_not_regular_is_told_as_ever(
    monitoring: Monitoring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, added: str
) -> None:
    """A short row, or a lonely cell, stops the engine's reader; the ordinary one names it."""
    (reference,) = monitoring.data
    path = monitoring.folder / reference.path
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    changed = replace(monitoring, data=(replace(reference, sha256=checksum(path)),))
    ordinary = evaluate(changed, store=tmp_path / "a")
    monkeypatch.setattr(large, "LARGE", 0)
    assert evaluate(changed, store=tmp_path / "b").issues == ordinary.issues
    assert {"L-TABELLE-02", "L-TABELLE-04"} & {issue.code for issue in ordinary.issues}
