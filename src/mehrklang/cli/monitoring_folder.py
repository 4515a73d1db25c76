"""A monitoring folder, read and computed in one go; the frozen deliveries lie in a temporary folder."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from mehrklang.assessment.breaks import BreakProposal
from mehrklang.package import Monitoring, read_folder
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.break_proposals import break_proposals
from mehrklang.vocabulary import Issue


@dataclass(frozen=True, slots=True)
class Computed:
    """What came of a folder, with the breaks that are proposed and not applied; without monitoring and evaluation where
    the folder has errors."""

    issues: tuple[Issue, ...]
    monitoring: Monitoring | None = None
    evaluation: Evaluation | None = None
    proposals: tuple[BreakProposal, ...] = ()


def computed(folder: Path, *, secret: Path | None = None, proposing: bool = False) -> Computed:
    """Reads and computes the folder; `secret` is the file with the office's secret for random rounding, `proposing`
    asks for breaks that nobody has documented."""
    reading = read_folder(folder)
    if reading.monitoring is None:
        return Computed(reading.issues)
    with tempfile.TemporaryDirectory(prefix="mehrklang-") as store:
        evaluation = evaluate(reading.monitoring, store=Path(store), secret=_text(secret))
        proposals = break_proposals(evaluation, store=Path(store)) if proposing else ()
    return Computed((*reading.issues, *evaluation.issues), reading.monitoring, evaluation, proposals)


def _text(secret: Path | None) -> str:
    return secret.read_text(encoding="utf-8").strip() if secret and secret.is_file() else ""
