"""The value column of a table: each distinct cell read once, whatever is wrong with it told."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.sources.faults import Faults, list_lines
from mehrklang.sources.numbers import Mark, find_marks, is_open, parse_number
from mehrklang.sources.signs import BLANK, NEGLIGIBLE, Comment, read_comment, read_figure
from mehrklang.vocabulary import Figure, Reason, Unit


@dataclass(frozen=True, slots=True)
class _Read:
    """How a cell text was read last: columns repeat their cells, mostly in one unit and without a comment."""

    comment: Comment
    unit: Unit
    figure: Figure | None


class Values:
    """Reads the cells of one value column.

    `by_hand`: people wrote the cells, not a machine. Then a bare 0 in thousands means "more than nothing" (DIN 55301),
    and a count like 1.234 in a column with decimal points is not believed. After the last row `finish` tells the empty
    cells and the fractional counts in one issue each.
    """

    __slots__ = ("_blank_lines", "_by_hand", "_column", "_comments", "_faults", "_fraction_lines", "_known", "_mark")

    def __init__(self, column: str, mark: Mark, faults: Faults, *, by_hand: bool = False) -> None:
        self._column = column
        self._mark = mark
        self._faults = faults
        self._by_hand = by_hand
        self._known: dict[str, _Read] = {}
        self._comments: dict[str, Comment] = {"": Comment.NONE}
        self._blank_lines: list[int] = []
        self._fraction_lines: list[int] = []

    def comment(self, raw: str) -> Comment:
        """What a comment cell means."""
        if raw not in self._comments:
            self._comments[raw] = read_comment(raw)
        return self._comments[raw]

    def read(self, raw: str, comment: Comment, unit: Unit, line: int) -> Figure | None:
        """The figure of a cell; None, with an issue, if it is not understood."""
        known = self._known.get(raw)
        if known is None or known.unit is not unit or known.comment is not comment:
            known = self._known[raw] = _Read(comment, unit, self._figure(raw, comment, unit))
        figure = known.figure
        if figure is None:
            self._tell(raw, unit, line)
        else:
            self._note(figure, raw, comment, unit, line)
        return figure

    def finish(self) -> None:
        """Tell how many cells were empty without a reason, and how many counts have decimals."""
        for code, lines in (("L-WERT-05", self._blank_lines), ("L-WERT-10", self._fraction_lines)):
            if lines:
                self._faults.add(code, line=lines[0], column=self._column, anzahl=len(lines), zeilen=list_lines(lines))

    def _figure(self, raw: str, comment: Comment, unit: Unit) -> Figure | None:
        if self._by_hand and unit.in_thousands and raw.strip() == "0":
            return NEGLIGIBLE
        figure = read_figure(raw, comment, self._parse)
        if figure is not None and figure.known and (self._undecided(raw, unit) or self._doubtful(raw, figure, unit)):
            return None
        return figure

    def _note(self, figure: Figure, raw: str, comment: Comment, unit: Unit, line: int) -> None:
        if figure is BLANK:
            self._blank_lines.append(line)
        elif comment is Comment.SECRET and raw.strip() and figure.reason is Reason.SOURCE_SECRET:
            self._faults.add("L-WERT-06", line=line, column=self._column, bemerkung=comment.value)
        elif unit is Unit.COUNT and _fractional(figure):
            self._fraction_lines.append(line)

    def _parse(self, text: str) -> Decimal | None:
        return parse_number(text, self._mark)

    def _undecided(self, raw: str, unit: Unit) -> bool:
        return self._mark is Mark.OPEN and unit is not Unit.COUNT and is_open(raw.strip(" ()"))

    def _doubtful(self, raw: str, figure: Figure, unit: Unit) -> bool:
        """Whether this is a count with three digits behind a point: rather thousands than fractions of persons."""
        return self._by_hand and unit is Unit.COUNT and _fractional(figure) and is_open(raw.strip(" ()"))

    def _tell(self, raw: str, unit: Unit, line: int) -> None:
        number = self._parse(raw.strip().strip("()"))
        readable = "L-WERT-03" if self._undecided(raw, unit) else "L-WERT-04"
        code = "L-WERT-01" if number is None else readable
        self._faults.add(code, line=line, column=self._column, raw=raw)


def _fractional(figure: Figure) -> bool:
    return figure.number is not None and figure.number != figure.number.to_integral_value()


def column_mark(texts: Iterable[str], column: str, faults: Faults) -> Mark:
    """The decimal mark of a column; told if the column contradicts itself."""
    marks = find_marks(texts)
    if marks.mixed:
        faults.add("L-WERT-02", column=column, mit_komma=marks.with_comma, mit_punkt=marks.with_point)
    return marks.mark
