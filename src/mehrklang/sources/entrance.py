"""The entrance of the room: which form a file has, by its content, and its reading."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from mehrklang.sources import (
    atlas,
    ffcsv,
    gemeindeverzeichnis,
    genesis,
    genesis_api,
    inkar,
    jsonstat,
    koeln,
    lor,
    opensdg,
    printed,
    px,
    sdmxcsv,
    tidy,
    umsteigeschluessel,
)
from mehrklang.sources.faults import Faults
from mehrklang.sources.fetched import KIND as FETCHED
from mehrklang.sources.fetched import is_fetch, read_fetch
from mehrklang.sources.finality import stated, with_mark
from mehrklang.sources.form import Form
from mehrklang.sources.layout import Content, Layout
from mehrklang.sources.loading import load_content
from mehrklang.sources.profile.definition import Profile
from mehrklang.sources.profile.reader import read_by_profile
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Sheet, known, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.vocabulary import Finality, Material, Period, Unit

_LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        layout.key: layout
        for layout in (
            genesis.LAYOUT,
            genesis_api.LAYOUT,
            inkar.LAYOUT,
            gemeindeverzeichnis.LAYOUT,
            umsteigeschluessel.LAYOUT,
            lor.LAYOUT,
            atlas.LAYOUT,
            sdmxcsv.LAYOUT,
            px.LAYOUT,
            jsonstat.LAYOUT,
        )
    }
)
_FORMS: Mapping[str, Form] = MappingProxyType(
    {form.key: form for form in (tidy.FORM, opensdg.FORM, koeln.FORM, ffcsv.FORM, ffcsv.OLD_FORM)}
)
_HEADS = frozenset(head for form in _FORMS.values() for head in form.heads)

KINDS: Mapping[str, str] = MappingProxyType(
    {form.key: form.title for form in _FORMS.values()}
    | {layout.key: layout.title for layout in _LAYOUTS.values()}
    | {printed.KIND: printed.TITLE}
)
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
    if is_fetch(path):
        return FETCHED
    faults = Faults(path.name)
    content = load_content(path, None, faults)
    if content is None:
        return ""
    layout = _layout(content)
    if layout is not None:
        return layout.key
    matches = _matches(_sheets(content, faults), tuple(_FORMS.values()))
    if matches and not matches[0].missing:
        return matches[0].form.key
    return printed.KIND if content.sheets else ""


def read(  # noqa: PLR0913 — each argument says one thing about the file that the file may leave out
    path: Path,
    *,
    kind: str = "",
    material: Material = Material.PUBLISHED,
    period: Period | None = None,
    unit: Unit | None = None,
    profile: Profile | None = None,
    finality: Finality = Finality.UNSTATED,
) -> Reading:
    """The observations, issues and areas of one delivered file.

    `kind` is a key of `KINDS` ("": recognise it); `period` is the time of the whole file, asked for only where the
    file names none, `unit` its unit where it names none that is understood; `profile`, what its columns mean
    if it has no known form; `finality`, how final its values are that say nothing themselves.
    Whatever is wrong with the file becomes an issue: nothing is raised. The folder of a fetch is read as one delivery.
    """
    reading = _read_file(path, kind=kind, material=material, period=period, unit=unit, profile=profile)
    if finality is Finality.UNSTATED:
        return reading
    return replace(reading, observations=tuple(stated(one, finality) for one in reading.observations))


def _read_file(  # noqa: PLR0913 — as `read`
    path: Path, *, kind: str, material: Material, period: Period | None, unit: Unit | None, profile: Profile | None
) -> Reading:
    faults = Faults(path.name)
    if kind and kind not in KINDS and profile is None:
        faults.add("L-DATEI-05", art=kind, bekannt=", ".join(KINDS))
        return Reading(kind, issues=faults.issues())
    if is_fetch(path):
        return read_fetch(path, lambda each: read(each, material=material), faults)
    content = load_content(path, period, faults, sheet=profile.sheet if profile else "")
    if content is None:
        return Reading(kind, issues=faults.issues())
    reading = _read_content(replace(content, unit=unit), kind, profile, material, faults)
    if not (reading.issues or reading.observations or reading.areas or reading.apportionments):
        faults.add("L-DATEI-02")  # heads without rows, for instance: whatever the form, nothing is not silently nothing
        return replace(reading, issues=faults.issues())
    return reading


def _read_content(content: Content, kind: str, profile: Profile | None, material: Material, faults: Faults) -> Reading:
    reading = _read_any(content, kind, profile, material, faults)
    return replace(reading, observations=tuple(map(with_mark, reading.observations)))


def _read_any(content: Content, kind: str, profile: Profile | None, material: Material, faults: Faults) -> Reading:
    if profile is not None:
        return read_by_profile(content, profile, material, faults)
    layout = _layout(content) if not kind else _LAYOUTS.get(kind)
    return layout.read(content, material, faults) if layout else _read_form(content, kind, material, faults)


def _layout(content: Content) -> Layout | None:
    return next((layout for layout in _LAYOUTS.values() if layout.fits(content)), None)


def _read_form(content: Content, kind: str, material: Material, faults: Faults) -> Reading:
    if kind == printed.KIND:
        return printed.read_printed(content, material, faults)
    forms = (_FORMS[kind],) if kind else tuple(_FORMS.values())
    sheets = _sheets(content, faults)
    matches = _matches(sheets, forms)
    if not matches:
        _tell_empty(faults)
        return Reading(kind, issues=faults.issues())
    best = matches[0]
    if best.missing and content.sheets and not kind:
        return printed.read_printed(content, material, faults)
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


def _sheets(content: Content, faults: Faults) -> tuple[Sheet, ...]:
    if content.sheets:
        return content.sheets
    if content.legacy:
        faults.add("L-DATEI-06")
    sheet = read_text(content.text, _HEADS, faults)
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
