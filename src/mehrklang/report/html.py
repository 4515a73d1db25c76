"""The HTML exit: one file that carries everything in itself, for any browser, screen reader, telephone and printer.

Everything is escaped here. The style sheet stands in the head of the exported file; `body` gives the blocks alone, for
pages that bring their own style sheet and a strict content security policy.
"""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from mehrklang.report.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Term,
    Terms,
)


def render(document: Document) -> str:
    """The whole file."""
    style = files("mehrklang.report").joinpath("design/report.css").read_text(encoding="utf-8")
    title = escape(f"{document.title} – {document.organisation}" if document.organisation else document.title)
    return (
        '<!doctype html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#inhalt">Zum Inhalt springen</a>\n'
        f"{_header(document)}{contents(document.blocks)}"
        f'<main id="inhalt">\n{body(document.blocks)}</main>\n{_footer(document)}</body>\n</html>\n'
    )


def body(blocks: Sequence[Block]) -> str:
    """The blocks alone, as they stand inside a page; headings begin at level 2."""
    return "".join(_block(block) for block in blocks)


def contents(blocks: Sequence[Block]) -> str:
    """The table of contents: a landmark with the headings of levels 2 and 3."""
    entries: list[tuple[Heading, list[Heading]]] = []
    for heading in (block for block in blocks if isinstance(block, Heading)):
        if heading.level == 2:
            entries.append((heading, []))
        elif heading.level == 3 and entries:
            entries[-1][1].append(heading)
    if not entries:
        return ""
    items = "".join(f"<li>{_link(chapter)}{_inner(sections)}</li>\n" for chapter, sections in entries)
    head = '<nav class="contents" aria-labelledby="verzeichnis">\n<h2 id="verzeichnis">Inhalt</h2>\n'
    return f"{head}<ol>\n{items}</ol>\n</nav>\n"


def _inner(sections: Sequence[Heading]) -> str:
    return f"<ol>{''.join(f'<li>{_link(each)}</li>' for each in sections)}</ol>" if sections else ""


def _link(heading: Heading) -> str:
    return f'<a href="#{escape(heading.anchor)}">{escape(heading.text)}</a>'


def _header(document: Document) -> str:
    facts = [document.edition, document.date_text, document.label]
    return (
        f'<header class="cover">\n<p class="organisation">{escape(document.organisation)}</p>\n'
        f"<h1>{escape(document.title)}</h1>\n<p>{' · '.join(escape(fact) for fact in facts if fact)}</p>\n</header>\n"
    )


def _footer(document: Document) -> str:
    facts = [document.organisation, document.edition, document.date_text]
    return f"<footer><p>{' · '.join(escape(fact) for fact in facts if fact)}</p></footer>\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f'<h{block.level} id="{escape(block.anchor)}">{escape(block.text)}</h{block.level}>\n'
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Terms():
            return f"<dl>\n{''.join(_term(term) for term in block.terms)}</dl>\n"
        case Callout():
            return _callout(block)
        case PageBreak():
            return '<div class="page"></div>\n'


def _paragraph(block: Paragraph) -> str:
    kind = ' class="lead"' if block.lead else ' class="small"' if block.small else ""
    return f"<p{kind}>{''.join(_run(run) for run in block.runs)}</p>\n"


def _run(run: Run) -> str:
    text = escape(run.text)
    text = f"<em>{text}</em>" if run.emphasis else text
    return f"<strong>{text}</strong>" if run.strong else text


def _bullets(block: Bullets) -> str:
    name = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{''.join(_block(part) for part in item)}</li>\n" for item in block.items)
    return f"<{name}>\n{items}</{name}>\n"


def _term(term: Term) -> str:
    return f"<div><dt>{escape(term.name)}</dt><dd>{''.join(_block(part) for part in term.description)}</dd></div>\n"


def _callout(block: Callout) -> str:
    return (
        f'<div class="callout {block.tone}"><span class="symbol" aria-hidden="true">{escape(block.symbol)}</span>'
        f"<p><strong>{escape(block.word)}</strong> {escape(block.text)}</p></div>\n"
    )


def _figure(block: Figure) -> str:
    """The picture in the size that fits the screen, its text alternative to unfold, and the way to the table."""
    table = f'<p><a href="#{escape(block.table)}">Zur Tabelle</a></p>\n' if block.table else ""
    told = f"<details><summary>Diagramm in Worten</summary><p>{escape(block.alternative)}</p></details>\n"
    return (
        f'<figure id="{escape(block.anchor)}">\n<figcaption>{escape(block.caption)}</figcaption>\n'
        f'<div class="wide">{block.wide}</div>\n<div class="narrow">{block.narrow}</div>\n'
        f"{told}{table}</figure>\n"
    )


def _table(block: Table) -> str:
    """A table in a field of its own that scrolls and can be reached by keyboard where it is wider than the screen."""
    heads = "".join(_head(head, numeric=kind) for head, kind in zip(block.heads, block.numeric, strict=True))
    rows = "".join(
        f'<tr><th scope="row">{escape(row.head)}</th>{"".join(_cell(cell) for cell in row.cells)}</tr>\n'
        for row in block.rows
    )
    notes = (
        f'<ul class="notes">{"".join(f"<li>{escape(note)}</li>" for note in block.notes)}</ul>\n' if block.notes else ""
    )
    name = f"{escape(block.anchor)}-titel"
    table = (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}">\n'
        f'<table id="{escape(block.anchor)}">\n<caption id="{name}">{escape(block.caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n{notes}"
    )
    return (
        f"<details><summary>Tabelle: {escape(block.caption)}</summary>\n{table}</details>\n" if block.folded else table
    )


def _head(text: str, *, numeric: bool) -> str:
    kind = ' class="number"' if numeric else ""
    return f'<th scope="col"{kind}>{escape(text)}</th>'


def _cell(cell: Cell) -> str:
    kind = ' class="number"' if cell.numeric else ""
    hidden = f'<span class="unseen"> ({escape(cell.explanation)})</span>' if cell.explanation else ""
    return f"<td{kind}>{escape(cell.text)}{hidden}</td>"
