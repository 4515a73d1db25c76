"""argparse in German: its own words, taken through the function by which it looks up translations."""

import argparse
import gettext
from collections.abc import Iterator
from contextlib import contextmanager

_WORDS = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Angaben",
    "options": "Optionen",
    "show this help message and exit": "zeigt diese Hilfe",
    "show program's version number and exit": "zeigt die Version",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: Der Aufruf ist so nicht möglich. %(message)s\n",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r gibt es nicht (es gibt: %(choices)s)",
    "invalid choice: %(value)r (choose from %(choices)s)": "unbekannter Wert %(value)r (möglich: %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r ist nicht zulässig",
    "unrecognized arguments: %s": "Unbekannte Angabe: %s",
    "not allowed with argument %s": "geht nicht zusammen mit %s",
    "ignored explicit argument %r": "nimmt keinen Wert, angegeben ist %r",
    "the following arguments are required: %s": "Es fehlt: %s",
    "one of the arguments %s is required": "Nötig ist eine der Angaben %s",
    "expected one argument": "dahinter fehlt ein Wert",
    "expected at most one argument": "höchstens ein Wert ist möglich",
    "expected at least one argument": "dahinter fehlt mindestens ein Wert",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s ist mehrdeutig: %(matches)s",
    "unexpected option string: %s": "Unerwartete Angabe: %s",
}
"""What a user of the command line can meet (Python 3.11 to 3.13). Faults of a programmer stay English."""


def translate(text: str) -> str:
    """The German for a text of argparse; other texts as they are."""
    return _WORDS.get(text, text)


def _translate_number(one: str, many: str, count: int) -> str:
    if one == "expected %s argument":
        return "dahinter fehlt ein Wert (%s)" if count == 1 else "dahinter fehlen Werte (%s)"
    return gettext.ngettext(one, many, count)


@contextmanager
def german() -> Iterator[None]:
    """Within this block argparse speaks German; afterwards it is as before, for whoever else uses it."""
    module = vars(argparse)
    before = module["_"], module["ngettext"]
    module["_"], module["ngettext"] = translate, _translate_number
    try:
        yield
    finally:
        module["_"], module["ngettext"] = before
