"""A page whose head is there at once and whose slow part comes when it is computed; without any script."""

from collections.abc import Callable, Iterator
from contextvars import copy_context

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

_HERE = "<!-- hier -->"


def in_two_parts(
    request: HttpRequest, template: str, page: dict[str, object], slow: Callable[[], str]
) -> StreamingHttpResponse:
    """The page with what `slow` answers where the template says `{{ here }}`; `slow` is asked after the head is sent,
    and still sees the edition of the address.
    """
    head, foot = render_to_string(template, {**page, "here": mark_safe(_HERE)}, request).split(_HERE)  # noqa: S308 — our own comment
    seen = copy_context()

    def parts() -> Iterator[str]:
        yield head
        yield seen.run(slow)
        yield foot

    return StreamingHttpResponse(parts())
