"""The PDF exit: an accessible document (PDF/UA-1) set by Typst, the same bytes for the same report and moment.

All content goes to the typesetter as data (JSON), never as markup. Typst itself refuses a picture without text
alternative, a document without title and a heading that skips a level.
"""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Literal

import typst

from mehrklang.report import row_headers
from mehrklang.report.document import Document, Figure, Table

_STANDARD: Literal["ua-1"] = "ua-1"
_KNOWN_BLOCKS = range(0x20, 0x250)
"""Latin letters with all their accents: every one of them is in the typeface, so nobody has to ask."""
_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)

Plain = str | bool | int | list["Plain"] | dict[str, "Plain"]


def render(document: Document, *, created: datetime) -> bytes:
    """The PDF; `created` is the moment that the file names as its own, with time zone (ValueError without)."""
    if created.tzinfo is None:
        raise ValueError("the moment of creation needs a time zone")
    report = json.dumps(_report(document), ensure_ascii=False)
    template = files("mehrklang.report").joinpath("design/report.typ").read_bytes()
    return row_headers.add(_typeset(template, {"report": _displayable(report)}, created))


def _typeset(template: bytes, inputs: dict[str, str], created: datetime) -> bytes:
    with as_file(files("mehrklang.report").joinpath("fonts")) as fonts:
        done = typst.compile(  # type: ignore[misc] # its stub cannot infer the type of an output that is not asked for
            template,
            pdf_standards=[_STANDARD],
            timestamp=created.astimezone(UTC),
            ignore_system_fonts=True,
            font_paths=[str(fonts)],
            sys_inputs=inputs,
        )
    assert isinstance(done, bytes)  # one document, not one file per page
    return done


def _report(document: Document) -> dict[str, Plain]:
    return {
        "title": document.title,
        "organisation": document.organisation,
        "edition": document.edition,
        "date_text": document.date_text,
        "audience": document.audience.value,
        "label": document.label,
        "subject": f"{document.label} – {document.organisation}",
        "blocks": _plain(document.blocks),
    }


def _plain(value: object) -> Plain:
    """A block as JSON: the name of its type as "kind", its fields, and what the typesetter has to know besides."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str | bool | int):
        return value
    assert is_dataclass(value)  # blocks hold nothing else
    plain: dict[str, Plain] = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Table):
        plain["numeric"] = list(value.numeric)
    if isinstance(value, Figure):
        del plain["narrow"]
    return {"kind": type(value).__name__, **plain}


def _displayable(text: str) -> str:
    """The text, with the code of each character that no typeface here can show in its place: "[U+1F600]"."""
    unusual = {letter for letter in text if ord(letter) not in _KNOWN_BLOCKS and letter not in "\t\n\r"}
    return text.translate({ord(letter): f"[U+{ord(letter):04X}]" for letter in _without_glyph(sorted(unusual))})


def _without_glyph(letters: Iterable[str]) -> list[str]:
    return [letter for letter in letters if not _has_glyph(letter)]


@lru_cache(maxsize=4096)
def _has_glyph(letter: str) -> bool:
    """Asks the typesetter, which refuses a document whose letters it cannot show."""
    source = b'#set document(title: "?")\n#set text(font: ("Fira Sans", "DejaVu Sans Mono"))\n#text(sys.inputs.letter)'
    try:
        _typeset(source, {"letter": f"a{letter}"}, _ANY_MOMENT)
    except typst.TypstError:
        return False
    return True
