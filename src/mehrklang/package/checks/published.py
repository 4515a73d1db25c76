"""What went out before must be readable where it comes from elsewhere: without it the guard would know too little."""

from collections.abc import Iterator
from pathlib import Path

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring, Publication
from mehrklang.package.parts.published import FILE
from mehrklang.sources import read
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known, *, closed: bool) -> Iterator[Issue]:
    """M-QUELLE-01 unknown source; for folders that come from elsewhere (`closed`) also M-DATEN-03 place not allowed,
    -01 missing, and what is at fault in the file itself.
    """
    for index, each in enumerate(monitoring.published):
        if each.source and each.source not in known.sources:
            message = f"Die Quelle „{each.source}“ einer früheren Veröffentlichung gibt es weder im Katalog noch hier."
            remedy = suggestion(each.source, known.sources)
            path = ("veroeffentlichung", index, "quelle")
            yield known.issue("M-QUELLE-01", message, remedy, file=FILE, path=path)
        if closed:
            yield from _file(index, monitoring.folder, each, known)


def _file(index: int, folder: Path, each: Publication, known: Known) -> Iterator[Issue]:
    path, name = ("veroeffentlichung", index, "pfad"), each.path.as_posix()
    inside = (folder / each.path).resolve().is_relative_to(folder.resolve())
    if each.path.is_absolute() or not inside:
        message = f"Die frühere Veröffentlichung „{name}“ darf nicht an dieser Stelle liegen."
        remedy = "Legen Sie die Datei in den Ordner des Monitorings und nennen Sie den Pfad von dort aus."
        yield known.issue("M-DATEN-03", message, remedy, file=FILE, path=path)
    elif not (folder / each.path).is_file():
        message = (
            f"Die frühere Veröffentlichung „{name}“ fehlt; ohne sie weiß die Geheimhaltung nicht, was bekannt ist."
        )
        yield known.issue("M-DATEN-01", message, "Legen Sie die Datei in den Ordner.", file=FILE, path=path)
    else:
        issues = read(folder / each.path, kind="tidy").issues
        yield from (issue for issue in issues if issue.severity is Severity.ERROR)
