"""A walk through the shell as one role: every kind of page and file, every form, every answer kept to be searched.

Of addresses that differ in nothing but what they name (270 indicators of the catalogue) the first few are looked at;
of those that name the edition too one of each kind that tells figures, because they show what the same ones without it
show. `Walk.answers` is in the order of the requests, which hang on nothing but the answers before.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

from tests.house.sending import Sending, links, sendings
from tests.house.told import told

_PREFIX = re.compile(r"/ausgabe/\d+(?=/)")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
_OF_THE_MOMENT = {"Expires", "Content-Length", "Content-Security-Policy"}
"""Headers that say when, or list things in any order; the length is taken without the tokens."""

_FEW, _SO_MANY = 2, {"indikatoren/<str:code>/herkunft/": 8, "berichte/<slug:audience>.<slug:ending>": 12}
"""Addresses that are looked at of a kind; those with the figures of every area and in every form are more."""
_SHAPES = 8
"""So many forms of one address are sent: one that grows by a line whenever it is sent would never come to an end."""

NEVER_SENT = {
    "abmelden/": "ends the session",
    "konto/": "changes the password, which ends the session",
    "anmelden/": "begins another session",
}
_LAST = re.compile(
    r"(streichen|entfernen|loeschen|verwerfen|ablehnen|zuruecknahme|stilllegen|sperren|passwort|durchsehen)/$|^phase/"
)
_AT_THE_END = re.compile(r"^anfangen/|einlesen/uebernehmen/$")

Key = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What makes a form another one: where it is sent to, the names of its fields, and which button was pressed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: to which request, with which status, and all that it tells, without tokens drawn at random."""

    request: str
    route: str
    status: int
    text: str


@dataclass(slots=True)
class Walk:
    """The walk of one account. `files` are the uploads for an address's file inputs; `tick` moves the clock; `telling`
    are the routes that tell figures."""

    client: Client
    folder: Path
    files: Callable[[str], tuple[str, bytes]]
    tick: Callable[[], None]
    telling: frozenset[str]
    answers: list[Answer] = field(default_factory=list)
    _waiting: deque[str] = field(default_factory=deque)
    _known: set[str] = field(default_factory=set)
    _kinds: Counter[tuple[bool, str, tuple[str, ...]]] = field(default_factory=Counter)
    _forms: dict[Key, Sending] = field(default_factory=dict)
    _sent: set[Key] = field(default_factory=set)

    def everywhere(self, *beginnings: str) -> None:
        """All pages that can be reached, then all forms, the destructive ones last, with what they lead to."""
        self._add(beginnings)
        self._look()
        while waiting := sorted(self._forms.keys() - self._sent, key=_order):
            self._send(waiting[0])
            self._look()

    def once_more(self) -> None:
        """Looks again where figures are told: what is there now."""
        known = dict.fromkeys(each.request[4:] for each in self.answers if each.request.startswith("GET "))
        for address in known:
            if route_of(address) in self.telling and not _PREFIX.match(address):
                self._get(address)

    def _look(self) -> None:
        while self._waiting:
            self._get(self._waiting.popleft())

    def _get(self, address: str) -> None:
        self._keep(f"GET {address}", address, self.client.get(address))

    def _send(self, key: Key) -> None:
        """Twice where it was accepted: the second time it is out of date, or says what stands there already."""
        self._sent.add(key)
        sending = self._forms[key]
        for _ in range(2):
            data: dict[str, object] = {name: list(values) for name, values in sending.values.items()}
            data |= {name: SimpleUploadedFile(*self.files(sending.address)) for name in sending.files}
            answer = self.client.post(sending.address, data)
            self._keep(f"POST {sending.address} {key[1:]}", sending.address, answer)
            if answer.status_code != 302:
                break
            self._get(answer.headers["Location"])

    def _keep(self, request: str, address: str, answer: HttpResponseBase) -> None:
        self.tick()
        assert answer.status_code < 500, f"{request}: a page that fails was not searched"
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        page = told(body, self.folder)
        headers = {name: value for name, value in answer.headers.items() if name not in _OF_THE_MOMENT}
        text = _TOKEN.sub("", f"{headers}\n{page}")
        self.answers.append(Answer(request, route_of(address), answer.status_code, text))
        self._add([answer.headers["Location"]] if "Location" in answer.headers else [])
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            self._add(links(page, address))
            self._find_forms(page, address)

    def _add(self, found: Iterable[str]) -> None:
        for link in found:
            target = urlsplit(link)
            address = f"{target.path}?{target.query}" if target.query else target.path
            here = not target.netloc and not target.path.startswith("/static/")
            if here and address not in self._known and self._worth_while(address):
                self._known.add(address)
                self._waiting.append(address)

    def _worth_while(self, address: str) -> bool:
        route, prefixed = route_of(address), bool(_PREFIX.match(address))
        names = sorted({name for name, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True)})
        kind = (prefixed, route, tuple(names))
        self._kinds[kind] += 1
        return self._kinds[kind] <= (route in self.telling if prefixed else _SO_MANY.get(route, _FEW))

    def _find_forms(self, page: str, address: str) -> None:
        """Forms of an edition's address are the same again."""
        for each in sendings(page, address):
            route = route_of(each.address)
            key = (route, tuple(sorted(each.values)), tuple(each.values.get("was", ())))
            room = sum(known[0] == route for known in self._forms) < _SHAPES
            if room and route not in NEVER_SENT and not _PREFIX.match(each.address):
                self._forms.setdefault(key, each)


def _order(key: Key) -> tuple[int, str]:
    return (2 if _AT_THE_END.search(key[0]) else 1 if _LAST.search(key[0]) else 0), repr(key)


def route_of(address: str) -> str:
    """The pattern of an address, without the edition; "?" where there is no such page."""
    try:
        return resolve(_PREFIX.sub("", urlsplit(address).path)).route
    except Resolver404:
        return "?"
