"""Whether somebody is acting right now. Models look here before they let themselves be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_acting: ContextVar[bool] = ContextVar("acting", default=False)


class WrittenWithoutActError(RuntimeError):
    """A model was written outside an act: without an author and without a trace."""


def demand_act(what: str) -> None:
    """Raises unless an act is under way."""
    if not _acting.get():
        raise WrittenWithoutActError(f"{what} may only be written inside an act (audit.actions.act)")


@contextmanager
def acting() -> Iterator[None]:
    """While this is open, models let themselves be written. Only `audit.actions.act` opens it."""
    token = _acting.set(True)
    try:
        yield
    finally:
        _acting.reset(token)
