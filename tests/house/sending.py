"""The forms of a page as somebody sends them: left as they stand, with what is empty filled in, or emptied."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import html

_TEXTS = {
    "date": "2026-06-01", "number": "1", "email": "probe@example.org", "tel": "0", "url": "https://example.org",
    "time": "12:00", "color": "#000000",
}  # fmt: skip
_PLAIN = "Ein Text zur Probe."


@dataclass(frozen=True, slots=True)
class Sending:
    """One way of sending a form: where to, what, and the names of its file inputs."""

    address: str
    values: Mapping[str, tuple[str, ...]]
    files: tuple[str, ...]


def sendings(page: str, address: str) -> Iterator[Sending]:
    """Every form of a page that writes, once for each of its buttons and once with nothing filled in."""
    if 'method="post"' not in page:
        return
    for form in html.fromstring(page).forms:
        if form.method != "POST":
            continue
        target = urljoin(address, form.get("action") or "").partition("#")[0]
        files = tuple(each.name for each in form.inputs if each.get("type") == "file" and each.name)
        for button in _buttons(form):
            yield Sending(target, _filled(form) | button, files)
        yield Sending(target, _emptied(form), ())


def _buttons(form: html.FormElement) -> list[dict[str, tuple[str, ...]]]:
    """What each button adds; buttons beside the form that name it are found too."""
    own = [each for each in form.iter("button", "input") if each.get("type", "submit") == "submit"]
    found = [{each.get("name"): (each.get("value", ""),)} for each in own if each.get("name")]
    return found or [{}]


def _filled(form: html.FormElement) -> dict[str, tuple[str, ...]]:
    """All values as they stand; sensible ones where nothing stands."""
    values: dict[str, tuple[str, ...]] = {}
    for each in form.inputs:
        if each.name and each.get("type") not in {"file", "submit", "button"} and each.get("disabled") is None:
            values[each.name] = (*values.get(each.name, ()), *_value(each, values.get(each.name, ())))
    return {name: told for name, told in values.items() if told}


def _value(each: html.HtmlElement, before: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(each, html.SelectElement):
        return _chosen(each)
    if isinstance(each, html.TextareaElement):
        return (each.value or _PLAIN,)
    kind = each.get("type", "text")
    if kind in {"checkbox", "radio"}:
        wanted = each.checked or each.get("required") is not None or kind == "radio"
        return (each.get("value", "on"),) if wanted and not (kind == "radio" and before) else ()
    return (each.get("value") or ("" if kind == "hidden" else _TEXTS.get(kind, _PLAIN)),)


def _chosen(each: html.SelectElement) -> tuple[str, ...]:
    """What is chosen; else the first that is something."""
    if each.multiple:
        return tuple(each.value) or tuple(filter(None, each.value_options))[:1]
    return (each.value or next(filter(None, each.value_options), ""),)


def _emptied(form: html.FormElement) -> dict[str, tuple[str, ...]]:
    """Only what the person cannot change."""
    hidden = (each for each in form.inputs if each.get("type") == "hidden" and each.name)
    return {each.name: (each.get("value", ""),) for each in hidden}


def links(page: str, address: str) -> Iterator[str]:
    """Where a page leads, forms that only ask included."""
    asking = re.findall(r'<form(?![^>]*method="post")[^>]*action="([^"#]+)', page)
    for found in (*re.findall(r'href="([^"#]+)', page), *asking):
        yield urljoin(address, found.replace("&amp;", "&"))
