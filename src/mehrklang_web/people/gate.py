"""The door of a view: which right it asks for. Every view of the shell passes here or says that it is open."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
Respond = Callable[[HttpRequest], HttpResponseBase]


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


def with_first_password(view: View[P]) -> View[P]:
    """Opens also to whoever still has the password that somebody else chose."""
    view.with_first_password = True  # type: ignore[attr-defined] # read below
    return view


class OwnPasswordFirst:
    """Django middleware: whoever still has the first password is led to the page on which it is changed."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """As any middleware."""
        return self._respond(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Respond,
        args: Sequence[object],  # noqa: ARG002 — Django's form
        kwargs: Mapping[str, object],  # noqa: ARG002 — as above
    ) -> HttpResponseBase | None:
        """Before a view is called; None lets it be called."""
        account = request.user
        if not isinstance(account, Account) or not account.first_password:
            return None
        is_open = getattr(view, "login_required", True) is False or hasattr(view, "with_first_password")
        return None if is_open else redirect("people:first_password")
