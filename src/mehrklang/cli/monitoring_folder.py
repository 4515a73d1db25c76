"""A monitoring folder, read and computed in one go; the frozen deliveries lie in a temporary folder."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from mehrklang.package import Monitoring, read_folder
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.vocabulary import Issue


@dataclass(frozen=True, slots=True)
class Computed:
    """What came of a folder; without monitoring and evaluation where the folder has errors."""

    issues: tuple[Issue, ...]
    monitoring: Monitoring | None = None
    evaluation: Evaluation | None = None


def computed(folder: Path, *, secret: Path | None = None) -> Computed:
    """Reads and computes the folder; `secret` is the file with the office's secret for random rounding."""
    reading = read_folder(folder)
    if reading.monitoring is None:
        return Computed(reading.issues)
    with tempfile.TemporaryDirectory(prefix="mehrklang-") as store:
        evaluation = evaluate(reading.monitoring, store=Path(store), secret=_text(secret))
    return Computed((*reading.issues, *evaluation.issues), reading.monitoring, evaluation)


def _text(secret: Path | None) -> str:
    return secret.read_text(encoding="utf-8").strip() if secret and secret.is_file() else ""
