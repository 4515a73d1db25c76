"""Remarks: the list, one with its thread, writing, answering and settling."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.planning.remark import About, RemarkState
from mehrklang_web.agreements import actions, queries
from mehrklang_web.agreements.forms import RemarkForm, ReplyForm, SettleForm, initial_of
from mehrklang_web.agreements.models import KeptRemark
from mehrklang_web.agreements.rules import may_change, sees_remark
from mehrklang_web.agreements.topics import topic_names, topic_of, topics
from mehrklang_web.agreements.views import tabs
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.ui.states import State

CHIPS = {
    RemarkState.OPEN.value: State("△", "offen", "care"),
    RemarkState.ANSWERED.value: State("◐", "beantwortet", "note"),
    RemarkState.DONE.value: State("✓", "erledigt", "good"),
    RemarkState.REFUSED.value: State("▲", "abgelehnt", "bad"),
}
_OPEN = (RemarkState.OPEN.value, RemarkState.ANSWERED.value)


@requires(Right.WRITE_REMARKS)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The remarks that the account may read, the newest first; those still open unless all are asked for."""
    edition, account = the_edition(), account_of(request)
    every = [each for each in queries.remarks_of(edition)[::-1] if sees_remark(account, each)]
    everything = request.GET.get("zeigen") == "alle"
    names = topic_names(edition)
    page = {
        "edition": edition,
        "lines": [
            (each, CHIPS[each.state], names.get(topic_of(About(each.about), each.key), each.key))
            for each in every
            if everything or each.state in _OPEN
        ],
        "count": len(every),
        "everything": everything,
        **tabs(account, "remarks"),
    }
    return render(request, "agreements/remarks.html", page)


@requires(Right.WRITE_REMARKS)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Writes a remark; the address may say about what (`?zu=`) and in which form (`?form=`)."""
    edition = the_edition()
    initial = {"topic": request.GET.get("zu", ""), "kind": request.GET.get("form", "")}
    form = RemarkForm(request.POST or None, topics=topics(edition), initial=initial)
    if request.method == "POST" and form.is_valid():
        step = actions.write_remark(edition=edition, remark=form.to_value(), by=account_of(request))
        say_saved(request, "Die Anmerkung ist gespeichert.", step)
        return redirect("agreements:remarks")
    page = {**with_draft(request, form), "kept": None}
    return render(request, "agreements/remark_form.html", page, status=422 if form.errors else 200)


@requires(Right.WRITE_REMARKS)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Changes one's own remark; another saved version meanwhile is shown beside."""
    edition = the_edition()
    kept = _remark(request, edition, number)
    if not may_change(account_of(request), kept):
        raise Http404("Diese Anmerkung hat jemand anderes geschrieben.")
    data, listed_topics = merged(request.POST) if request.method == "POST" else None, topics(edition)
    form = RemarkForm(data, topics=listed_topics, initial=initial_of(kept.to_value()))
    if data is not None and form.is_valid():
        try:
            step = actions.change_remark(
                kept=kept, remark=form.to_value(), seen=seen_version(data), by=account_of(request)
            )
        except ConflictError as conflict:
            saved = initial_of(_remark(request, edition, number).to_value())
            theirs = RemarkForm(topics=listed_topics, initial=saved, prefix=THEIRS)
            return conflict_page(request, conflict, mine=form, theirs=theirs)
        say_saved(request, "Die Anmerkung ist gespeichert.", step)
        return redirect("agreements:remark", number)
    version = data.get("version", "") if data else kept.version
    page = {**with_draft(request, form), "kept": kept, "version": version}
    return render(request, "agreements/remark_form.html", page, status=422 if form.errors else 200)


@requires(Right.WRITE_REMARKS)
@require_http_methods(["GET", "POST"])
def remark(request: HttpRequest, number: int) -> HttpResponse:
    """One remark with its thread; posting answers it."""
    edition, account = the_edition(), account_of(request)
    kept = _remark(request, edition, number)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        step = actions.reply(kept=kept, text=form.cleaned_data["text"], by=account)
        say_saved(request, "Die Antwort ist gespeichert.", step)
        return redirect("agreements:remark", number)
    return _thread(request, kept, form, SettleForm())


def _thread(request: HttpRequest, kept: KeptRemark, form: ReplyForm, settling: SettleForm) -> HttpResponse:
    edition, account = the_edition(), account_of(request)
    value = kept.to_value()
    page = {
        **with_draft(request, form),
        "edition": edition,
        "kept": kept,
        "value": value,
        "chip": CHIPS[kept.state],
        "topic": topic_names(edition).get(topic_of(value.about, value.key), value.key),
        "settling": settling,
        "may_change": may_change(account, kept),
        "may_settle": may(account, Right.SIGN_TARGET),
        **tabs(account, "remarks"),
    }
    return render(request, "agreements/remark.html", page, status=422 if form.errors or settling.errors else 200)


@requires(Right.SIGN_TARGET)
@require_POST
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """One of the two offices says what became of a remark."""
    kept = _remark(request, the_edition(), number)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return _thread(request, kept, ReplyForm(), form)
    state = RemarkState(form.cleaned_data["state"])
    try:
        step = actions.settle(
            kept=kept,
            state=state,
            reason=form.cleaned_data["reason"],
            seen=seen_version(request.POST),
            by=account_of(request),
        )
    except ConflictError:
        form.add_error(None, "Die Anmerkung wurde inzwischen geändert. Bitte lesen Sie sie; Ihr Text steht noch da.")
        return _thread(request, _remark(request, kept.edition, number), ReplyForm(), form)
    say_saved(request, f"Die Anmerkung ist jetzt: {state.value}.", step)
    return redirect("agreements:remark", number)


def _remark(request: HttpRequest, edition: Edition, number: int) -> KeptRemark:
    kept = queries.remark(edition, number)
    if kept is None or not sees_remark(account_of(request), kept):
        raise Http404("Diese Anmerkung gibt es nicht.")
    return kept
