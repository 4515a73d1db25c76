"""What the monitors hold together: news, offers, the list; taking over and deciding."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mehrklang.planning import SharedKind
from mehrklang_web.catalogues.offers import Offer
from mehrklang_web.commons import actions
from mehrklang_web.commons.forms import StayForm
from mehrklang_web.commons.offers import areas_offered, offers
from mehrklang_web.commons.queries import Announcement, announcements, together
from mehrklang_web.commons.rules import may_decide
from mehrklang_web.editing.views import inside, say_saved
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.actions import propose
from mehrklang_web.sharing.queries import other_editions
from mehrklang_web.sharing.rules import Decision

_HELD = {
    SharedKind.INDICATOR: "Er wird gemeinsam geführt",
    SharedKind.SOURCE: "Sie wird gemeinsam geführt",
    SharedKind.CATALOGUE: "Er wird gemeinsam geführt",
    SharedKind.CONDITIONS: "Die Angaben werden gemeinsam geführt",
}


@requires(Right.SEE_SOURCES)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """News first, then what can be taken over, then what is held together."""
    return render(request, "commons/page.html", _page(request))


def _page(request: HttpRequest, *, refused: int = 0, form: StayForm | None = None) -> dict[str, object]:
    """`refused` is the number of the shared object whose form has a fault."""
    edition, account = the_edition(), account_of(request)
    found = offers(edition)
    return {
        "edition": edition,
        "others": other_editions(edition),
        "news": [(each, form if form and each.news.holding.pk == refused else StayForm(prefix=_prefix(each)))
                 for each in announcements(edition)],
        "offers": [(kind, [each for each in found if each.named.kind is kind]) for kind in SharedKind],
        "offer_count": len(found),
        "areas": areas_offered(edition),
        "together": together(edition),
        "may_edit": may(account, Right.EDIT_CATALOGUE),
        "may_edit_areas": may(account, Right.EDIT_AREAS),
    }  # fmt: skip


def _prefix(each: Announcement) -> str:
    return f"g{each.news.holding.pk}"


@requires(Right.SEE_SOURCES)
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Takes one offer; with `vorschlagen` it is laid on the working table as well."""
    edition, by = the_edition(), account_of(request)
    offer = _offer(request, edition)
    if not may_decide(by, offer.named.kind):
        raise PermissionDenied
    step = actions.take_over(edition=edition, named=offer.named, other=offer.edition, by=by)
    said = f"„{offer.name}“ aus „{offer.edition.monitor.title}“ ist übernommen. {_HELD[offer.named.kind]}."
    if offer.differs:
        said = f"„{offer.name}“ wird mit „{offer.edition.monitor.title}“ gemeinsam geführt. Entscheiden Sie nun, \
welche Fassung hier gilt."
    if "vorschlagen" in request.POST and may(by, Right.EDIT_CONCEPT):
        propose(edition=edition, code=offer.named.key, by=by, reason=f"aus „{offer.edition.monitor.title}“")
    say_saved(request, said, step)
    return redirect(inside(request, request.POST.get("zurueck", reverse("commons:page"))))


def _offer(request: HttpRequest, edition: Edition) -> Offer:
    sent = tuple(request.POST.get(name, "") for name in ("art", "schluessel", "ausgabe"))
    for each in offers(edition):
        if (each.named.kind.value, each.named.key, str(each.edition.pk)) == sent:
            return each
    raise Http404(
        "Dieses Angebot gibt es nicht mehr: Es ist schon übernommen, oder der andere Monitor hat es nicht mehr."
    )


@requires(Right.SEE_SOURCES)
@require_POST
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Takes a new version over, or stays with the own one for a reason."""
    edition, by = the_edition(), account_of(request)
    waiting = next((each for each in announcements(edition) if each.news.holding.pk == number), None)
    if waiting is None or str(waiting.news.version.number) != request.POST.get("fassung"):
        messages.info(request, "Darüber ist inzwischen entschieden, oder es gibt eine noch neuere Fassung.")
        return redirect("commons:page")
    if not may_decide(by, waiting.kind):
        raise PermissionDenied
    decision, form = Decision(taken=True), StayForm(request.POST, prefix=_prefix(waiting))
    if request.POST.get("was") != "uebernehmen":
        if not form.is_valid():
            return render(request, "commons/page.html", _page(request, refused=number, form=form), status=422)
        decision = Decision(taken=False, why=form.cleaned_data["why"])
    step = actions.decide(news=waiting.news, decision=decision, by=by)
    said = "Die neue Fassung gilt jetzt auch hier." if decision.taken else "Ihre Fassung bleibt."
    say_saved(request, f"„{waiting.name}“: {said}", step)
    return redirect("commons:page")


@requires(Right.EDIT_AREAS)
@require_POST
def take_areas(request: HttpRequest, number: int) -> HttpResponse:
    """The edition knows the areas of another monitor's edition, too."""
    edition = the_edition()
    other = get_object_or_404(Edition, pk=number)
    offered = next((each for each in areas_offered(edition) if each.edition.pk == other.pk), None)
    if offered is None:
        messages.info(request, "Diese Gebiete sind hier schon bekannt.")
    else:
        step = actions.take_areas(edition=edition, places=offered.places, by=account_of(request))
        say_saved(request, f"{len(offered.places)} Gebiete sind übernommen.", step)
    return redirect("commons:page")
