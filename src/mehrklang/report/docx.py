"""The Word exit: headings, lists and table heads are what they are, so that Word and a screen reader know them.

Pictures are set from their SVG at 200 dots per inch and carry their text alternative.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
import typst
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from mehrklang.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Terms,
)

_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 16cm)"""


def render(document: Document, *, created: datetime) -> bytes:
    """The file; `created` is the moment that it names as its own, with time zone (ValueError without)."""
    if created.tzinfo is None:
        raise ValueError("the moment of creation needs a time zone")
    word = docx.Document()
    _dress(word)
    _properties(word, document, created)
    word.add_paragraph(document.organisation)
    word.add_heading(document.title, level=0)
    facts = (document.label, document.edition, document.date_text)
    word.add_paragraph(" · ".join(fact for fact in facts if fact))
    for block in document.blocks:
        _block(word, block)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _dress(word: WordFile) -> None:
    """German as the language of all text, A4, a plain typeface."""
    word.styles["Normal"].font.name = "Arial"
    word.styles["Normal"].font.size = Pt(10.5)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)


def _properties(word: WordFile, document: Document, created: datetime) -> None:
    own = word.core_properties
    own.title, own.author, own.language = document.title, document.organisation, "de-DE"
    own.subject = document.label
    own.created = own.modified = created.astimezone(UTC).replace(tzinfo=None)
    own.comments = own.keywords = ""


def _block(word: WordFile, block: Block) -> None:
    match block:
        case Heading():
            word.add_heading(block.text, level=block.level - 1)
        case Paragraph():
            _paragraph(word, block)
        case Bullets():
            _bullets(word, block)
        case Table():
            _table(word, block)
        case Figure():
            _figure(word, block)
        case Terms():
            _terms(word, block)
        case Callout():
            quote = word.add_paragraph(style="Intense Quote")
            _speak(quote, (Run(f"{block.symbol} {block.word}: "), Run(block.text)))
        case PageBreak():
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _terms(word: WordFile, block: Terms) -> None:
    for term in block.terms:
        _speak(word.add_paragraph(), (Run(term.name, strong=True),))
        for part in term.description:
            _block(word, part)


def _paragraph(word: WordFile, block: Paragraph, style: str | None = None) -> WordParagraph:
    written = word.add_paragraph(style=style)
    _speak(written, block.runs)
    if block.small:
        for run in written.runs:
            run.font.size = Pt(8.5)
    return written


def _speak(written: WordParagraph, runs: Sequence[Run]) -> None:
    for run in runs:
        said = written.add_run(_allowed(run.text))
        said.bold, said.italic = run.strong or None, run.emphasis or None


def _allowed(text: str) -> str:
    """Without control characters, which a Word file cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def _bullets(word: WordFile, block: Bullets, level: int = 1) -> None:
    """Word's own lists, to its third level; an ordered list is numbered in its text, so that each begins with 1."""
    suffix = f" {min(level, 3)}" if level > 1 else ""
    for at, item in enumerate(block.items, start=1):
        for place, part in enumerate(item):
            if isinstance(part, Bullets):
                _bullets(word, part, level + 1)
            elif block.ordered:
                number = (Run(f"{at}. "),) if place == 0 else ()
                _paragraph(word, Paragraph((*number, *part.runs)), f"List Continue{suffix}")
            else:
                _paragraph(word, part, f"List Bullet{suffix}" if place == 0 else f"List Continue{suffix}")


def _table(word: WordFile, block: Table) -> None:
    """The caption stands before the table; its first row is repeated on each page and known as head."""
    caption = word.add_paragraph(_allowed(block.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = word.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    _mark_head(table.rows[0])
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        _write(cell, head, strong=True)
    for row in block.rows:
        cells = table.add_row().cells
        _write(cells[0], row.head, strong=True)
        for cell, value in zip(cells[1:], row.cells, strict=True):
            _write(cell, value.text, numeric=value.numeric)
    for note in block.notes:
        _paragraph(word, Paragraph.of(note, small=True))
    word.add_paragraph()


def _mark_head(row: WordRow) -> None:
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001 — python-docx has no property for it


def _write(cell: WordCell, text: str, *, strong: bool = False, numeric: bool = False) -> None:
    written = cell.paragraphs[0]
    _speak(written, (Run(text, strong=strong),))
    if numeric:
        written.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _figure(word: WordFile, block: Figure) -> None:
    caption = word.add_paragraph(_allowed(block.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    word.add_picture(io.BytesIO(_png(block.wide)), width=Cm(16))
    drawing = word.paragraphs[-1]._p  # noqa: SLF001 — python-docx has no property for the text alternative
    for properties in drawing.iter(qn("wp:docPr")):
        properties.set("descr", _allowed(block.alternative))


def _png(svg: str) -> bytes:
    picture = typst.compile(_PICTURE, format="png", ppi=200, sys_inputs={"svg": svg})
    assert isinstance(picture, bytes)  # one page
    return picture
