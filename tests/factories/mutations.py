"""Damaged copies of files: truncated, overwritten, cut, doubled, emptied, with signs that tables do not expect."""

from collections.abc import Callable
from random import Random

_STRANGE = (
    b"\x00", b"\xff", b'"', b";", b",", b"\r", b"\n", b"=1+1", b"#NV", b"{", b"[", b"}", b"9" * 400, b"-", b"1e999",
    b"NaN", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0", b"\xc2\xa0", b"\t", "٣".encode(), "²".encode(), b"__________",
)  # fmt: skip

Mutation = Callable[[bytes, Random], bytes]


def _truncate(data: bytes, dice: Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _behead(data: bytes, dice: Random) -> bytes:
    return data[dice.randrange(len(data) + 1) :]


def _overwrite(data: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.randrange(1, 9)) + data[at + 8 :]


def _insert(data: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(_STRANGE) + data[at:]


def _cut_out(data: bytes, dice: Random) -> bytes:
    first, last = sorted((dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)))
    return data[:first] + data[last:]


def _repeat(data: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[at : at + 200] * 3 + data[at:]


def _other_encoding(data: bytes, dice: Random) -> bytes:
    return data.decode("latin-1").encode(dice.choice(("utf-16", "utf-8", "utf-32", "cp037")), errors="replace")


def _swap(data: bytes, dice: Random) -> bytes:
    """Every occurrence of one byte of the file by another one."""
    return data.replace(bytes([dice.choice(data or b"a")]), dice.choice(_STRANGE[:13]), dice.randrange(1, 50))


_MUTATIONS: tuple[Mutation, ...] = (
    _truncate, _behead, _overwrite, _insert, _insert, _cut_out, _repeat, _other_encoding, _swap,
)  # fmt: skip


def mutate(data: bytes, seed: int) -> bytes:
    """A damaged copy: one to three damages in the first 60,000 bytes; the same seed gives the same copy."""
    dice = Random(seed)  # noqa: S311 — damage that can be repeated, no secret
    head, tail = data[:60_000], data[60_000:] if dice.random() < 0.2 else b""
    for _ in range(dice.randrange(1, 4)):
        head = dice.choice(_MUTATIONS)(head, dice)
    return head + tail
