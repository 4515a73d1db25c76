"""The keyword records of a PX file: `KEY[language]("variable")="…","…";`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mehrklang.sources.layout import Content

_DATA = re.compile(r"^DATA\s*=", re.MULTILINE)
_RECORD = re.compile(r'((?:"[^"]*"|[^";])+);')
_KEY = re.compile(r'\s*([A-Z][A-Z0-9-]*)(\[[\w-]+\])?\s*(?:\(\s*"([^"]*)"[^=]*\))?\s*=(.*)', re.DOTALL)
_PART = re.compile(r'"([^"]*)"|(,)|([^\s",]+)')
_CODEPAGE = re.compile(r'^CODEPAGE\s*=\s*"([^"]+)"', re.MULTILINE)
_LATIN = re.compile(r"iso-?8859-?(\d{1,2})|(?:windows-?|cp)(125\d)|(?:cp)?(437|850|852)", re.IGNORECASE)

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Records:
    """All records of the first language by keyword and variable ("": the whole table), and the text behind DATA=."""

    values: Mapping[_Key, tuple[str, ...]]
    data: str
    data_line: int

    @classmethod
    def of(cls, text: str) -> "Records | None":
        """The records of a text; None if it has no data."""
        start = _DATA.search(text)
        if start is None:
            return None
        head = text[: start.start()]
        return cls(dict(_records(head)), text[start.end() :], head.count("\n") + 1)

    def all(self, keyword: str, variable: str = "") -> tuple[str, ...]:
        """The values of a record; () if there is none."""
        return self.values.get((keyword, variable), ())

    def one(self, keyword: str, variable: str = "") -> str:
        """The first value of a record; "" if there is none."""
        return next(iter(self.all(keyword, variable)), "")


def _records(head: str) -> Iterator[tuple[_Key, tuple[str, ...]]]:
    for match in _RECORD.finditer(head):
        record = _KEY.match(match[1])
        if record is not None and record[2] is None:
            yield (record[1], record[3] or ""), _values(record[4])


def _values(text: str) -> tuple[str, ...]:
    """The values of a record; strings without a comma between them are one string broken over lines.

    >>> _values('"Ehen nach "\\n"Land","weitere"'), _values("0")
    (('Ehen nach Land', 'weitere'), ('0',))
    """
    found: list[str] = []
    joined = False
    for quoted, comma, bare in _PART.findall(text):
        if comma:
            joined = False
        elif joined:
            found[-1] += quoted or bare
        else:
            found.append(quoted or bare)
            joined = True
    return tuple(found)


def recoded(content: Content) -> str:
    """The text in the character set that the file names.

    Windows-1252 stays wherever it has signs of its own (bytes 80 to 9F): files that name iso-8859-15 contain them.
    """
    named = _CODEPAGE.search(content.text)
    known = _LATIN.fullmatch(named[1].strip()) if named else None
    if not content.legacy or known is None:
        return content.text
    codec = f"iso8859-{known[1]}" if known[1] else f"cp{known[2] or known[3]}"
    try:
        data = content.text.encode("cp1252")
        return content.text if known[1] and any(0x80 <= byte <= 0x9F for byte in data) else data.decode(codec)
    except (UnicodeError, LookupError):
        return content.text
