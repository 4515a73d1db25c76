"""The door of a view: which right it asks for. Every view of the shell passes here or says that it is open."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def account_of(request: HttpRequest) -> Account:
    """The account behind a request that has passed the login."""
    if not isinstance(request.user, Account):
        raise PermissionDenied
    return request.user


def requires(right: Right) -> Callable[[View[P]], View[P]]:
    """Only accounts whose role holds the right enter; others get the page 403."""

    def door(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not may(account_of(request), right):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.right = right  # type: ignore[attr-defined] # read by the test that every address has a rule
        return guarded

    return door


def for_everybody(view: View[P]) -> View[P]:
    """Any account enters, whatever its role."""
    view.right = None  # type: ignore[attr-defined] # as above
    return view
