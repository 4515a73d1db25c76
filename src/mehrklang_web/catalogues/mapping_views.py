"""Two catalogues side by side: what of the one is in the other, and what is not; also as CSV."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mehrklang.catalogue import Catalogue, Correspondence, MatchDegree, Matches
from mehrklang.vocabulary.spreadsheet import csv_text
from mehrklang_web.catalogues import queries, words
from mehrklang_web.catalogues.sheet import SHELVES
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import requires
from mehrklang_web.people.rules import Right
from mehrklang_web.ui.downloads import csv_file

_HEADS = (
    "Katalog", "Nummer", "Indikator", "Code", "Grad", "Unterschied", "anderer Katalog", "andere Nummer",
    "anderer Indikator", "anderer Code", "geschlossen über", "Beleg",
)  # fmt: skip
_SHOWN = ("alle", "fehlt", *(each.value for each in MatchDegree))


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one catalogue against another; `first` and `second` are their keys, "" what is defined here."""

    first: str
    second: str
    lines: tuple[Correspondence, ...]

    @property
    def lacking(self) -> int:
        """How many indicators the second catalogue has nothing for."""
        return sum(line.other is None for line in self.lines)

    def shown(self, which: str) -> list[Correspondence]:
        """All lines, those without a counterpart, or those of one degree."""
        if which == "fehlt":
            return [line for line in self.lines if line.other is None]
        return [line for line in self.lines if which in ("alle", line.match.degree.value if line.match else "")]


@requires(Right.SEE_MONITORING)
@require_safe
def between(request: HttpRequest) -> HttpResponse:
    """The table between two catalogues; which ones, is part of the address."""
    edition = the_edition()
    catalogue = queries.whole(edition)
    table = _table(request, catalogue)
    which = request.GET.get("zeigen", "alle")
    page = {
        "edition": edition,
        "choices": _choices(catalogue),
        "table": table,
        "lines": table.shown(which if which in _SHOWN else "alle"),
        "count": len({line.indicator.code for line in table.lines}),
        "which": which,
        "degrees": [(each.value, words.DEGREES[each]) for each in MatchDegree],
        "first": _name(catalogue, table.first),
        "second": _name(catalogue, table.second),
    }
    return render(request, "catalogues/between.html", page)


@requires(Right.SEE_MONITORING)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same table as CSV, as German spreadsheets open it."""
    catalogue = queries.whole(the_edition())
    table = _table(request, catalogue)
    text = csv_text([_HEADS, *(_cells(catalogue, line, table) for line in table.lines)])
    return csv_file(text, f"zuordnung-{table.first or 'mehrklang'}-{table.second or 'mehrklang'}.csv")


def _table(request: HttpRequest, catalogue: Catalogue) -> Table:
    keys = {key for key, _ in _choices(catalogue)}
    first, second = request.GET.get("von", "intmk"), request.GET.get("zu", queries.SHIPPED)
    first, second = (key if key in keys else queries.SHIPPED for key in (first, second))
    plain = [key if key in catalogue.named else "" for key in (first, second)]
    return Table(first, second, Matches(catalogue.indicators).between(*plain))


def _choices(catalogue: Catalogue) -> list[tuple[str, str]]:
    """The catalogues that can be set side by side; what is defined here counts as one."""
    return [(queries.SHIPPED, _name(catalogue, "")), *((each.key, each.name) for each in catalogue.named.values())]


def _name(catalogue: Catalogue, key: str) -> str:
    named = catalogue.named.get(key)
    return named.name if named else f"{SHELVES[queries.SHIPPED]} und eigene Indikatoren"


def _cells(catalogue: Catalogue, line: Correspondence, table: Table) -> list[str]:
    match, other = line.match, line.other
    one = [_name(catalogue, table.first), line.indicator.number, line.indicator.name, line.indicator.code]
    if match is None or other is None:
        return [*one, "fehlt", "", _name(catalogue, table.second), "", "", "", "", ""]
    said = [words.DEGREES[match.degree], match.difference, _name(catalogue, table.second)]
    over = line.over.name if line.over else ""
    return [*one, *said, other.number, other.name, other.code, over, match.source]
