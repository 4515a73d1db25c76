"""The list of indicators, one indicator, and the origin of one number."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mehrklang.planning.measure import NO_CLAIM
from mehrklang_web.deliveries.queries import deliveries_of
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.interpretation import queries
from mehrklang_web.interpretation.origin import former_version, origin_of, value_in
from mehrklang_web.interpretation.shown import shown
from mehrklang_web.interpretation.sight import Sight, sight_of
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.interpretation.withheld import why_withheld
from mehrklang_web.measures.queries import measures_beside
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may, may_in
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.rules import shown_target
from mehrklang_web.signals.queries import missed_targets, of_indicator
from mehrklang_web.ui.states import every_state


@requires(Right.SEE_MONITORING)
@require_safe
def indicator_list(request: HttpRequest) -> HttpResponse:
    """All chosen indicators; search and filters are part of the address."""
    edition = the_edition()
    every = queries.lines(edition, working_values=may(account_of(request), Right.SEE_WORKING_VALUES))
    asked = {name: request.GET.get(name, "").strip() for name in ("suche", "feld", "zustand", "deutung")}
    page = {
        "edition": edition,
        "lines": [line for line in every if _fits(line, asked)],
        "count": len(every),
        "asked": asked,
        "fields": list(dict.fromkeys(line.field for line in every)),
        "states": every_state(),
        "standings": [each.value for each in Standing],
        "may_weigh": may(account_of(request), Right.SEE_WORKING_VALUES),
    }
    return render(request, "interpretation/list.html", page)


def _fits(line: queries.Line, asked: dict[str, str]) -> bool:
    text = f"{line.name} {line.field} {line.chosen.why}".casefold()
    return (
        all(word in text for word in asked["suche"].casefold().split())
        and asked["feld"] in ("", line.field)
        and asked["deutung"] in ("", line.standing.value.word)
        and (not asked["zustand"] or (line.shown and line.result is not None and line.result.state == asked["zustand"]))
    )


@requires(Right.SEE_MONITORING)
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: value, chart, table, target, interpretation, definition."""
    account = account_of(request)
    sight = sight_of(code, account)
    page = {
        "sight": sight,
        "definition": definitions(sight.edition)[code],
        "earlier": queries.earlier_texts(sight.edition, code),
        "agreed": shown_target(sight.chosen, account),
        "measures": measures_beside(sight.edition, code),
        "no_claim": NO_CLAIM,
        "may_interpret": sight.row is not None and may_in(account, Right.INTERPRET, sight.row.field),
        "may_sign": sight.may_be_signed_by(account),
        "may_deliver": may(account, Right.TRY_DELIVERY),
        "may_decide": may(account, Right.CLOSE_SIGNALS),
        "may_stabilise": may(account, Right.FREEZE_RESULTS),
        **shown(sight),
        **(_conspicuous(sight) if may(account, Right.HANDLE_SIGNALS) else {}),
    }
    return render(request, "interpretation/indicator.html", page)


def _conspicuous(sight: Sight) -> dict[str, object]:
    """Open signals, and what was recorded about a missed target; for those who handle signals."""
    code = sight.chosen.code
    return {"signals": of_indicator(sight.edition, code), "missed": missed_targets(sight.edition, code)}


@requires(Right.SEE_MONITORING)
@require_safe
def origin(request: HttpRequest, code: str) -> HttpResponse:
    """Where one number comes from, down to the cell."""
    sight = sight_of(code, account_of(request))
    if sight.row is None or sight.run is None:
        raise Http404("Für diesen Indikator ist kein Wert zu sehen.")
    result = sight.row.to_value()
    asked = {name: request.GET.get(name, "") for name in ("gebiet", "gruppe", "zeitraum")}
    value = value_in(result, area=asked["gebiet"], group=asked["gruppe"], period=asked["zeitraum"])
    if value is None:
        raise Http404("Diesen Wert gibt es nicht.")
    page = {
        "sight": sight,
        "result": result,
        "former": former_version(value),
        "origin": origin_of(value, result, deliveries_of(sight.edition)),
        "area": sight.run.frame().names().get(value.area, value.area),
        "group": result.labels[value.group],
        "may_deliver": may(account_of(request), Right.TRY_DELIVERY),
        "open_sources": {each.key for each in result.sources if sees_cells(account_of(request), each)},
        "withheld": why_withheld(value, result),
        "may_see_costs": may(account_of(request), Right.SEE_PROTECTION_COSTS),
    }
    return render(request, "interpretation/origin.html", page)
