"""Before rules of secrecy change on the web, a page says what that means, and asks why where they become looser.

One middleware for every page: it gives what was answered to the acts (`catalogues.asking`), and shows the question
where one of them raised it. What was sent goes along, so that nothing has to be typed again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from mehrklang.catalogue import Catalogue
from mehrklang.package import Monitoring
from mehrklang.pipeline.foreseeing import Foreseen, foresee
from mehrklang_web.catalogues.asking import Answer, AskFirstError, Question, answering
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.gate import account_of
from mehrklang_web.people.rules import Right, may
from mehrklang_web.results.assembly import monitoring_of

PREFIX = "geheimhaltung"
_OWN = ("csrfmiddlewaretoken", f"{PREFIX}-reason", f"{PREFIX}-legal_basis", f"{PREFIX}-gesehen")


class WhyForm(forms.Form):
    """Why rules of secrecy become looser."""

    reason = forms.CharField(
        label="Begründung",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Zum Beispiel: „Die Statistikstelle hat am 3. Februar entschieden, dass für Bestandszahlen die "
        "Mindestfallzahl 3 genügt.“",
        error_messages={"required": "Bitte sagen Sie, warum die Geheimhaltung gelockert wird."},
    )
    legal_basis = forms.CharField(
        label="Rechtsgrundlage",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Zum Beispiel: „§ 4 der kommunalen Statistiksatzung“ oder „§ 16 Bundesstatistikgesetz“.",
        error_messages={"required": "Bitte nennen Sie die Rechtsgrundlage."},
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """One field of what was sent."""

    name: str
    value: str


class AskFirst:
    """Django middleware."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Whatever is sent is an answer, if an empty one; reading asks nothing."""
        if request.method != "POST":
            return self._respond(request)
        said = request.POST
        answer = Answer(
            said.get(f"{PREFIX}-reason", ""), said.get(f"{PREFIX}-legal_basis", ""), f"{PREFIX}-gesehen" in said
        )
        with answering(answer):
            return self._respond(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page with the question; None for anything else that went wrong."""
        return _page(request, exception.question) if isinstance(exception, AskFirstError) else None


def _page(request: HttpRequest, question: Question) -> HttpResponse:
    account = account_of(request)
    asked_again = f"{PREFIX}-gesehen" in request.POST
    page = {
        "question": question,
        "form": WhyForm(request.POST if asked_again else None, prefix=PREFIX, initial=_said(question)),
        "sent": tuple(_sent(request)),
        "foreseen": _foreseen(question),
        "sees_numbers": may(account, Right.SEE_PROTECTION_COSTS),
        "address": request.get_full_path(),
        "prefix": PREFIX,
    }
    return render(request, "results/ask_first.html", page, status=422)


def _said(question: Question) -> dict[str, object]:
    """What the source itself says about its rules is taken as a beginning."""
    sources = question.after.catalogue.sources if question.after else {}
    said = (sources[each.key].rule_reason for each in question.looser if each.key in sources)
    return {"reason": " ".join(filter(None, said))}


def _sent(request: HttpRequest) -> Iterator[Sent]:
    for name in request.POST:
        if name not in _OWN:
            yield from (Sent(name, str(value)) for value in request.POST.getlist(name))


def _foreseen(question: Question) -> tuple[Foreseen, ...]:
    """Computed before anything is saved, for an edition that is there already."""
    if question.after is None or question.refused:
        return ()
    edition = Edition.objects.select_related("monitor").get(pk=question.edition)
    before = monitoring_of(edition)
    after = _with(before, question.after.catalogue, question.after.asked)
    return foresee(before, after, store=Path(settings.STORE), secret=settings.GUARD_SECRET)


def _with(before: Monitoring, catalogue: Catalogue, asked: str) -> Monitoring:
    """The monitoring with the sources and indicators as they would be."""
    return replace(
        before,
        own_sources=tuple(catalogue.sources[each.key] for each in before.own_sources if each.key in catalogue.sources),
        own_indicators=tuple(
            catalogue.indicators[each.code] for each in before.own_indicators if each.code in catalogue.indicators
        ),
        rule_set=asked,
    )
