"""The way to a first edition: municipality, starting point, what would be made, making it, taking it back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.package.starting import Beginning, Topic, series_template, topics
from mehrklang.planning.hints import hints
from mehrklang.planning.questions import question
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.report.workbook import workbook_bytes
from mehrklang.territory.municipalities import LEAST, SOURCE, Municipality
from mehrklang_web.editing.actions import drop_draft
from mehrklang_web.editing.queries import draft_of
from mehrklang_web.editing.views import with_draft
from mehrklang_web.monitors.queries import current_edition, the_edition
from mehrklang_web.opening import actions, queries
from mehrklang_web.opening.forms import BeginningForm, Carried, SeriesForm, initial_of
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.workplace.binding import what_binds

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a beginning says."""

    municipality: Municipality
    point: StartingPoint
    topic: Topic

    @property
    def fields(self) -> tuple[queries.Field, ...]:
        """The proposals."""
        return queries.proposed(self.municipality, self.point, self.topic)


@requires(Right.EDIT_CONCEPT)
@require_safe
def municipality(request: HttpRequest) -> HttpResponse:
    """Which municipality it is for, found by name."""
    text = request.GET.get("kommune", "")
    page = {
        "text": text,
        "found": queries.found(text),
        "current": current_edition(),
        "least": LEAST,
        "source": SOURCE,
    }
    return render(request, "opening/municipality.html", page)


@requires(Right.EDIT_CONCEPT)
@require_safe
def unlisted(request: HttpRequest) -> HttpResponse:
    """A Gemeinde that the register does not list: by its name and official key."""
    key, name = request.GET.get("schluessel", "").strip(), request.GET.get("name", "").strip()
    if queries.municipality_of(key, name) is None:
        messages.error(
            request,
            "Bitte Namen und amtlichen Gemeindeschlüssel mit acht Ziffern angeben; die ersten fünf sind der Kreis.",
        )
        return redirect("opening:municipality")
    return render(request, "opening/point.html", _point_page(key, name))


@requires(Right.EDIT_CONCEPT)
@require_safe
def point(request: HttpRequest, key: str) -> HttpResponse:
    """In which situation it begins."""
    return render(request, "opening/point.html", _point_page(key, request.GET.get("name", "")))


def _point_page(key: str, name: str) -> dict[str, object]:
    found = _municipality(key, name)
    return {"municipality": found, "points": queries.points(found), "name": name}


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, key: str, point: str) -> HttpResponse:
    """What would be made, and making it. An own publication is read before."""
    return _begin(request, key, point)


def _begin(request: HttpRequest, key: str, point: str) -> HttpResponse:
    asked = _asked(request, key, point)
    if asked.point is StartingPoint.OWN_REPORT and "inhalt" not in request.POST:
        return _series(request, asked)
    carried = Carried.sent(request.POST) if "inhalt" in request.POST else None
    if carried is not None and not carried.reading.series:
        return _series(request, asked)
    form = _form(asked, request.POST if request.method == "POST" else None)
    if request.method == "POST" and _sound(form, asked):
        return _make(request, asked, form, carried)
    return _preview(request, asked, form, carried)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def take_series(request: HttpRequest, key: str, point: str) -> HttpResponse:
    """Second step of an own publication, with a draft of its own; without its table, the first step."""
    if "inhalt" not in request.POST:
        query = request.GET.urlencode()
        return redirect(reverse("opening:begin", args=[key, point]) + (f"?{query}" if query else ""))
    return _begin(request, key, point)


def _series(request: HttpRequest, asked: Asked) -> HttpResponse:
    """First step of an own publication: its table is read, every fault is told at once."""
    form = SeriesForm(request.POST or None, request.FILES or None)
    carried = None
    if request.method == "POST" and form.is_valid():
        draft = draft_of(account_of(request).pk, _place_of_series(asked))
        chosen = QueryDict(draft.content) if draft else None
        carried = Carried(form.content(), form.name(), form.cleaned_data["publication"], chosen)
        if carried.reading.series:
            return _preview(request, asked, _form(asked, None), carried)
    page = {
        "asked": asked,
        "form": form,
        "issues": carried.reading.issues if carried else (),
        "example": series_template(),
        "name": request.GET.get("name", ""),
    }
    return render(request, "opening/series.html", page, status=422 if request.method == "POST" else 200)


def _preview(request: HttpRequest, asked: Asked, form: BeginningForm, carried: Carried | None) -> HttpResponse:
    fields = asked.fields
    page = {
        "asked": asked,
        "fields": fields,
        "total": sum(len(field.proposals) for field in fields),
        "fitting": sum(field.fitting for field in fields),
        "unfolded": request.GET.get("zeigen") == "alle",
        "carried": carried,
        "place": _place_of_series(asked),
        "topics": topics(),
        "hints": [(question(each), text) for each, text in hints(asked.point).items()],
        "name": request.GET.get("name", ""),
        **(with_draft(request, form) if carried is None else {"form": form}),
    }
    refused = request.method == "POST" and form.is_bound
    return render(request, "opening/begin.html", page, status=422 if refused else 200)


def _place_of_series(asked: Asked) -> str:
    """The address of the second step, which is where its draft is kept."""
    return reverse("opening:take_series", args=[asked.municipality.area.key, asked.point])


def _form(asked: Asked, sent: object) -> BeginningForm:
    proposals = [each for field in asked.fields for each in field.proposals]
    codes = [(each.value.definition.code, each.value.definition.name) for each in proposals]
    today = timezone.localdate()
    ticked = [each.value.definition.code for each in proposals if each.ticked]
    initial = initial_of(asked.topic.title, queries.usual_label(today), today, ticked)
    return BeginningForm(sent, codes=codes, initial=initial)  # type: ignore[arg-type] # None or what was sent


def _sound(form: BeginningForm, asked: Asked) -> bool:
    if form.is_valid() and queries.title_taken(form.cleaned_data["title"], asked.municipality.area.key):
        form.add_error(
            "title",
            "Dieses Monitoring gibt es schon. Beginnen Sie dort eine neue Ausgabe, oder ändern Sie den Titel.",
        )
    return form.is_valid()


def _make(request: HttpRequest, asked: Asked, form: BeginningForm, carried: Carried | None) -> HttpResponse:
    wanted = set(form.cleaned_data["codes"])
    proposals = (each.value for field in asked.fields for each in field.proposals)
    beginning = Beginning(
        point=asked.point,
        municipality=asked.municipality,
        title=form.cleaned_data["title"],
        edition=form.cleaned_data["label"],
        timetable=form.timetable(),
        proposed=tuple(each for each in proposals if each.definition.code in wanted),
        taken=carried.to_value() if carried else None,
    )
    edition = actions.begin_monitor(beginning=beginning, by=account_of(request))
    for place in (request.path, reverse("opening:begin", args=[asked.municipality.area.key, asked.point])):
        drop_draft(place=place, by=account_of(request))
    messages.success(request, f"„{edition}“ ist angelegt. Die ersten Schritte stehen unten; nichts davon eilt.")
    return redirect(edition.address)


@requires(Right.EDIT_CONCEPT)
@require_POST
def start_over(request: HttpRequest) -> HttpResponse:
    """Takes the edition back, as long as nothing in it binds."""
    edition = the_edition()
    if request.POST.get("ausgabe") != str(edition.pk) or "sicher" not in request.POST:
        messages.error(request, "Bitte bestätigen Sie, dass alles in dieser Ausgabe Eingetragene verloren gehen darf.")
        return redirect("workplace:overview")
    try:
        actions.start_over(edition=edition, by=account_of(request))
    except actions.BoundError:
        messages.error(request, f"Die Ausgabe bleibt: {' '.join(what_binds(edition))}")
        return redirect("workplace:overview")
    messages.success(request, f"„{edition}“ ist zurückgenommen. Im Protokoll steht, wer das wann getan hat.")
    return redirect("/anfangen/")


@requires(Right.EDIT_CONCEPT)
@require_safe
def template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """The empty form for own series as a workbook."""
    answer = HttpResponse(workbook_bytes("Zeitreihen", series_template()), content_type=_XLSX)
    answer["Content-Disposition"] = 'attachment; filename="zeitreihen-vorlage.xlsx"'
    return answer


def _asked(request: HttpRequest, key: str, point: str) -> Asked:
    if point not in set(StartingPoint):
        raise Http404("Diese Ausgangslage gibt es nicht.")
    name = request.GET.get("name", "")
    return Asked(_municipality(key, name), StartingPoint(point), queries.topic_of(request.GET.get("thema", "")))


def _municipality(key: str, name: str) -> Municipality:
    found = queries.municipality_of(key, name)
    if found is None:
        raise Http404("Diese Kommune steht nicht im Verzeichnis.")
    return found
