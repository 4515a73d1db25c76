"""One decision about several indicators: those that are marked on the working table."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mehrklang.planning import CORE_LIMIT, SelectionState
from mehrklang_web.editing.conflict import ConflictError
from mehrklang_web.editing.views import say_saved, with_draft
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.actions import CoreSetFullError
from mehrklang_web.weighing import actions
from mehrklang_web.weighing.forms import DecideForm
from mehrklang_web.weighing.queries import Row, Table, table_of


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked rows of the table."""

    table: Table
    rows: tuple[Row, ...]

    @property
    def surplus(self) -> int:
        """How many of them find no place in the core set any more, if all shall come in."""
        coming = sum(row.state is not SelectionState.CORE for row in self.rows)
        return max(0, coming - self.table.free)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest) -> HttpResponse:
    """Brings all marked indicators into the same state, with one reason; one undoing takes all of it back."""
    sent = request.POST if request.method == "POST" else None
    marked = _marked(sent or request.GET)
    if not marked.rows:
        messages.info(request, "Bitte markieren Sie zuerst die Indikatoren, über die Sie entscheiden.")
        return redirect("weighing:table")
    form = DecideForm(sent, initial={"state": SelectionState.CORE.value})
    status = 200 if sent is None else 422
    if sent is not None and form.is_valid():
        try:
            return _decide(request, marked, form)
        except CoreSetFullError:
            form.add_error("state", _too_many(marked))
        except ConflictError:
            form.add_error(None, "Einer davon wurde inzwischen geändert. Bitte prüfen Sie den neuen Stand.")
            status = 409
    page = {**with_draft(request, form), "marked": marked, "limit": CORE_LIMIT}
    return render(request, "weighing/decide_several.html", page, status=status)


def _marked(asked: QueryDict) -> Marked:
    table, codes = table_of(the_edition(), timezone.localdate()), set(asked.getlist("code"))
    return Marked(table, tuple(row for row in table.rows if row.code in codes))


def _decide(request: HttpRequest, marked: Marked, form: DecideForm) -> HttpResponse:
    state = SelectionState(form.cleaned_data["state"])
    step = actions.decide_several(
        several=[row.kept for row in marked.rows],
        state=state,
        reason=form.cleaned_data["reason"],
        seen=_seen(request.POST),
        by=account_of(request),
    )
    number = len(marked.rows)
    say_saved(
        request, f"{number} Indikatoren: {state.label}." if number > 1 else f"Ein Indikator: {state.label}.", step
    )
    return redirect("weighing:table")


def _seen(sent: QueryDict) -> dict[str, int]:
    """The versions that the form showed, by code."""
    pairs = (each.rpartition(":") for each in sent.getlist("version"))
    return {code: int(version) for code, _, version in pairs if version.isdecimal()}


def _too_many(marked: Marked) -> str:
    free = marked.table.free
    places = f"sind nur {free} Plätze" if free > 1 else "ist nur ein Platz" if free == 1 else "ist kein Platz"
    return (
        f"Im Kernset {places} von {CORE_LIMIT} frei: Nehmen Sie bei {marked.surplus} das Häkchen weg, wählen Sie"
        " „ergänzend“, oder entscheiden Sie einzeln; dann lässt sich tauschen."
    )
