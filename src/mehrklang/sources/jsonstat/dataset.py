"""The parts of a JSON-stat dataset, in both versions. Nothing in it is believed to be there."""

from collections.abc import Iterator, Mapping, Sequence
from math import prod

from mehrklang.sources.declared.roles import role_of
from mehrklang.sources.declared.table import Dimension, Entry, positions

Json = Mapping[str, "Json"] | Sequence["Json"] | str | bool | None
"""What JSON holds; numbers are read as text."""

Object = Mapping[str, Json]


def obj(value: Json) -> Object:
    """The object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def text(value: Json) -> str:
    """The text, or ""."""
    return value if isinstance(value, str) else ""


def texts(value: Json) -> tuple[str, ...]:
    """The texts of an array."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return ()
    return tuple(one for one in value if isinstance(one, str))


def find_datasets(document: Json) -> dict[str, Object]:
    """The datasets of a document by their keys: one of version 2.0, any number of version 1.x."""
    top = obj(document)
    if "dimension" in top:
        extension = obj(top.get("extension"))
        return {text(top.get("code")) or text(extension.get("id")) or text(top.get("label")) or "JSON-stat": top}
    return {key: obj(one) for key, one in top.items() if "dimension" in obj(one)}


def dimensions_of(dataset: Object) -> tuple[Dimension, ...]:
    """All dimensions in their order; () if one of them is not declared."""
    about = obj(dataset.get("dimension"))
    names = texts(dataset.get("id")) or texts(about.get("id"))
    found = tuple(filter(None, (_dimension(dataset, about, name) for name in names)))
    sizes = texts(dataset.get("size")) or texts(about.get("size"))
    fits = len(found) == len(names) and tuple(str(len(one.codes)) for one in found) == sizes
    return found if fits else ()


def _dimension(dataset: Object, about: Object, name: str) -> Dimension | None:
    one = obj(about.get(name))
    category = obj(one.get("category"))
    labels = obj(category.get("label"))
    codes = _codes(category.get("index"), labels)
    roles = obj(dataset.get("role")) or obj(about.get("role"))
    declared = next((role for role, names in roles.items() if name in texts(names)), "")
    label = text(one.get("label")) or name
    if not codes:
        return None
    named = tuple(text(labels.get(code)) or code for code in codes)
    return Dimension(name, label, codes, named, role_of(name, label, codes=codes, declared=declared))


def _codes(index: Json, labels: Object) -> tuple[str, ...]:
    """The codes in their order: a list, an object of positions, or of one category its label alone."""
    if isinstance(index, Mapping):
        places = {code: int(at) for code, at in index.items() if isinstance(at, str) and at.isdecimal()}
        return tuple(sorted(places, key=lambda code: places[code]))
    return texts(index) or tuple(labels)[:1]


def entries_of(dataset: Object, sizes: tuple[int, ...]) -> tuple[Entry, ...] | None:
    """The values with their positions (row-major over the sizes); None if there are more or fewer than places."""
    values, status = dataset.get("value"), dataset.get("status")
    whole = prod(sizes)
    cells = dict(_cells(values))
    flags = dict(_cells(obj(status).get("value", status)))
    dense = isinstance(values, Sequence) and not isinstance(values, str)
    if not cells or max(cells) >= whole or (dense and len(cells) != whole):
        return None
    common = status if isinstance(status, str) else ""
    return tuple(
        Entry(positions(at, sizes), raw, flags.get(at, "") or common, 0, f"value[{at}]") for at, raw in cells.items()
    )


def _cells(values: Json) -> Iterator[tuple[int, str]]:
    """Flat positions with texts, of a dense list or a sparse object; null is an empty cell."""
    if isinstance(values, Mapping):
        yield from ((int(at), _raw(one)) for at, one in values.items() if at.isdecimal())
    elif isinstance(values, Sequence) and not isinstance(values, str):
        yield from ((at, _raw(one)) for at, one in enumerate(values))


def _raw(value: Json) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return str(value)
