"""Writing an interpretation on the data that are shown, and signing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from mehrklang.vocabulary import Interpretation as InterpretationValue
from mehrklang_web.editing.views import say_saved
from mehrklang_web.interpretation import actions
from mehrklang_web.interpretation.forms import InterpretationForm
from mehrklang_web.interpretation.models import Interpretation
from mehrklang_web.interpretation.shown import shown
from mehrklang_web.interpretation.sight import Sight, sight_of
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may_in


@requires(Right.INTERPRET)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Writes an interpretation anew, on the data that are shown beside the form."""
    sight = sight_of(code, account_of(request))
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
    page |= shown(sight)
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
    sight = sight_of(code, account_of(request))
    seen = request.POST.get("text", "")
    text = sight.text
    if text is None or not seen.isdecimal():
        raise Http404("Diesen Text gibt es nicht.")
    if text.pk != int(seen) or sight.standing is Standing.STALE:
        messages.error(
            request, "Der Text oder die Daten haben sich inzwischen geändert. Bitte lesen Sie ihn noch einmal."
        )
    elif not sight.may_be_signed_by(account_of(request)):
        raise PermissionDenied
    else:
        actions.sign(interpretation=text, by=account_of(request))
        messages.success(request, f"Unterschrieben für: {account_of(request).role_label}.")
    return redirect("interpretation:indicator", code)
