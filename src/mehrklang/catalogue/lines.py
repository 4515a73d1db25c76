"""Where a key stands in a TOML file: the standard reader does not tell, but a message has to name the line."""

import re
from collections.abc import Iterator

KeyPath = tuple[str | int, ...]
"""The way to a value: keys, and behind the name of a repeated table its index from 0."""

_HEADER = re.compile(r"\s*(\[\[|\[)\s*([\w.\-]+)\s*\]")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")
_FENCE = re.compile(r'"""|\'\'\'')


class KeyLines:
    """The lines of a text's keys, looked for at the first question only: most files have no fault.

    `first_line` is where the text begins in its file.

    >>> KeyLines('code = "a"\\n[[bezug]]\\nquelle = "b"').line(("bezug", 0, "gruppe"))
    2
    """

    __slots__ = ("_first_line", "_lines", "_text")

    def __init__(self, text: str, *, first_line: int = 1) -> None:
        self._text = text
        self._first_line = first_line
        self._lines: dict[KeyPath, int] | None = None

    def line(self, path: KeyPath) -> int:
        """The line of the key, or of what surrounds it where the key has no line of its own; 0 if there is none."""
        if self._lines is None:
            found = key_lines(self._text).items()
            self._lines = {way: line + self._first_line - 1 for way, line in found}
        return next((self._lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self._lines), 0)


class KnownLines(KeyLines):
    """The lines of a table that was not read from TOML, said beforehand; a key without one has that of what is above.

    >>> KnownLines({("indikator", 0): 12}).line(("indikator", 0, "name"))
    12
    """

    __slots__ = ()

    def __init__(self, lines: dict[KeyPath, int]) -> None:
        super().__init__("")
        self._lines = lines


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every table header and of every key that begins a line.

    >>> key_lines('code = "a"\\n[[bezug]]\\n[[bezug.gruppe]]\\nbasis = "b"')
    {('code',): 1, ('bezug', 0): 2, ('bezug', 0, 'gruppe', 0): 3, ('bezug', 0, 'gruppe', 0, 'basis'): 4}
    """
    lines: dict[KeyPath, int] = {}
    repeats: dict[KeyPath, int] = {}
    here: KeyPath = ()
    for number, line in _outside_long_strings(text):
        if header := _HEADER.match(line):
            here = _path_of(header[2].split("."), repeats, repeated=header[1] == "[[")
            lines[here] = number
        elif key := _KEY.match(line):
            lines[(*here, key[1])] = number
    return lines


def _path_of(names: list[str], repeats: dict[KeyPath, int], *, repeated: bool) -> KeyPath:
    """The path of a header; a header below a repeated table means the latest one."""
    path: KeyPath = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in repeats:
            path = (*path, repeats[path] - 1)
    path = (*path, names[-1])
    if not repeated:
        return path
    repeats[path] = repeats.get(path, 0) + 1
    return (*path, repeats[path] - 1)


def _outside_long_strings(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines that do not begin inside a string of several lines."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not fence:
            yield number, line
            if line.lstrip().startswith("#"):
                continue
        for mark in _FENCE.findall(line):
            fence = "" if fence == mark else fence or mark
