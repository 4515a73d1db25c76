"""The overview of the concept, one page per question, the paper in its forms, adoption and comparison."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from mehrklang.planning import Concept
from mehrklang.planning.hints import hints
from mehrklang.planning.questions import Question, question, questions
from mehrklang.planning.versions import change_of, changes
from mehrklang.report import docx, html, pdf
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.guidance import actions, queries
from mehrklang_web.guidance.forms import SPARE, AdoptionForm, AnswerForm, initial_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}


@requires(Right.SEE_MONITORING)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """How far the concept is, and what is open."""
    edition = the_edition()
    concept = queries.concept_of(edition)
    page = {
        "edition": edition,
        "concept": concept,
        "parts": queries.parts(concept),
        "total": len(questions()),
        "decided": len(concept.current) - len(concept.undecided),
        "open": queries.open_questions(edition),
        "next": queries.next_question(concept),
        "missing": concept.missing_for_adoption,
        "may_edit": may(account_of(request), Right.ANSWER_CONCEPT),
        "may_adopt": may(account_of(request), Right.EDIT_CONCEPT),
        "may_remark": may(account_of(request), Right.WRITE_REMARKS),
    }
    return render(request, "guidance/overview.html", page)


@requires(Right.ANSWER_CONCEPT)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """One question with help, examples, the form of its answer and all earlier versions."""
    edition, asked = the_edition(), _asked(key)
    sent = merged(request.POST) if request.method == "POST" else None
    form = _form(edition, asked, sent)
    if sent is not None and form.is_valid():
        try:
            step = actions.answer(
                edition=edition, value=form.to_value(), seen=seen_version(sent), by=account_of(request)
            )
        except ConflictError as conflict:
            theirs = _form(edition, asked, None, lines=len(form.lines), prefix=THEIRS)
            return conflict_page(request, conflict, mine=form, theirs=theirs)
        say_saved(request, "Gespeichert." if step else "Nichts geändert.", step)
        return redirect(*_onward(edition, asked, sent))
    return render(request, "guidance/question.html", _page(request, edition, form), status=422 if sent else 200)


def _asked(key: str) -> Question:
    asked = question(key)
    if asked is None:
        raise Http404("Diese Frage gibt es nicht.")
    return asked


def _form(
    edition: Edition, asked: Question, sent: QueryDict | None, *, lines: int = 0, prefix: str | None = None
) -> AnswerForm:
    kept = queries.kept_answer(edition, asked.key)
    value = kept.to_value() if kept else None
    posted = sum(name.startswith("name_") for name in sent) if sent else 0
    wanted = max(lines, posted, len(value.entries) + (0 if posted or lines else SPARE) if value else SPARE)
    return AnswerForm(sent, asked=asked, lines=wanted, prefix=prefix, initial=initial_of(value, asked))


def _onward(edition: Edition, asked: Question, sent: QueryDict) -> tuple[str, ...]:
    """Where one goes after saving: to the next open question, or to the overview."""
    following = queries.next_question(queries.concept_of(edition), asked.key)
    if "uebersicht" in sent or following is None:
        return ("guidance:overview",)
    return ("guidance:question", following.key)


def _page(request: HttpRequest, edition: Edition, form: AnswerForm) -> dict[str, object]:
    concept, order = queries.concept_of(edition), [each.key for each in questions()]
    place, versions = order.index(form.asked.key), concept.versions(form.asked.key)
    kept = queries.kept_answer(edition, form.asked.key)
    history = [
        (at + 1, each, change_of(form.asked.key, versions[at - 1] if at else None, each))
        for at, each in enumerate(versions)
    ]
    return {
        **with_draft(request, form),
        "asked": form.asked,
        "hint": hints(edition.begun_with).get(form.asked.key) if edition.begun_with else None,
        "version": kept.version if kept else 0,
        "number": place + 1,
        "total": len(order),
        "answered": len(concept.current),
        "before": order[place - 1] if place else "",
        "after": order[place + 1] if place + 1 < len(order) else "",
        "history": history[::-1],
    }


@requires(Right.SEE_MONITORING)
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The Monitoringkonzept as a page for reading and printing."""
    edition = the_edition()
    document = queries.paper(edition, _version(request, queries.concept_of(edition)))
    page = {"edition": edition, "document": document, "body": html.body(document.blocks), "forms": _files()}
    return render(request, "guidance/paper.html", page)


def _files() -> tuple[tuple[str, str], ...]:
    return (("pdf", "PDF"), ("docx", "Word"))


@requires(Right.SEE_MONITORING)
@require_safe
def download(request: HttpRequest, ending: str) -> HttpResponse:
    """The Monitoringkonzept as a file."""
    if ending not in FORMS:
        raise Http404("Diese Form gibt es nicht.")
    edition = the_edition()
    document = queries.paper(edition, _version(request, queries.concept_of(edition)))
    if ending == "html":
        content = html.render(document).encode()
    else:
        content = (pdf if ending == "pdf" else docx).render(document, created=queries.now())
    name = f"monitoringkonzept-{slugify(edition.label)}.{ending}"
    header = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=FORMS[ending], headers=header)


def _version(request: HttpRequest, concept: Concept) -> Concept:
    """The concept after as many answers as the address says; all of it without."""
    asked = request.GET.get("stand", "")
    return concept.at(int(asked)) if asked.isdecimal() else concept


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest) -> HttpResponse:
    """The council's decision is entered; this version stays as it is."""
    edition = the_edition()
    concept = queries.concept_of(edition)
    form = AdoptionForm(request.POST or None)
    if request.method == "POST" and request.POST.get("stand") != str(len(concept.answers)):
        form.add_error(None, "Inzwischen ist eine Antwort hinzugekommen. Bitte prüfen Sie die Fassung noch einmal.")
    if request.method == "POST" and form.is_valid():
        actions.adopt(edition=edition, decision=form.to_value(), by=account_of(request))
        messages.success(request, "Der Beschluss ist festgehalten. Diese Fassung bleibt, wie sie ist.")
        return redirect("guidance:overview")
    page = {**with_draft(request, form), "concept": concept, "missing": concept.missing_for_adoption}
    return render(request, "guidance/adopt.html", page, status=422 if form.errors else 200)


@requires(Right.SEE_MONITORING)
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """What differs between two versions of the whole concept: without a choice the last adopted one and today's."""
    concept = queries.concept_of(the_edition())
    total = len(concept.answers)
    start = concept.adoptions[-1].answers if concept.adoptions else 0
    before, after = _place(request, "von", start, total), _place(request, "bis", total, total)
    found = changes(concept.at(before), concept.at(after))
    titles = {each.key: each.title for each in questions()}
    page = {
        "versions": _versions(concept),
        "before": before,
        "after": after,
        "changes": [(titles.get(each.question, each.question), each) for each in found],
    }
    return render(request, "guidance/compare.html", page)


def _place(request: HttpRequest, name: str, usual: int, most: int) -> int:
    text = request.GET.get(name, "")
    return min(int(text), most) if text.isdecimal() else usual


def _versions(concept: Concept) -> list[tuple[int, str]]:
    """Every beginning of the log with a name: after which answer, and whether it was adopted."""
    titles = {each.key: each.title for each in questions()}
    adopted = {each.answers: f" – beschlossen: {each.decision}" for each in concept.adoptions}
    names = [(0, "leeres Konzept")]
    names += [
        (at, f"Fassung {at}: {titles.get(each.question, each.question)} ({each.signed})")
        for at, each in enumerate(concept.answers, start=1)
    ]
    return [(at, name + adopted.get(at, "")) for at, name in reversed(names)]
