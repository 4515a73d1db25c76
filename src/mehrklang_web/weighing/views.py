"""The working table, its balance, one indicator on it, and some side by side."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mehrklang.catalogue import Evidence
from mehrklang.package.weighing import Asked
from mehrklang.package.weighing.balance import feature_label
from mehrklang.planning import CORE_LIMIT, SelectionState
from mehrklang.vocabulary import AreaLevel
from mehrklang_web.catalogues.offers import indicators_offered
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.weighing import queries
from mehrklang_web.weighing.queries import Row, Table, table_of
from mehrklang_web.weighing.rules import FEWEST_COMPARED, MOST_COMPARED
from mehrklang_web.weighing.trying import trial

_ASKED = ("suche", "feld", "stand", "daten")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the table: which states it holds, and what stands there where it has no row."""

    key: str
    title: str
    lead: str
    states: tuple[SelectionState, ...]
    nothing: str


_PARTS = (
    Part("kern", "Kernset", "", (SelectionState.CORE,), "Noch ist kein Indikator im Kernset."),
    Part(
        "ergaenzend",
        "Ergänzende Indikatoren",
        "Sie werden berechnet und gezeigt, zählen aber nicht zum Kernset.",
        (SelectionState.SUPPLEMENTARY,),
        "Noch gibt es keine ergänzenden Indikatoren.",
    ),
    Part(
        "kandidaten",
        "Kandidaten",
        "Sie werden abgewogen und noch nicht berechnet.",
        tuple(state for state in SelectionState if not state.is_chosen),
        "Noch liegt kein Kandidat auf dem Tisch. Suchen Sie im Katalog, und schlagen Sie einen vor.",
    ),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A part with the rows that fit to what is asked, of so many."""

    part: Part
    rows: tuple[Row, ...]
    total: int

    @property
    def mark_all(self) -> str:
        """The address of the table with all these rows marked."""
        codes = urlencode([("code", row.code) for row in self.rows])
        return f"{reverse('weighing:table')}?{codes}#{self.part.key}"


@requires(Right.SEE_WORKING_VALUES)
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Core set, supplementary indicators and candidates; filters, marks and a search are part of the address."""
    edition = the_edition()
    found, marked = table_of(edition, timezone.localdate()), set(request.GET.getlist("code"))
    asked = {name: request.GET.get(name, "").strip() for name in _ASKED}
    words, groups = request.GET.get("katalog", "").strip(), _groups(found, asked)
    shown = {row.code for group in groups for row in group.rows}
    page = {
        "edition": edition,
        "table": found,
        "groups": groups,
        "asked": asked,
        "states": list(SelectionState),
        "fields": sorted({row.definition.field for row in found.rows}),
        "marked": marked,
        "marked_elsewhere": sorted(marked - shown),
        "undefined_text": f"Diese Indikatoren kennt kein Katalog mehr: {', '.join(found.undefined)}.",
        "trial": trial(found, marked, every=_every(request)),
        "words": words,
        "hits": queries.found_in_catalogue(edition, found, words) if words else [],
        "those": indicators_offered(edition, words) if words else (),
        "address_of_take": reverse("commons:take"),
        "back": reverse("weighing:table"),
        "limit": CORE_LIMIT,
        "next": found.next_open(""),
        "open_rows": len(found.unanswered),
        "may_edit": may(account_of(request), Right.EDIT_CONCEPT),
    }
    return render(request, "weighing/table.html", page)


def _groups(table: Table, asked: dict[str, str]) -> list[Group]:
    found = [(part, table.of(*part.states)) for part in _PARTS]
    return [Group(part, tuple(row for row in rows if _fits(row, asked)), len(rows)) for part, rows in found]


def _fits(row: Row, asked: dict[str, str]) -> bool:
    text = f"{row.definition.name} {row.definition.field} {row.prospect.selection.why}".casefold()
    sure = "sicher" if row.prospect.secured.is_sure else "offen"
    return (
        all(word in text for word in asked["suche"].casefold().split())
        and asked["feld"] in ("", row.definition.field)
        and asked["stand"] in ("", row.state.value)
        and asked["daten"] in ("", sure)
    )


def _every(request: HttpRequest) -> bool:
    return request.GET.get("umfang") == "alle"


@requires(Right.SEE_WORKING_VALUES)
@require_safe
def balance(request: HttpRequest) -> HttpResponse:
    """The balance alone, for the page that asks while somebody marks rows."""
    found = table_of(the_edition(), timezone.localdate())
    marked = set(request.GET.getlist("code"))
    page = {"trial": trial(found, marked, every=_every(request)), "limit": CORE_LIMIT}
    return render(request, "weighing/balance.html", page)


@requires(Right.SEE_WORKING_VALUES)
@require_safe
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: its answers, what is known of its sources, and everything that was decided about it."""
    edition = the_edition()
    row = table_of(edition, timezone.localdate()).one(code)
    if row is None:
        messages.info(request, "Dieser Indikator liegt nicht in der Auswahl. Vorschlagen können Sie ihn unten.")
        return redirect("weighing:table")
    page = {
        "row": row,
        "verdicts": queries.verdicts_on(edition, code),
        "features": [feature_label(key) for key in row.definition.features],
        "is_chosen": row.state.is_chosen,
        "may_edit": may(account_of(request), Right.EDIT_CONCEPT),
        "may_keep_sources": may(account_of(request), Right.KEEP_SOURCES),
    }
    return render(request, "weighing/one.html", page)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison: what is compared, and the text of each indicator ("" is open)."""

    label: str
    cells: tuple["Told", ...]

    @property
    def differs(self) -> bool:
        """Whether not all say the same."""
        return len({cell.text for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Told:
    """What one indicator says."""

    name: str
    text: str


@requires(Right.SEE_WORKING_VALUES)
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four indicators side by side."""
    found = table_of(the_edition(), timezone.localdate())
    codes = list(dict.fromkeys(request.GET.getlist("code")))
    rows = [row for code in codes if (row := found.one(code))]
    if not FEWEST_COMPARED <= len(rows) <= MOST_COMPARED:
        text = f"Bitte markieren Sie {FEWEST_COMPARED} bis {MOST_COMPARED} Indikatoren; markiert sind {len(rows)}."
        messages.info(request, text)
        return redirect("weighing:table")
    return render(request, "weighing/compare.html", {"rows": rows, "lines": _lines(rows)})


def _lines(rows: list[Row]) -> list[Line]:
    told = [(row.definition.name, _told(row)) for row in rows]
    return [Line(label, tuple(Told(name, said[label]) for name, said in told)) for label in told[0][1]]


def _told(row: Row) -> dict[str, str]:
    """Everything that is compared, by its label; of the questions "" is open."""
    is_, level = row.definition, row.prospect.level
    facts = {
        "Stand": row.state.label,
        "Handlungsfeld": is_.field,
        "Frage im Katalog": is_.question,
        "Zähler": is_.numerator,
        "Nenner": is_.denominator,
        "Wen er umfasst": is_.population,
        "Einheit": is_.unit.description,
        "Merkmale": ", ".join(feature_label(key) for key in is_.features),
        "Definition des Merkmals": "; ".join(f"{each.name}: {each.text}" for each in row.prospect.features),
        "Gezählt oder selbst gesagt": "selbst gesagt" if is_.evidence is Evidence.SUBJECTIVE else "gezählt",
        "Kleinste Ebene": level.plural if level else "",
        "Werte für Kreise": _REACHES[row.prospect.reaches(AreaLevel.DISTRICT)],
        "Werte für kleine Gebiete": _REACHES[row.prospect.reaches(AreaLevel.BOROUGH)],
        "Hinweise": " ".join(is_.notes),
    }
    return {
        **{label: text or "–" for label, text in facts.items()},
        **dict.fromkeys((asked.value for asked in Asked), "entfällt"),
        **{reply.asked.value: reply.text for reply in row.replies},
    }


_REACHES = {True: "ja", False: "nein", None: "nicht bekannt"}
