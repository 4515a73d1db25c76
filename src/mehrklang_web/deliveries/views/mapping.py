"""Saying what the columns of a file mean: its first rows, a choice for each column, and what comes of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from mehrklang.sources import NearLabels, Profile, Row, Sheet, find_near_labels, look, propose, recognise
from mehrklang.sources.labels import clean
from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.deliveries.told_issues import IssueKind, by_kind
from mehrklang_web.deliveries.trying import Told, examine
from mehrklang_web.deliveries.understood import Sample, samples_of
from mehrklang_web.editing.queries import draft_of
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.profiles.actions import keep_profile
from mehrklang_web.profiles.forms import MappingForm
from mehrklang_web.profiles.models import KeptProfile
from mehrklang_web.selection.catalogue import sources

ROWS_SHOWN = 12
HEADS_OFFERED = 25


@dataclass(frozen=True, slots=True)
class Look:
    """A file on trial as its mapping page shows it: the sheets, the one that is mapped, and its row of heads."""

    sheets: tuple[Sheet, ...]
    sheet: Sheet
    head_at: int
    start: Profile | None

    @property
    def head_line(self) -> int:
        """The line in which the heads stand."""
        return self.sheet.rows[self.head_at].line

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads as a profile names them."""
        return tuple(clean(cell) for cell in self.sheet.rows[self.head_at].cells)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The first rows, each as wide as the widest."""
        first = self.sheet.rows[: max(ROWS_SHOWN, self.head_at + 4)]
        width = max(len(row.cells) for row in first)
        return tuple(replace(row, cells=row.cells + ("",) * (width - len(row.cells))) for row in first)

    @property
    def offered(self) -> tuple[Row, ...]:
        """The rows that may hold the heads."""
        return self.sheet.rows[:HEADS_OFFERED]

    def examples(self, at: int) -> str:
        """The first different texts below a head."""
        below = (row.cells[at].strip() for row in self.sheet.rows[self.head_at + 1 :][:200] if at < len(row.cells))
        return " · ".join(list(dict.fromkeys(filter(None, below)))[:3])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a profile makes of the file, before it is kept."""

    observations: int
    kinds: tuple[IssueKind, ...]
    samples: tuple[Sample, ...]
    near: tuple[NearLabels, ...]
    merged: frozenset[tuple[str, str]]

    @property
    def mergers(self) -> tuple[tuple[str, NearLabels, bool], ...]:
        """The proposals to merge labels, as the form names them, with whether they are taken."""
        return tuple((merger(each), each, (each.other, each.one) in self.merged) for each in self.near)


def merger(near: NearLabels) -> str:
    """How the form names a proposal to merge two labels."""
    return f"{near.other} → {near.one}"


@requires(Right.TRY_DELIVERY)
@require_http_methods(["GET", "POST"])
def mapping(request: HttpRequest, number: int) -> HttpResponse:
    """The page; the script asks for the outcome alone."""
    tried = get_object_or_404(Trial, pk=number, edition=the_edition())
    if not sees_cells(account_of(request), sources(tried.edition).get(tried.source)):
        raise PermissionDenied
    seen = _look(request, tried)
    form = _form(seen, request.POST or None)
    profile = _said(request, tried, form) if form.is_bound and form.is_valid() else None
    saving = request.POST.get("was") == "speichern"
    if saving and profile is not None and _free_name(form, tried):
        return _keep(request, tried, seen, profile)
    proposed = profile or (None if form.is_bound else _proposed(seen, _typed(request)))
    page = {
        "trial": tried,
        "seen": seen,
        "form": form,
        "outcome": _outcome(tried, proposed) if proposed else None,
        "columns": [(fields, seen.examples(fields.at)) for fields in form.columns()],
    }
    if request.headers.get("X-Teil") == "ergebnis":
        return render(request, "deliveries/mapping_outcome.html", page)
    return render(request, "deliveries/mapping.html", page, status=422 if saving else 200)


def _look(request: HttpRequest, tried: Trial) -> Look:
    """The sheet and the row of heads that were asked for; else those of what was typed before, of the present profile
    or of a proposal."""
    sheets = look(tried.path)
    if not sheets:
        raise Http404("In dieser Datei ist keine Tabelle zu sehen.")
    draft = None if tried.profile else propose(tried.path)
    start = tried.profile or (_named(draft.profile) if draft else None)
    asked = request.POST or request.GET or _typed(request)
    sheet = _asked_sheet(sheets, asked.get("blatt", start.sheet if start else ""))
    line = asked.get("kopf", "")
    chosen = next((at for at, row in enumerate(sheet.rows[:HEADS_OFFERED]) if str(row.line) == line), None)
    head_at = chosen if chosen is not None else sheet.best_head(start.heads if start else ())
    return Look(sheets, sheet, head_at, start)


def _typed(request: HttpRequest) -> QueryDict:
    """What the account has said about the columns and not saved; nothing where it looks at another row of heads."""
    draft = None if request.GET else draft_of(account_of(request).pk, request.path)
    return QueryDict(draft.content if draft else "")


def _named(profile: Profile) -> Profile:
    """A draft is named after its file, without the year that stands at the end: it is to fit next year's file."""
    name = re.sub(r"[\W_]*\d+$", "", profile.name) or profile.name
    return replace(profile, name=name, measure=name)


def _asked_sheet(sheets: Sequence[Sheet], name: str) -> Sheet:
    return next((sheet for sheet in sheets if sheet.name == name), sheets[0])


def _form(seen: Look, data: object) -> MappingForm:
    sheet = seen.sheet.name if len(seen.sheets) > 1 else ""
    return MappingForm(data, heads=seen.heads, sheet=sheet, start=seen.start)


def _proposed(seen: Look, typed: QueryDict) -> Profile | None:
    """The profile that the page begins with, if it says everything."""
    form = _form(seen, typed or _form(seen, None).initial)
    profile: Profile | None = form.cleaned_data["profile"] if form.is_valid() else None
    return replace(profile, same=seen.start.same) if profile and seen.start else profile


def _said(request: HttpRequest, tried: Trial, form: MappingForm) -> Profile:
    """The profile that the form says, with the labels that are to be merged."""
    profile: Profile = form.cleaned_data["profile"]
    taken = set(request.POST.getlist("gleich"))
    near = (each for each in find_near_labels(tried.path, profile) if merger(each) in taken)
    return replace(profile, same=tuple({each.other: each.one for each in near}.items()))


def _outcome(tried: Trial, profile: Profile) -> Outcome:
    told = Told(sources(tried.edition).get(tried.source), profile=profile)
    seen = examine(tried.edition, tried.path, told)
    return Outcome(
        len(seen.reading.observations),
        by_kind(seen.run.issues),
        samples_of(seen.reading),
        find_near_labels(tried.path, profile),
        frozenset(profile.same),
    )


def _free_name(form: MappingForm, tried: Trial) -> bool:
    """Whether the name is new, or that of the profile that the file is read by and that is now changed."""
    name = form.data.get("name", "")
    own = tried.profile.name if tried.profile else ""
    if name != own and KeptProfile.objects.filter(name=name).exists():
        form.add_error("name", "Eine Zuordnung dieses Namens gibt es schon. Bitte wählen Sie einen anderen.")
        return False
    return True


def _keep(request: HttpRequest, tried: Trial, seen: Look, profile: Profile) -> HttpResponse:
    account = account_of(request)
    keep_profile(profile=profile, heads=seen.heads, instead_of=recognise(tried.path), by=account)
    source = sources(tried.edition).get(tried.source)
    actions.read_anew(trial=tried, told=Told(source, profile=profile, finality=tried.finality), by=account)
    text = f"Die Zuordnung „{profile.name}“ ist gespeichert. Sie erkennt auch die Datei des nächsten Jahres."
    say_saved(request, text)
    return redirect("deliveries:trial", tried.pk)
