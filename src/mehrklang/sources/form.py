"""What a kind of delivery is: a key, a German title, the heads it is recognised by, and its reader."""

from collections.abc import Callable
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Table
from mehrklang.vocabulary import Material


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of delivery; `heads` are the column heads without which it cannot be read."""

    key: str
    title: str
    heads: tuple[str, ...]
    read: Callable[[Table, Material, Faults], Reading]
