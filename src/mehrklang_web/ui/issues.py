"""Issues as pages show them: in the words of the pages, by severity, errors first, long lists folded.

The library says the same issue to everybody: it quotes the keys of the files („warum_merkmal“), and its place is a line
in one of them. On the command line that is where somebody mends it; on the web nobody has ever seen that file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.urls import reverse

from mehrklang.vocabulary import Issue, Severity
from mehrklang_web.ui.words import label_of, part_name, plain_word

OPEN = 5
"""So many of a severity stand open; the rest is folded, as soon as that hides more than one."""


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """The issues of one severity: how it looks, what stands open, what is folded. Never empty."""

    tone: str
    symbol: str
    word: str
    shown: tuple[Issue, ...]
    folded: tuple[Issue, ...]


_LOOKS = {Severity.ERROR: ("bad", "▲"), Severity.WARNING: ("care", "△"), Severity.NOTE: ("note", "i")}
_WORDS = {
    Severity.ERROR: ("Fehler", "Fehler"),
    Severity.WARNING: ("Warnung", "Warnungen"),
    Severity.NOTE: ("Hinweis", "Hinweise"),
}


def by_severity(issues: Iterable[Issue]) -> tuple[IssueGroup, ...]:
    """The groups, errors first, each in the given order.

    >>> groups = by_severity([Issue("B", Severity.NOTE, "Gut.", ""), Issue("A", Severity.ERROR, "Falsch.", "")])
    >>> [(group.word, len(group.shown)) for group in groups]
    [('1 Fehler', 1), ('1 Hinweis', 1)]
    """
    found = list(issues)
    groups = ((severity, tuple(issue for issue in found if issue.severity is severity)) for severity in _LOOKS)
    return tuple(_group(severity, each) for severity, each in groups if each)


def _group(severity: Severity, issues: tuple[Issue, ...]) -> IssueGroup:
    shown = OPEN if len(issues) > OPEN + 1 else len(issues)
    word = f"{len(issues)} {_WORDS[severity][len(issues) != 1]}"
    return IssueGroup(*_LOOKS[severity], word, issues[:shown], issues[shown:])


_QUOTED = re.compile(r"„([^„“]+)“")
_OF_A_FOLDER = (".toml", ".md")
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def in_words(issue: Issue, names: Mapping[str, str] = _NO_NAMES) -> Issue:
    """The issue for a page: quoted keys and codes in words, `names` for what else is known by a key, and for the files
    of a monitoring's folder what they hold instead of file and line.

    >>> missing = Issue("M-X", Severity.ERROR, "Die Angabe „oberziel“ fehlt.", "", "ziele.toml", key="ziel.0.oberziel")
    >>> in_words(missing).message, in_words(missing).place
    ('Die Angabe „Oberziel“ fehlt.', 'Ziele, „Oberziel“')
    """
    in_folder = issue.file.endswith(_OF_A_FOLDER)
    if issue.file and not in_folder:
        return issue  # of a file that somebody has just handed in: there its own words and lines are the place
    said = replace(issue, message=_plain(issue.message, names), remedy=_plain(issue.remedy, names))
    return replace(said, file=_place(issue), line=0, raw="") if in_folder else said


def _place(issue: Issue) -> str:
    """What of a folder's file is meant: its part, and the label of the key."""
    keys = [each for each in issue.key.split(".") if each and not each.isdecimal()]
    label = label_of(".".join(keys[-2:])).rpartition(", ")[2]
    words = [part_name(issue.file), *([f"„{label}“"] if keys else [])]
    return ", ".join(words)


def _plain(text: str, names: Mapping[str, str]) -> str:
    return _QUOTED.sub(lambda found: f"„{names.get(found[1]) or plain_word(found[1])}“", text)


@dataclass(frozen=True, slots=True)
class Page:
    """Where something can be done about an issue."""

    label: str
    address: str


_PAGES = {
    "B-AUSWERTUNG-02": ("Gebiete", "places:register"),
    "B-AUSWERTUNG-03": ("Indikatoren", "interpretation:indicators"),
    "B-AUSWERTUNG-04": ("Indikatoren", "interpretation:indicators"),
    "B-AUSWERTUNG-05": ("Quellen", "collection:sources"),
    "B-AUSWERTUNG-07": ("Indikatoren", "interpretation:indicators"),
    "B-AUSWERTUNG-08": ("Katalog", "catalogues:browse"),
    "B-AUSWERTUNG-09": ("Quellen", "collection:sources"),
    "B-GEBIETSSTAND": ("Gebietsstand", "results:territory"),
    "B-GEBIET": ("Gebiete", "places:register"),
    "B-SCHUTZ": ("Quellen", "collection:sources"),
    "G-": ("Gebiete", "places:register"),
    "B-": ("Lieferungen", "deliveries:list"),
    "L-": ("Lieferungen", "deliveries:list"),
    "P-": ("Lieferungen", "deliveries:list"),
}
"""By the beginning of the code; the first that fits."""


def page_of(issue: Issue) -> Page | None:
    """The page on which something can be done about an issue of the computation."""
    found = next((page for code, page in _PAGES.items() if issue.code.startswith(code)), None)
    return Page(found[0], reverse(found[1])) if found else None
