"""The data files are there, are the ones that were interpreted, and lie where they may."""

from collections.abc import Iterator
from pathlib import Path

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.checksum import checksum
from mehrklang.package.monitoring import DataReference, Monitoring
from mehrklang.package.parts.data import FILE
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known, *, closed: bool) -> Iterator[Issue]:
    """M-DATEN-01 missing, -02 changed, -03 place not allowed, -04 no checksum, -05 outside, -06 unknown kind, -07 no
    way to a valid successor; M-QUELLE-01 unknown source. `closed`: data may lie inside the folder only."""
    for index, reference in enumerate(monitoring.data):
        if reference.path == Path():
            continue
        if reference.retired is not None and not _ends(reference, monitoring):
            message = f"Die Datei „{reference.path.as_posix()}“ ist durch eine ersetzt, die hier nicht eingetragen ist."
            remedy = "Tragen Sie die berichtigte Datei ein und nennen Sie ihren Pfad; im Kreis ersetzen geht nicht."
            yield known.issue("M-DATEN-07", message, remedy, file=FILE, path=("datei", index, "ersetzt_durch"))
        yield from _place(index, monitoring.folder, reference, known, closed=closed)
        if reference.kind and not reference.profile and reference.kind not in known.kinds:
            message = f"Die Leseart „{reference.kind}“ gibt es nicht."
            remedy = suggestion(reference.kind, known.kinds)
            yield known.issue("M-DATEN-06", message, remedy, file=FILE, path=("datei", index, "art"))
        if reference.source and reference.source not in known.sources:
            message = f"Die Quelle „{reference.source}“ gibt es weder im Katalog noch unter den eigenen."
            remedy = suggestion(reference.source, known.sources)
            yield known.issue("M-QUELLE-01", message, remedy, file=FILE, path=("datei", index, "quelle"))


def _ends(reference: DataReference, monitoring: Monitoring) -> bool:
    """Whether the successors of a file lead to one that is in use or withdrawn."""
    files = {each.path.as_posix(): each for each in monitoring.data}
    seen: set[str] = set()
    now: DataReference | None = reference
    while now is not None and now.retired is not None and now.retired.successor:
        if now.path.as_posix() in seen:
            return False
        seen.add(now.path.as_posix())
        now = files.get(now.retired.successor)
    return now is not None


def _place(index: int, folder: Path, reference: DataReference, known: Known, *, closed: bool) -> Iterator[Issue]:
    path = ("datei", index, "pfad")
    name = reference.path.as_posix()
    outside = not (folder / reference.path).resolve().is_relative_to(folder.resolve())
    if reference.path.is_absolute() or (outside and closed):
        message = f"Die Datendatei „{name}“ darf nicht an dieser Stelle liegen."
        remedy = "Legen Sie die Datei in den Ordner des Monitorings und nennen Sie den Pfad von dort aus."
        yield known.issue("M-DATEN-03", message, remedy, file=FILE, path=path)
        return
    if outside:
        message = f"Die Datendatei „{name}“ liegt außerhalb des Ordners."
        remedy = "Geben Sie sie beim Weitergeben des Monitorings mit, oder legen Sie sie in den Ordner."
        yield known.issue("M-DATEN-05", message, remedy, file=FILE, path=path, severity=Severity.NOTE)
    if not (folder / reference.path).is_file():
        message = f"Die Datendatei „{name}“ fehlt."
        yield known.issue(
            "M-DATEN-01", message, "Prüfen Sie den Pfad oder legen Sie die Datei dorthin.", file=FILE, path=path
        )
        return
    yield from _content(index, folder, reference, known)


def _content(index: int, folder: Path, reference: DataReference, known: Known) -> Iterator[Issue]:
    found = checksum(folder / reference.path)
    name = reference.path.as_posix()
    if not reference.sha256:
        message = f"Zur Datendatei „{name}“ ist keine Prüfsumme vermerkt; eine Änderung bliebe unbemerkt."
        remedy = f"Tragen Sie unter „sha256“ ein: {found}"
        yield known.issue("M-DATEN-04", message, remedy, file=FILE, path=("datei", index), severity=Severity.NOTE)
    elif reference.sha256.lower() != found:
        message = f"Die Datendatei „{name}“ ist nicht mehr die, die interpretiert wurde: Ihre Prüfsumme weicht ab."
        remedy = f"Prüfen Sie die Interpretationen an den neuen Zahlen und tragen Sie dann unter „sha256“ ein: {found}"
        path = ("datei", index, "sha256")
        yield known.issue("M-DATEN-02", message, remedy, file=FILE, path=path, severity=Severity.WARNING)
