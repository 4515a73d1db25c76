"""The edition in the address: under /ausgabe/<number>/ every page of the shell shows that edition.

An address that is passed on leads everybody to the same edition; without the prefix it is the newest one. The prefix is
taken off before the address is resolved and put before every address that a page makes, so that no room knows of it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix

_PREFIX = re.compile(r"/ausgabe/(\d{1,9})(/.*)")
_asked: ContextVar[int | None] = ContextVar("asked edition", default=None)


def asked_edition() -> int | None:
    """The number of the edition that the address names; None without one."""
    return _asked.get()


@contextmanager
def looking_at(edition: int) -> Iterator[None]:
    """While this is open, `queries.the_edition` is that edition and every address that is made names it."""
    before, token = get_script_prefix(), _asked.set(edition)
    set_script_prefix(f"{before}ausgabe/{edition}/")
    try:
        yield
    finally:
        set_script_prefix(before)
        _asked.reset(token)


def edition_in_address(respond: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Django middleware: takes the prefix off and remembers the edition while the request is answered."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        found = _PREFIX.fullmatch(request.path_info)
        if found is None:
            return respond(request)
        request.path_info = found[2]
        with looking_at(int(found[1])):
            return respond(request)

    return answer
