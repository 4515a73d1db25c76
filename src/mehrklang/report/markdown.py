"""A small, safe part of Markdown: paragraphs, emphasis, lists, headings. It makes blocks of plain text, never HTML.

Links become their text with the address in brackets; raw HTML stays the text that it is; what is not known is text.
"""

import re
from collections.abc import Iterator

from mehrklang.report.document import Bullets, Heading, Paragraph, Run

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+]|\d{1,3}[.)])\s+(?P<text>.*)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
_VOICES = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")

Text = Heading | Paragraph | Bullets


def blocks(text: str, *, level: int, anchor: str) -> tuple[Text, ...]:
    """The blocks of a text; all its headings are of one level, and their anchors begin with `anchor`.

    >>> [type(block).__name__ for block in blocks("# Lage\\n\\nGut.\\n\\n- eins\\n- zwei", level=4, anchor="x")]
    ['Heading', 'Paragraph', 'Bullets']
    """
    found: list[Text] = []
    for chunk in _chunks(text):
        heading = _HEADING.fullmatch(chunk[0])
        if heading and _plain(heading[1]):
            found.append(Heading(level, _plain(heading[1]), f"{anchor}-{len(found) + 1}"))
        elif _ITEM.fullmatch(chunk[0]):
            _add_list(found, _list(chunk))
        else:
            found.append(Paragraph(runs(" ".join(line.strip().removeprefix("> ") for line in chunk))))
    return tuple(found)


def _add_list(found: list[Text], new: Bullets) -> None:
    """A list whose items are separated by blank lines is one list."""
    last = found[-1] if found else None
    if isinstance(last, Bullets) and last.ordered == new.ordered:
        found[-1] = Bullets(last.items + new.items, last.ordered)
    else:
        found.append(new)


def body(text: str) -> tuple[Paragraph | Bullets, ...]:
    """Like `blocks`, for places without headings: these become paragraphs in strong letters."""
    return tuple(
        Paragraph((Run(block.text, strong=True),)) if isinstance(block, Heading) else block
        for block in blocks(text, level=2, anchor="")
    )


def runs(text: str) -> tuple[Run, ...]:
    """The runs of one paragraph.

    >>> runs("Das ist *wichtig* und **sehr** gut: [Quelle](https://example.org)")[1:4]
    (Run(text='wichtig', strong=False, emphasis=True), Run(text=' und ', strong=False, emphasis=False), \
Run(text='sehr', strong=True, emphasis=False))
    >>> "".join(run.text for run in runs("2*3*4 <b>nein</b> \\\\*Stern\\\\*"))
    '2*3*4 <b>nein</b> *Stern*'
    """
    hidden = _ESCAPED.sub(lambda found: chr(0xE000 + ord(found[1])), _links(text).replace("`", ""))
    return tuple(_shown(run) for run in _voices(hidden) if run.text)


def _voices(text: str, *, strong: bool = False, emphasis: bool = False) -> Iterator[Run]:
    start = 0
    for found in _VOICES.finditer(text):
        yield Run(text[start : found.start()], strong, emphasis)
        mark = len(found[1])
        yield from _voices(found[2], strong=strong or mark > 1, emphasis=emphasis or mark != 2)
        start = found.end()
    yield Run(text[start:], strong, emphasis)


def _shown(run: Run) -> Run:
    """With the escaped characters back in place."""
    text = re.sub("[\ue000-\ue07f]", lambda found: chr(ord(found[0]) - 0xE000), run.text)
    return Run(text, run.strong, run.emphasis)


def _links(text: str) -> str:
    return _LINK.sub(
        lambda found: found[1] if found[1] == found[2] or not found[2] else f"{found[1]} ({found[2]})", text
    )


def _plain(text: str) -> str:
    return "".join(run.text for run in runs(text))


def _chunks(text: str) -> Iterator[list[str]]:
    """Lines that belong together: a heading, a list, or the lines of a paragraph."""
    chunk: list[str] = []
    for line in [*text.splitlines(), ""]:
        item = _ITEM.fullmatch(line)
        continues_list = bool(chunk) and bool(_ITEM.fullmatch(chunk[0])) and (item or line.startswith(" "))
        ends = not line.strip() or _HEADING.fullmatch(line) or (item and not continues_list)
        if chunk and (ends or _HEADING.fullmatch(chunk[0])):
            yield chunk
            chunk = []
        if line.strip():
            chunk.append(line)


def _list(lines: list[str]) -> Bullets:
    """A list; lines that are indented further than the first item are inner lists or continue their item."""
    first = _ITEM.fullmatch(lines[0])
    assert first is not None  # only called for lists
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        item = _ITEM.fullmatch(line)
        if item and len(item["indent"]) <= len(first["indent"]):
            items.append((item["text"], []))
        elif item:
            items[-1][1].append(line)
        else:
            text, inner = items.pop()
            items.append(
                (text, [*inner[:-1], f"{inner[-1]} {line.strip()}"]) if inner else (f"{text} {line.strip()}", [])
            )
    return Bullets(tuple(_item(text, inner) for text, inner in items), ordered=first["mark"][0].isdigit())


def _item(text: str, inner: list[str]) -> tuple[Paragraph | Bullets, ...]:
    return (Paragraph(runs(text)), _list(inner)) if inner else (Paragraph(runs(text)),)
