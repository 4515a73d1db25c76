"""The differences of two folders as people read them: names for keys, plain German for codes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import PurePosixPath

from mehrklang.catalogue import Source
from mehrklang.package import DataReference, Difference, Monitoring, differences
from mehrklang.vocabulary import Issue, Severity
from mehrklang.vocabulary.german import format_exact
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.exchange.names import Names, names_of
from mehrklang_web.people.models import Account
from mehrklang_web.ui.issues import in_words
from mehrklang_web.ui.words import code_told, kind_of, label_of, part_name

_OF_FOLDERS = {"eigene-indikatoren": "indikator", "interpretationen": "indikator", "quellen": "quelle"}
"""What the files of a folder are named after."""
_NUMBERS = frozenset(
    {"basiswert", "wert", "schwelle_hinsehen", "schwelle_handeln", "budget_euro", "aufwand_stunden", "kosten_euro"}
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SUM = re.compile(r"[0-9a-f]{64}")
_COUNTED = re.compile(r"(.*?)(?: \((\d+)\))?")


@dataclass(frozen=True, slots=True)
class Value:
    """One value under a label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One difference for people. `whole`: the values of an entry that came (`came`) or is gone."""

    entry: str
    label: str = ""
    before: str = ""
    after: str = ""
    whole: tuple[Value, ...] = ()
    came: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """All differences of one part of the folder, under a name for people."""

    name: str
    rows: tuple[Row, ...]


def parts_between(before: Monitoring, after: Monitoring) -> tuple[Part, ...]:
    """What `after` has otherwise than `before`, part by part in the order of the files; () if nothing."""
    names = names_of(before, after)
    found = groupby(differences(before, after), key=lambda each: part_name(each.file))
    return tuple(Part(name, tuple(_row(each, names) for each in those)) for name, those in found)


def parts_told(
    before: Monitoring, after: Monitoring, *, account: Account, known: Mapping[str, Source]
) -> tuple[Part, ...]:
    """The same for somebody: of a file whose cells he or she may not see not even whether it is the same one (`known`
    are the sources of the edition). From that, or from its checksum, suppressed counts could be tried out (0016).
    """

    def shown(each: DataReference) -> DataReference:
        return each if sees_cells(account, known.get(each.source)) else replace(each, sha256="")

    one, other = (replace(given, data=tuple(map(shown, given.data))) for given in (before, after))
    return parts_between(one, other)


def issues_told(issues: Iterable[Issue], *monitorings: Monitoring) -> tuple[Issue, ...]:
    """What reading a folder found, faults first, with names in place of the keys that these monitorings know."""
    names = names_of(*monitorings)
    first = sorted(issues, key=lambda issue: issue.severity is not Severity.ERROR)
    return tuple(in_words(_named_in(issue, names)) for issue in first)


def _named_in(issue: Issue, names: Names) -> Issue:
    return replace(issue, message=names.in_sentence(issue.message), remedy=names.in_sentence(issue.remedy))


def _row(each: Difference, names: Names) -> Row:
    entry, code = _entry(each, names), each.entry.partition(" ")[2]
    if each.file.endswith(".geojson"):
        return _of_outlines(each, entry)
    if each.whole:
        code = next((said.text for said in each.whole if said.key == "code"), code)
        values = tuple(Value(label_of(said.key), _text(said.key, said.text, code, names)) for said in each.whole)
        return Row(entry, whole=values, came=not each.before)
    before, after = (_text(each.key, text, code, names) for text in (each.before, each.after))
    return Row(entry, label_of(each.key), before, after)


def _of_outlines(each: Difference, entry: str) -> Row:
    before, after = ("vorhanden" if text else "" for text in (each.before, each.after))
    return Row(entry, "Verlauf der Grenzen", before, "geändert" if before and after else after)


def _entry(each: Difference, names: Names) -> str:
    path = PurePosixPath(each.file)
    owner = names.of(_OF_FOLDERS.get(path.parts[0], ""), path.stem) or (path.stem if len(path.parts) > 1 else "")
    if not each.entry:
        return owner
    kind, _, key = each.entry.partition(" ")
    told = f"{kind_of(kind)}: {_named(kind, key, names)}" if key else kind_of(kind)
    return f"{owner}, {told}" if owner else told


def _named(kind: str, key: str, names: Names) -> str:
    whole = names.of(kind, key)
    matched = _COUNTED.fullmatch(key)
    if whole or matched is None:
        return whole or key
    name = names.of(kind, matched[1]) or code_told(kind, matched[1])
    return f"{name} ({matched[2]})" if matched[2] else name


def _text(key: str, text: str, code: str, names: Names) -> str:
    name = re.sub(r"\[\d+\]", "", key).rpartition(".")[2]
    if name == "gruppe":
        return names.group(code, text)
    if _DAY.fullmatch(text):
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    if _SUM.fullmatch(text):
        return f"{text[:12]}…"
    if name in _NUMBERS and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return format_exact(Decimal(text))
    return names.several(name, code_told(key, text))
