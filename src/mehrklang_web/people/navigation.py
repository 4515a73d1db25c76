"""The sections that an account sees in the head of each page: what it may not enter is not offered."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation; `always` where the page is there before anything has begun."""

    label: str
    address: str
    current: bool
    always: bool


_SECTIONS = (
    ("Übersicht", "workplace:overview", Right.SEE_MONITORING),
    ("Indikatoren", "interpretation:indicators", Right.SEE_MONITORING),
    ("Hinweise", "signals:list", Right.HANDLE_SIGNALS),
    ("Konzept", "guidance:overview", Right.SEE_MONITORING),
    ("Ziele", "goals:tree", Right.SEE_MONITORING),
    ("Katalog", "catalogues:browse", Right.SEE_MONITORING),
    ("Auswahl", "weighing:table", Right.SEE_WORKING_VALUES),
    ("Vereinbarungen", "agreements:overview", Right.SEE_MONITORING),
    ("Quellen", "collection:sources", Right.SEE_SOURCES),
    ("Lieferungen", "deliveries:list", Right.TRY_DELIVERY),
    ("Gebiete", "places:register", Right.SEE_MONITORING),
    ("Berichte", "publication:reports", Right.DOWNLOAD_REPORT),
    ("Kommunikation", "communication:plan", Right.SEE_MONITORING),
    ("Protokoll", "people:trace", Right.READ_AUDIT),
    ("Konten", "people:accounts", Right.MANAGE_ACCOUNTS),
)

_ALWAYS = {"workplace:overview", "places:register", "people:trace", "people:accounts"}


def sections(request: HttpRequest) -> dict[str, object]:
    """For all templates: the sections open to this account."""
    account = getattr(request, "user", None)
    if not isinstance(account, Account) or account.first_password:
        return {"sections": ()}
    return {
        "sections": tuple(_section(request, label, name) for label, name, right in _SECTIONS if may(account, right))
    }


def _section(request: HttpRequest, label: str, name: str) -> Section:
    address = reverse(name)
    inside = request.path == address if name == _SECTIONS[0][1] else request.path.startswith(address)
    return Section(label, address, inside, name in _ALWAYS)
