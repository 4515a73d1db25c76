"""The plan, its forms, and noting what is done."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.planning.communication import Standing
from mehrklang_web.communication import actions, queries
from mehrklang_web.communication.forms import (
    AddresseeForm,
    MessageForm,
    addressee_initial,
    message_initial,
)
from mehrklang_web.communication.models import KeptAddressee, KeptMessage
from mehrklang_web.communication.words import FORMS
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.queries import chosen

CHIPS = {
    Standing.OVERDUE: ("care", "△"),
    Standing.SOON: ("note", "◐"),
    Standing.AHEAD: ("plain", "○"),
    Standing.UNDATED: ("plain", "○"),
    Standing.DONE: ("good", "✓"),
}


@requires(Right.SEE_MONITORING)
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Who gets what when: the calendar, and the groups."""
    edition, labels = the_edition(), {form.value: label for form, label in FORMS}
    found = queries.lines(edition, timezone.localdate())
    page = {
        "edition": edition,
        "lines": [(line, labels[line.value.form.value], *CHIPS[line.standing]) for line in found],
        "groups": [(kept, kept.to_value()) for kept in queries.addressees(edition)],
        "form_labels": labels,
        "mail_ready": bool(settings.EMAIL_HOST),
        "may_edit": may(account_of(request), Right.ANSWER_CONCEPT),
    }
    return render(request, "communication/plan.html", page)


@requires(Right.ANSWER_CONCEPT)
@require_http_methods(["GET", "POST"])
def addressee(request: HttpRequest, number: int = 0) -> HttpResponse:
    """A group, new or changed."""
    edition = the_edition()
    kept = get_object_or_404(KeptAddressee, pk=number, edition=edition) if number else None
    initial = addressee_initial(kept.to_value() if kept else None)
    sent = merged(request.POST) if request.method == "POST" else None
    form = AddresseeForm(sent, initial=initial)
    if sent is not None and form.is_valid():
        value = form.to_value(kept.key if kept else queries.new_key(edition, form.cleaned_data["name"]))
        try:
            step = actions.keep_addressee(edition=edition, value=value, seen=seen_version(sent), by=account_of(request))
        except ConflictError as conflict:
            return conflict_page(request, conflict, mine=form, theirs=AddresseeForm(initial=initial, prefix=THEIRS))
        say_saved(request, f"Gespeichert: {value.name}.", step)
        return redirect("communication:plan")
    title = kept.to_value().name if kept else "Zielgruppe aufnehmen"
    return _edit_page(request, form, kept, title)


@requires(Right.ANSWER_CONCEPT)
@require_http_methods(["GET", "POST"])
def message(request: HttpRequest, number: int = 0) -> HttpResponse:
    """An entry of the plan, new or changed."""
    edition = the_edition()
    kept = get_object_or_404(KeptMessage, pk=number, edition=edition) if number else None
    if not queries.addressees(edition):
        messages.info(request, "Bitte nehmen Sie zuerst eine Zielgruppe auf.")
        return redirect("communication:new_addressee")
    sent = merged(request.POST) if request.method == "POST" else None
    form = _message_form(edition, kept, sent)
    if sent is not None and form.is_valid():
        key = kept.key if kept else queries.new_key(edition, form.cleaned_data["title"])
        value = form.to_value(key, kept.to_value().done if kept else ())
        try:
            step = actions.keep_message(
                edition=edition,
                value=value,
                seen=seen_version(sent),
                by=account_of(request),
                address=form.cleaned_data["address"],
            )
        except ConflictError as conflict:
            return conflict_page(request, conflict, mine=form, theirs=_message_form(edition, kept, None, THEIRS))
        say_saved(request, f"Gespeichert: {value.title}.", step)
        return redirect("communication:plan")
    return _edit_page(request, form, kept, kept.to_value().title if kept else "Eintrag planen")


def _message_form(
    edition: Edition, kept: KeptMessage | None, sent: QueryDict | None, prefix: str | None = None
) -> MessageForm:
    known = definitions(edition)
    codes = [each.code for each in chosen(edition) if each.code in known]
    value = kept.to_value() if kept else None
    own = value.contents.fields if value else ()
    fields = sorted(
        {goal.field for goal in goals_of(edition) if goal.field} | {known[code].field for code in codes} | {*own}
    )
    return MessageForm(
        sent,
        groups=[(each.key, str(each)) for each in queries.addressees(edition)],
        fields_of_action=[(each, each) for each in fields],
        indicators=[(code, known[code].name) for code in codes],
        initial=message_initial(value, kept.address if kept else ""),
        prefix=prefix,
    )


def _edit_page(
    request: HttpRequest, form: AddresseeForm | MessageForm, kept: KeptAddressee | KeptMessage | None, title: str
) -> HttpResponse:
    page = {
        **with_draft(request, form),
        "kept": kept,
        "title": title,
        "version": kept.version if kept else 0,
        "is_message": isinstance(form, MessageForm),
        "removable": isinstance(kept, KeptMessage) or (kept is not None and not kept.messages.exists()),
    }
    return render(request, "communication/edit.html", page, status=422 if form.errors else 200)


@requires(Right.ANSWER_CONCEPT)
@require_POST
def done(request: HttpRequest, number: int) -> HttpResponse:
    """The entry was done today."""
    kept = get_object_or_404(KeptMessage, pk=number, edition=the_edition())
    step = actions.note_done(kept=kept, day=timezone.localdate(), by=account_of(request))
    say_saved(request, f"Erledigt: {kept}.", step)
    return redirect("communication:plan")


@requires(Right.ANSWER_CONCEPT)
@require_POST
def remove(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Takes an entry, or a group without entries, out of the plan."""
    edition = the_edition()
    kept: KeptMessage | KeptAddressee
    if kind == "zielgruppe":
        kept = get_object_or_404(KeptAddressee, pk=number, edition=edition, messages=None)
    else:
        kept = get_object_or_404(KeptMessage, pk=number, edition=edition)
    name = str(kept)
    say_saved(request, f"Aus dem Plan genommen: {name}.", actions.remove(kept=kept, by=account_of(request)))
    return redirect("communication:plan")
