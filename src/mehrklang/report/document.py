"""The document: what a report says, block by block, before any exit gives it a form.

Plain frozen values. Text is plain text in runs; there is no markup in it, so an exit escapes everything. Levels of
headings: the title of the document is level 1, the first headings inside are level 2.
"""

from dataclasses import dataclass

from mehrklang.report.audience import Audience


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one voice."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `anchor` is unique in the document."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` opens a page in larger letters, `small` is a note."""

    runs: tuple[Run, ...]
    lead: bool = False
    small: bool = False

    @classmethod
    def of(cls, text: str, *, lead: bool = False, small: bool = False) -> "Paragraph":
        """A paragraph in one voice."""
        return cls((Run(text),), lead=lead, small=small)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one or more paragraphs or inner lists."""

    items: tuple[tuple["Paragraph | Bullets", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the figure as printed (number, sign or number in brackets) and why it carries its sign."""

    text: str
    explanation: str = ""
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its head and its cells."""

    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with column heads (the first stands over the row heads), row heads and notes; a folded one may be hidden
    behind its caption on a screen, never on paper."""

    anchor: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    folded: bool = False

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Which columns hold numbers and are set flush right; the row heads never."""
        columns = range(len(self.heads) - 1)
        return (False, *(all(row.cells[at].numeric for row in self.rows) for at in columns))

    def __post_init__(self) -> None:
        if any(len(row.cells) + 1 != len(self.heads) for row in self.rows):
            raise ValueError(f"rows and heads differ in length: {self.caption}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart or map: as SVG for wide and for narrow places, with its text alternative and the table beside it."""

    anchor: str
    caption: str
    wide: str
    narrow: str
    alternative: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a definition list."""

    name: str
    description: tuple[Paragraph | Bullets, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """A definition list: the Steckbrief of an indicator."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A state or notice: symbol and word, never a colour alone, and a sentence."""

    symbol: str
    word: str
    text: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page, on paper."""


Block = Heading | Paragraph | Bullets | Table | Figure | Terms | Callout | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `kind` is what the title page calls it, where it is not the report of its audience.

    Promise: anchors are unique; no heading skips a level; the first heading is of level 2.
    """

    title: str
    organisation: str
    edition: str
    date_text: str
    audience: Audience
    blocks: tuple[Block, ...]
    kind: str = ""

    @property
    def label(self) -> str:
        """What the title page calls it."""
        return self.kind or self.audience.label

    def __post_init__(self) -> None:
        anchors = [block.anchor for block in self.blocks if isinstance(block, Heading | Table | Figure)]
        if len(anchors) != len(set(anchors)):
            raise ValueError("two blocks share an anchor")
        level = 1
        for heading in (block for block in self.blocks if isinstance(block, Heading)):
            if not 2 <= heading.level <= level + 1:
                raise ValueError(f"the heading {heading.text!r} skips a level")
            level = heading.level
