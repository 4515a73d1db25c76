"""A kind of delivery that is known by its whole look, not by a row of heads, and reads its content itself."""

from collections.abc import Callable
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Sheet
from mehrklang.vocabulary import Material, Period, Unit


@dataclass(frozen=True, slots=True)
class Content:
    """A delivered file, decoded: a text (`sheets` is empty), or the visible sheets of a workbook (`text` is empty).

    `legacy`: the text is written in Windows-1252. `period` and `unit` are what the office says about the whole file
    where the file itself names no time, or no unit that is understood.
    """

    file: str
    text: str = ""
    sheets: tuple[Sheet, ...] = ()
    legacy: bool = False
    period: Period | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of delivery. `fits` looks at little of the content; `read` copes with anything and raises nothing."""

    key: str
    title: str
    fits: Callable[[Content], bool]
    read: Callable[[Content, Material, Faults], Reading]
