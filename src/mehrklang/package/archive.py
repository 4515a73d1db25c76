"""A monitoring's folder as one zip archive, and an archive from elsewhere unpacked with care."""

import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mehrklang.package.monitoring import DataReference, Monitoring, Publication
from mehrklang.package.writing import write_folder
from mehrklang.sources.archive import DAMAGED
from mehrklang.vocabulary import Issue, Severity

MOST = 128 * 1024**2
"""Bytes that an archive may unpack to."""

_MOST_FILES = 5_000
_CHUNK = 1024**2
_DATA, _PUBLISHED = PurePosixPath("daten"), PurePosixPath("veroeffentlicht")


def pack(monitoring: Monitoring, target: Path) -> None:
    """Writes the folder with all its data files as an archive.

    Promise: what `unpack` lays down reads as the same monitoring, but that the data files lie in the folder daten.
    FileNotFoundError if a data file is missing.
    """
    inside = placed(monitoring)
    with tempfile.TemporaryDirectory() as name, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        write_folder(inside.monitoring, Path(name))
        for path in sorted(Path(name).rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(name).as_posix())
        for place, path in sorted(inside.files.items()):
            archive.write(path, place)


@dataclass(frozen=True, slots=True)
class Placed:
    """A monitoring with its files under the names that they have in an archive, and where they lie now."""

    monitoring: Monitoring
    files: Mapping[str, Path]


def placed(monitoring: Monitoring) -> Placed:
    """Data files go into the folder daten, earlier publications into veroeffentlicht; equal names are told apart."""
    files: dict[str, Path] = {}

    def place(folder: PurePosixPath, path: Path) -> Path:
        name = next(each for each in _names(folder, path.name) if files.get(each, path) == path)
        files[name] = path
        return Path(name)

    def data(each: DataReference) -> DataReference:
        return replace(each, path=place(_DATA, monitoring.folder / each.path))

    def published(each: Publication) -> Publication:
        return replace(each, path=place(_PUBLISHED, monitoring.folder / each.path))

    named = replace(
        monitoring,
        data=tuple(data(each) for each in monitoring.data),
        published=tuple(published(each) for each in monitoring.published),
    )
    return Placed(named, files)


def _names(folder: PurePosixPath, name: str) -> Iterator[str]:
    yield str(folder / name)
    for at in range(2, _MOST_FILES):
        yield str(folder / str(at) / name)


def unpack(path: Path, target: Path) -> tuple[Issue, ...]:
    """Lays the archive's files down in an empty folder; () if all is well, else issues, and nothing of it may be used.

    Refused are archives that unpack to more than 128 MiB or 5,000 files, names that lead out of the folder, links and
    encrypted files. Sizes are proved by unpacking, never believed. One folder around everything is taken off.
    """
    try:
        with ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            issues = tuple(_refused(members, path.name))
            return issues or _lay_down(archive, members, target, path.name)
    except DAMAGED as error:
        message = f"„{path.name}“ ist kein lesbares ZIP-Archiv ({type(error).__name__})."
        return (_issue("M-ARCHIV-01", message, "Packen Sie den Ordner noch einmal als ZIP.", path.name),)


def _refused(members: list[ZipInfo], file: str) -> Iterator[Issue]:
    if sum(member.file_size for member in members) > MOST or len(members) > _MOST_FILES:
        yield _too_large(file)
    for member in members:
        if _leads_out(member):
            message = f"Der Name „{member.filename[:120]}“ im Archiv führt aus dem Ordner hinaus."
            yield _issue("M-ARCHIV-03", message, "Packen Sie nur den Ordner des Monitorings.", file)
        elif member.flag_bits & 1:
            message = f"Die Datei „{member.filename[:120]}“ im Archiv ist verschlüsselt."
            yield _issue("M-ARCHIV-04", message, "Packen Sie den Ordner ohne Passwort.", file)
    names = [member.filename.casefold() for member in members]
    if len(set(names)) < len(names):
        message = "Das Archiv enthält zwei Dateien desselben Namens."
        yield _issue("M-ARCHIV-03", message, "Packen Sie den Ordner noch einmal.", file)


def _leads_out(member: ZipInfo) -> bool:
    name = member.filename
    parts = PurePosixPath(name).parts
    linked = stat.S_ISLNK(member.external_attr >> 16)
    return linked or name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts or not parts


def _lay_down(archive: ZipFile, members: list[ZipInfo], target: Path, file: str) -> tuple[Issue, ...]:
    around = _folder_around(members)
    left = MOST
    for member in members:
        inside = target / PurePosixPath(member.filename).relative_to(around)
        inside.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as stream, inside.open("xb") as out:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    return (_too_large(file),)
                out.write(chunk)
    return ()


def _folder_around(members: list[ZipInfo]) -> PurePosixPath:
    """The one folder in which monitoring.toml lies, where everything lies in it; "." otherwise."""
    paths = [PurePosixPath(member.filename) for member in members]
    first = {path.parts[0] for path in paths}
    alone = len(first) == 1 and all(len(path.parts) > 1 for path in paths)
    return PurePosixPath(first.pop()) if alone else PurePosixPath()


def _too_large(file: str) -> Issue:
    message = f"Das Archiv ist ausgepackt größer als {MOST // 1024**2} MB oder hat mehr als {_MOST_FILES} Dateien."
    return _issue("M-ARCHIV-02", message, "Packen Sie nur den Ordner des Monitorings, ohne weitere Dateien.", file)


def _issue(code: str, message: str, remedy: str, file: str) -> Issue:
    return Issue(code, Severity.ERROR, message, remedy, file)
