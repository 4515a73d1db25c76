"""Who may do what: one table of rights and roles."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from mehrklang_web.people.models import Account, Role


class Right(Enum):
    """What somebody may be allowed to do, in German as the page of accounts shows it."""

    SEE_MONITORING = "Monitoring, Ziele und veröffentlichungsreife Ergebnisse sehen"
    SEE_WORKING_VALUES = "Arbeitswerte sehen, bevor eine Interpretation vorliegt"
    EDIT_CONCEPT = "Ziele und Auswahl bearbeiten, Phase der Ausgabe wechseln"
    ANSWER_CONCEPT = "Fragen des Konzepts beantworten, Kommunikationsplan pflegen"
    EDIT_CATALOGUE = "Eigene Indikatoren bestimmen, Kataloge einlesen, Indikatoren stilllegen"
    SIGN_TARGET = "Kernset, Definitionen, Ziel- und Schwellenwerte unterschreiben oder ablehnen; Tagesordnung sehen"
    WRITE_REMARKS = "Anmerkungen und Vorschläge schreiben"
    SEE_SOURCES = "Quellen, Kalender und Datenbedarf sehen"
    KEEP_SOURCES = "Angaben zu Quellen pflegen, Lieferungen vormerken und verfolgen"
    TRY_DELIVERY = "Lieferungen hochladen und prüfen"
    ACCEPT_DELIVERY = "Geprüfte Lieferungen übernehmen"
    EDIT_AREAS = "Gebiete und Grenzen einlesen"
    FREEZE_RESULTS = "Ergebnisse berechnen und festhalten"
    SEE_PROTECTION_COSTS = "Kosten der Geheimhaltung und gröbere Gliederungen vergleichen"
    HANDLE_SIGNALS = "Hinweise der Frühwarnung ansehen, erklären und zuweisen"
    CLOSE_SIGNALS = "Hinweise der Frühwarnung abschließen und wieder öffnen"
    CONFIRM_BREAKS = "Vorgeschlagene Reihenbrüche bestätigen oder verwerfen"
    INTERPRET = "Interpretationen schreiben"
    SIGN_INTERPRETATION = "Interpretationen unterschreiben"
    DOWNLOAD_REPORT = "Berichte herunterladen"
    EXCHANGE = "Ausgaben als Ordner herunterladen, vergleichen und einlesen"
    READ_AUDIT = "Protokoll lesen"
    MANAGE_ACCOUNTS = "Konten anlegen und sperren, vergessene Passwörter zurücksetzen"


_EVERY_READER = frozenset({Role.COORDINATION, Role.STATISTICS, Role.DEPARTMENT, Role.PARTNER, Role.LEADERSHIP})
_OFFICES = frozenset({Role.COORDINATION, Role.STATISTICS})
_STAFF = _OFFICES | {Role.DEPARTMENT}

RIGHTS: Mapping[Right, frozenset[Role]] = MappingProxyType(
    {
        Right.SEE_MONITORING: _EVERY_READER,
        Right.SEE_WORKING_VALUES: _STAFF,
        Right.EDIT_CONCEPT: frozenset({Role.COORDINATION}),
        Right.ANSWER_CONCEPT: _OFFICES,
        Right.EDIT_CATALOGUE: _OFFICES,
        Right.SIGN_TARGET: _OFFICES,
        Right.WRITE_REMARKS: _STAFF | {Role.PARTNER},
        Right.SEE_SOURCES: _STAFF,
        Right.KEEP_SOURCES: _OFFICES,
        Right.TRY_DELIVERY: _STAFF,
        Right.ACCEPT_DELIVERY: _OFFICES,
        Right.EDIT_AREAS: frozenset({Role.STATISTICS}),
        Right.FREEZE_RESULTS: _OFFICES,
        Right.SEE_PROTECTION_COSTS: frozenset({Role.STATISTICS}),
        Right.HANDLE_SIGNALS: _STAFF,
        Right.CLOSE_SIGNALS: _OFFICES,
        Right.CONFIRM_BREAKS: _OFFICES,
        Right.INTERPRET: _STAFF,
        Right.SIGN_INTERPRETATION: _OFFICES,
        Right.DOWNLOAD_REPORT: _EVERY_READER,
        Right.EXCHANGE: _OFFICES,
        Right.READ_AUDIT: _OFFICES | {Role.ADMINISTRATION},
        Right.MANAGE_ACCOUNTS: frozenset({Role.ADMINISTRATION}),
    }
)


def may_in(account: Account, right: Right, field: str) -> bool:
    """Whether the account may do this in a field of action: a Fachbereich only in its own ones, if any are named.

    Reading is not narrowed: for that `may` is asked.
    """
    bound = account.role == Role.DEPARTMENT and bool(account.own_fields)
    own = {name.casefold() for name in account.own_fields}
    return may(account, right) and (not bound or field.casefold() in own)


def may(account: Account, right: Right) -> bool:
    """Whether the account's role holds the right; a locked account holds none."""
    return account.is_active and Role(account.role) in RIGHTS[right]
