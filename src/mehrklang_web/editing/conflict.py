"""Two persons have changed the same object: neither text is lost, both are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.safestring import SafeString

from mehrklang_web.editing.models import Versioned

THEIRS = "andere"
"""The prefix of the fields that carry the other person's text through the form."""


class ConflictError(Exception):
    """The object was saved by somebody else since this form was opened."""

    def __init__(self, kept: Versioned) -> None:
        super().__init__(f"{kept} was changed meanwhile")
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which the two texts differ, with the hidden fields that carry both through the form."""

    name: str
    label: str
    mine: str
    theirs: str
    hidden: SafeString


def check(kept: Versioned, seen: int) -> None:
    """ConflictError if the object has another version than the one that its editor has seen."""
    if kept.version != seen:
        raise ConflictError(kept)


def seen_version(sent: QueryDict) -> int:
    """The version that a form showed; 0, which no saved object has, where it says none or no number.

    >>> seen_version(QueryDict("version=3")), seen_version(QueryDict("version=drei"))
    (3, 0)
    """
    text = sent.get("version") or ""
    return int(text) if text.isdecimal() else 0


def differences(mine: forms.Form, theirs: forms.Form) -> tuple[Difference, ...]:
    """The fields that differ. `theirs` is made with `prefix=THEIRS` and the saved object as initial values."""
    return tuple(_different(mine, theirs))


def agreed_fields(mine: forms.Form, theirs: forms.Form) -> tuple[SafeString, ...]:
    """Hidden fields for all that does not differ."""
    different = {each.name for each in _different(mine, theirs)}
    return tuple(mine[name].as_hidden() for name in mine.fields if name not in different)


def merged(sent: QueryDict) -> QueryDict:
    """The form as its author decided: for each field that differed his or her own text, or the other one."""
    result = sent.copy()
    for name in [key.removeprefix("wahl-") for key in sent if key.startswith("wahl-")]:
        if sent.get(f"wahl-{name}") == THEIRS:
            result.setlist(name, sent.getlist(f"{THEIRS}-{name}"))
    return result


def _different(mine: forms.Form, theirs: forms.Form) -> Iterator[Difference]:
    for name in mine.fields:
        one, other = shown(mine[name]), shown(theirs[name])
        if one != other:
            hidden = SafeString(mine[name].as_hidden() + theirs[name].as_hidden())
            yield Difference(name, str(mine[name].label), one, other, hidden)


def shown(bound: BoundField) -> str:
    """What a field says, in words: the labels of what is chosen, else the text."""
    value = bound.value()
    chosen = [str(each) for each in value] if isinstance(value, list | tuple) else [_text(bound, value)]
    labels = dict(_choices(bound.field))
    return ", ".join(labels.get(each, each) for each in chosen)


def _text(bound: BoundField, value: object) -> str:
    if isinstance(bound.field, forms.BooleanField):
        return "ja" if value else "nein"
    formatted = bound.field.widget.format_value(value) if value is not None else ""
    if isinstance(formatted, list | tuple):
        return ", ".join(str(each) for each in formatted)
    return str(formatted or "").replace("\r\n", "\n").strip()


def _choices(field: forms.Field) -> Iterator[tuple[str, str]]:
    for value, label in getattr(field, "choices", ()):
        if isinstance(label, list | tuple):
            yield from ((str(inner), str(text)) for inner, text in label)
        else:
            yield str(value), str(label)
