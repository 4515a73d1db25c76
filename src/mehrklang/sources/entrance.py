"""The entrance of the room: which form a file has, by its content, and its reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mehrklang.sources import koeln, opensdg, tidy
from mehrklang.sources.decoding import decode
from mehrklang.sources.faults import Faults
from mehrklang.sources.form import Form
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Sheet, known, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.sources.workbook import SIGNATURES, read_workbook
from mehrklang.vocabulary import Material

_FORMS: Mapping[str, Form] = MappingProxyType({form.key: form for form in (tidy.FORM, opensdg.FORM, koeln.FORM)})
_HEADS = frozenset(head for form in _FORMS.values() for head in form.heads)

KINDS: Mapping[str, str] = MappingProxyType({key: form.title for key, form in _FORMS.items()})
"""The kinds of delivery that can be read: key → German title."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A form, the sheet that fits it best, the row of its heads, and which heads are not there."""

    form: Form
    sheet: Sheet
    head_at: int
    missing: tuple[str, ...]


def recognise(path: Path) -> str:
    """The kind of a file, by its content and never by its name; "" if it has none of the known forms."""
    matches = _matches(_load(path, Faults(path.name)), tuple(_FORMS.values()))
    return matches[0].form.key if matches and not matches[0].missing else ""


def read(path: Path, *, kind: str = "", material: Material = Material.PUBLISHED) -> Reading:
    """The observations, issues and areas of one delivered file.

    `kind` is a key of `KINDS` ("": recognise it). Whatever is wrong with the file becomes an issue: nothing is raised.
    """
    faults = Faults(path.name)
    if kind and kind not in _FORMS:
        faults.add("L-DATEI-05", art=kind, bekannt=", ".join(KINDS))
        return Reading(kind, issues=faults.issues())
    forms = (_FORMS[kind],) if kind else tuple(_FORMS.values())
    sheets = _load(path, faults)
    matches = _matches(sheets, forms)
    if not matches:
        _tell_empty(faults)
        return Reading(kind, issues=faults.issues())
    best = matches[0]
    if best.missing:
        _tell_missing(best, asked=bool(kind), faults=faults)
        return Reading(kind, issues=faults.issues())
    return _read_table(best, sheets, material, faults)


def _read_table(match: _Match, sheets: tuple[Sheet, ...], material: Material, faults: Faults) -> Reading:
    faults.sheet = match.sheet.name
    others = [sheet.name for sheet in sheets if sheet is not match.sheet]
    if others:
        faults.add("L-TABELLE-03", blatt=match.sheet.name, andere=", ".join(others))
    return match.form.read(make_table(match.sheet, match.head_at, faults), material, faults)


def _load(path: Path, faults: Faults) -> tuple[Sheet, ...]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        faults.add("L-DATEI-01", grund="Es gibt sie nicht")
    except OSError as error:
        faults.add("L-DATEI-01", grund=type(error).__name__)
    else:
        return _sheets(data, faults)
    return ()


def _sheets(data: bytes, faults: Faults) -> tuple[Sheet, ...]:
    if data.startswith(SIGNATURES):
        return read_workbook(data, faults)
    decoded = decode(data)
    if decoded is None:
        faults.add("L-DATEI-03", grund="Die Datei enthält Bytes, die kein Text sind")
        return ()
    if decoded.encoding == "cp1252":
        faults.add("L-DATEI-06")
    sheet = read_text(decoded.text, _HEADS, faults)
    return (sheet,) if sheet.rows else ()


def _tell_empty(faults: Faults) -> None:
    if not faults:
        faults.add("L-DATEI-02")


def _matches(sheets: tuple[Sheet, ...], forms: tuple[Form, ...]) -> list[_Match]:
    """All pairs of form and sheet, the one with the fewest missing heads first; of equals the first sheet."""
    return sorted((_match(form, sheet) for sheet in sheets for form in forms), key=_share_missing)


def _share_missing(match: _Match) -> float:
    return len(match.missing) / len(match.form.heads)


def _match(form: Form, sheet: Sheet) -> _Match:
    head_at = sheet.best_head(form.heads)
    found = known(sheet.rows[head_at], form.heads)
    return _Match(form, sheet, head_at, tuple(head for head in form.heads if head not in found))


def _tell_missing(match: _Match, *, asked: bool, faults: Faults) -> None:
    line = match.sheet.rows[match.head_at].line
    if asked:
        for name in match.missing:
            faults.add("L-SPALTE-01", line=line, column=name, name=name)
    else:
        faults.add("L-DATEI-04", line=line, form=match.form.title, fehlend=", ".join(match.missing))
