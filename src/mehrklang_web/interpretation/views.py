"""The list of indicators, one indicator, the origin of one number, writing and signing."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.assessment import STATE_RULE
from mehrklang.assessment.peers import PeerView, compare
from mehrklang.assessment.small_areas import METHODS, POSITION_RULE, WHY_STABILISED
from mehrklang.pipeline import Result as ResultValue
from mehrklang.planning.measure import NO_CLAIM
from mehrklang.report import Finding, charts, reading, sentences, spread
from mehrklang.report.charts.position_map import position_picture
from mehrklang.report.events import events
from mehrklang.report.placed import placed
from mehrklang.report.tables import reliability_of, revised_values
from mehrklang.vocabulary import Interpretation as InterpretationValue
from mehrklang_web.deliveries.queries import deliveries_of
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.editing.views import say_saved
from mehrklang_web.interpretation import actions, queries, table
from mehrklang_web.interpretation.forms import InterpretationForm
from mehrklang_web.interpretation.models import Interpretation
from mehrklang_web.interpretation.origin import former_version, origin_of, value_in
from mehrklang_web.interpretation.standing import Standing, standing
from mehrklang_web.interpretation.withheld import why_withheld
from mehrklang_web.measures.queries import measures_beside
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may, may_in
from mehrklang_web.results.assembly import boundaries_of
from mehrklang_web.results.models import Result, Run
from mehrklang_web.results.queries import latest_run, stabilising_of
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.models import ChosenIndicator
from mehrklang_web.selection.queries import chosen_one
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


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody sees of an indicator: `row` is None without a result, and where the value may not be seen yet."""

    edition: Edition
    chosen: ChosenIndicator
    text: Interpretation | None
    standing: Standing
    run: Run | None
    row: Result | None


def _sight(request: HttpRequest, code: str) -> Sight:
    edition = the_edition()
    chosen = chosen_one(edition, code)
    if chosen is None:
        raise Http404("Dieser Indikator gehört nicht zur Ausgabe.")
    run = latest_run(edition)
    row = Result.objects.filter(run=run, code=code).first() if run else None
    text = queries.current_text(edition, code)
    stands = standing(text, row.data_version if row else "")
    seen = may(account_of(request), Right.SEE_WORKING_VALUES) or stands is Standing.VALID
    return Sight(edition, chosen, text, stands, run, row if seen else None)


@requires(Right.SEE_MONITORING)
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: value, chart, table, target, interpretation, definition."""
    sight = _sight(request, code)
    account = account_of(request)
    page = {
        "sight": sight,
        "definition": definitions(sight.edition)[code],
        "earlier": queries.earlier_texts(sight.edition, code),
        "agreed": shown_target(sight.chosen, account),
        "measures": measures_beside(sight.edition, code),
        "no_claim": NO_CLAIM,
        "may_interpret": sight.row is not None and may_in(account, Right.INTERPRET, sight.row.field),
        "may_sign": _may_sign(request, sight),
        "may_deliver": may(account, Right.TRY_DELIVERY),
        "may_decide": may(account, Right.CLOSE_SIGNALS),
        "may_stabilise": may(account, Right.FREEZE_RESULTS),
        **_shown(sight),
        **(_conspicuous(sight) if may(account, Right.HANDLE_SIGNALS) else {}),
    }
    return render(request, "interpretation/indicator.html", page)


def _shown(sight: Sight) -> dict[str, object]:
    """Value, pictures and tables, where there is a result that may be seen."""
    if sight.row is None or sight.run is None:
        return {}
    result = sight.row.to_value()
    finding = queries.working_finding(sight.run, sight.chosen.code, result, sight.text)
    latest = result.assessments[result.group].latest
    return {
        "spread": spread.told(latest) if latest else "",
        "spread_rule": sentences.SPREAD,
        "result": result,
        "assessment": result.assessments[result.group],
        "group": result.labels[result.group],
        "area": finding.area,
        "pictures": charts.pictures(finding, boundaries_of(sight.edition)),
        "tables": [each for each in (table.in_time(finding), table.by_part(finding)) if each],
        "revised": revised_values(finding),
        "reliability": reliability_of(finding),
        "breaks": reading.visible_breaks(finding.lines, finding),
        "sources": finding.sources,
        "state_rule": STATE_RULE,
        "peers": _peers(result),
        **_places(finding, sight.edition),
        **_stabilised(result, finding, sight),
        "events": events(finding),
    }


def _stabilised(result: ResultValue, finding: Finding, sight: Sight) -> dict[str, object]:
    """Whether stabilised values are wanted, and by which method they are there; nothing where there can be none."""
    if result.definition.kind not in METHODS or not reading.part_lines(finding):
        return {}
    return {
        "stabilising": stabilising_of(sight.edition, sight.chosen.code),
        "stabilised_by": ", ".join(dict.fromkeys(each.method.label for each in result.stabilised)),
        "why_stabilised": WHY_STABILISED,
    }


def _places(finding: Finding, edition: Edition) -> dict[str, object]:
    """Status and dynamics of the parts, where they can be classified; in their order, never ranked."""
    found = placed(finding)
    if not any(each.position.status for each in found):
        return {}
    return {
        "placed": found,
        "placed_picture": position_picture(finding, found, boundaries_of(edition)),
        "position_rule": POSITION_RULE,
    }


def _peers(result: ResultValue) -> tuple[PeerView, ...]:
    """What other systems' rules would say about the series that the assessment speaks of."""
    assessment = result.assessments[result.group]
    latest = assessment.latest
    series = result.of(area=latest.area, group=result.group) if latest else None
    return compare(result.definition, series, target=assessment.target) if series else ()


def _conspicuous(sight: Sight) -> dict[str, object]:
    """Open signals, and what was recorded about a missed target; for those who handle signals."""
    code = sight.chosen.code
    return {"signals": of_indicator(sight.edition, code), "missed": missed_targets(sight.edition, code)}


def _may_sign(request: HttpRequest, sight: Sight) -> bool:
    account = account_of(request)
    return (
        may(account, Right.SIGN_INTERPRETATION)
        and sight.text is not None
        and sight.standing is Standing.OPEN
        and account.role_label in sight.text.open_offices
    )


@requires(Right.SEE_MONITORING)
@require_safe
def origin(request: HttpRequest, code: str) -> HttpResponse:
    """Where one number comes from, down to the cell."""
    sight = _sight(request, code)
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


@requires(Right.INTERPRET)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Writes an interpretation anew, on the data that are shown beside the form."""
    sight = _sight(request, code)
    if sight.row is None:
        raise Http404("Ohne Wert gibt es nichts zu interpretieren.")
    if not may_in(account_of(request), Right.INTERPRET, sight.row.field):
        raise PermissionDenied
    form = InterpretationForm(request.POST or None, initial=_before(sight))
    page: dict[str, object] = {"sight": sight, "form": form}
    if request.method == "POST" and form.is_valid():
        if not _overtaken(sight, form):
            return _keep(request, sight, form)
        page["overtaken"] = True
    page |= _shown(sight)
    return render(request, "interpretation/write.html", page, status=422 if request.method == "POST" else 200)


def _before(sight: Sight) -> dict[str, str]:
    assert sight.row is not None
    text = sight.text
    return {
        "summary": text.summary if text else "",
        "text": text.text if text else "",
        "data_version": sight.row.data_version,
        "before": _number(text),
    }


def _number(text: Interpretation | None) -> str:
    """Which text stands there, as the form carries it."""
    return str(text.pk) if text else ""


def _overtaken(sight: Sight, form: InterpretationForm) -> bool:
    """Whether data or text have changed since the form was opened. That is said, and what was written stays."""
    assert sight.row is not None
    seen, now = form.cleaned_data, _before(sight)
    if seen["data_version"] != now["data_version"]:
        form.add_error(
            None, "Die Daten haben sich geändert, während Sie schrieben. Bitte prüfen Sie den Text an den neuen Werten."
        )
    if seen["before"] != now["before"]:
        who = sight.text.who if sight.text else ""
        form.add_error(
            None,
            f"{who} hat inzwischen eine andere Fassung gespeichert. Sie steht unter Ihrem Text. Wenn Sie noch einmal "
            "speichern, gilt Ihre Fassung; die andere bleibt erhalten.",
        )
    form.send_again(now["data_version"], now["before"])
    return bool(form.errors)


def _keep(request: HttpRequest, sight: Sight, form: InterpretationForm) -> HttpResponse:
    data = form.cleaned_data
    value = InterpretationValue(sight.chosen.code, data["text"], data["data_version"], (), data["summary"])
    actions.interpret(edition=sight.edition, value=value, by=account_of(request))
    say_saved(
        request, "Die Interpretation ist gespeichert. Sie gilt, sobald Koordination und Statistik unterschrieben haben."
    )
    return redirect("interpretation:indicator", sight.chosen.code)


@requires(Right.SIGN_INTERPRETATION)
@require_POST
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """Signs the text that was shown, for one's own office."""
    sight = _sight(request, code)
    seen = request.POST.get("text", "")
    text = sight.text
    if text is None or not seen.isdecimal():
        raise Http404("Diesen Text gibt es nicht.")
    if text.pk != int(seen) or sight.standing is Standing.STALE:
        messages.error(
            request, "Der Text oder die Daten haben sich inzwischen geändert. Bitte lesen Sie ihn noch einmal."
        )
    elif not _may_sign(request, sight):
        raise PermissionDenied
    else:
        actions.sign(interpretation=text, by=account_of(request))
        messages.success(request, f"Unterschrieben für: {account_of(request).role_label}.")
    return redirect("interpretation:indicator", code)
