"""Area keys as people deliver them: text of fixed length, from which spreadsheets take the leading zero."""

from collections.abc import Collection
from dataclasses import dataclass

_OFFICIAL = (2, 5, 8, 12)
_SUSPICIOUS = (1, 4, 7, 11)


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """How to read the keys of one column: `length` is the number of digits to fill up to, 0: leave them."""

    length: int

    def read(self, key: str) -> str:
        """The key with its leading zero."""
        stripped = key.strip()
        return stripped.zfill(self.length) if self.length and stripped else stripped


def key_column(keys: Collection[str]) -> KeyColumn:
    """The rule for a column: only if all keys are digits and their lengths exactly {L − 1, L} of an official length.

    >>> key_column({"3153", "12051"}).read("3153"), key_column({"3153", "03"}).read("3153")
    ('03153', '3153')
    """
    stripped = {key.strip() for key in keys} - {""}
    lengths = {len(key) for key in stripped}
    if all(key.isdigit() for key in stripped):
        for length in _OFFICIAL:
            if lengths == {length - 1, length}:
                return KeyColumn(length)
    return KeyColumn(0)


def is_shortened(key: str) -> bool:
    """Whether a key looks like an official one that has lost a digit.

    >>> is_shortened("3153"), is_shortened("03153"), is_shortened("q-12")
    (True, False, False)
    """
    return key.isdigit() and len(key) in _SUSPICIOUS
