"""Damaged copies of files, as transfers, editors and spreadsheets damage them; the same for the same seed."""

import random
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flip(data: bytes, chance: random.Random) -> bytes:
    copy = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        copy[chance.randrange(len(copy))] = chance.randrange(256)
    return bytes(copy)


def _drop(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randint(1, 400) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    part = data[at : at + chance.randint(1, 400)]
    return data[:at] + part * chance.randint(2, 5) + data[at:]


def _quote(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice([b'"', b'"";', b"\x00", b"\r", b"\t", b"=1+1", b"\xa0", "−".encode()]) + data[at:]


def _swap_delimiters(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b";", chance.choice([b",", b"\t", b"|", b";;"]))


def _other_encoding(data: bytes, chance: random.Random) -> bytes:
    return data.decode("cp1252", errors="replace").encode(chance.choice(["utf-16", "utf-8", "utf-8-sig", "utf-32"]))


def _other_line_ends(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice([b"\r", b"\r\n", b"\n\n", b"", b"\n\r"]))


def _shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _swap_columns(data: bytes, chance: random.Random) -> bytes:
    return b"\n".join(b";".join(reversed(line.split(b";"))) for line in data.split(b"\n"))


DAMAGES: tuple[Damage, ...] = (
    _cut, _flip, _drop, _repeat, _quote, _swap_delimiters, _other_encoding, _other_line_ends, _shuffle_lines,
    _swap_columns,
)  # fmt: skip


def damaged(data: bytes, seed: int) -> bytes:
    """One damaged copy: one to three damages, one after the other."""
    chance = random.Random(seed)  # noqa: S311 — chooses damages, keeps no secret
    copy = data
    for _ in range(chance.randint(1, 3)):
        copy = chance.choice(DAMAGES)(copy, chance) if copy else copy
    return copy
