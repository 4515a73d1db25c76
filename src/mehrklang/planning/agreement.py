"""What Koordination and Statistik agree on: core set, definitions and targets, each in a version, and who signed it.

A signature belongs to one version, named by its fingerprint. It holds as long as today's version has the same one; so
nobody has to take a signature off, and what is changed back holds again.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

OFFICES = ("Koordination", "Statistik")
"""Both have to sign."""


class MatterKind(StrEnum):
    """What is agreed on."""

    CORE_SET = "kernset"
    DEFINITION = "definition"
    TARGET = "zielwert"

    @property
    def label(self) -> str:
        """As a heading."""
        return _LABELS[self]


_LABELS = {MatterKind.CORE_SET: "Kernset", MatterKind.DEFINITION: "Definition", MatterKind.TARGET: "Zielwert"}


@dataclass(frozen=True, slots=True)
class Matter:
    """One subject of the agreement (Gegenstand): the core set, or definition or target of the indicator `code`.

    `area` and `group` belong to a further target, for another area or group than those that the selection looks at.
    """

    kind: MatterKind
    code: str = ""
    area: str = ""
    group: str = ""

    @property
    def place(self) -> str:
        """Twelve hexadecimal digits that stand for area and group in addresses; "" where neither is named.

        >>> Matter(MatterKind.TARGET, "quote").place, len(Matter(MatterKind.TARGET, "quote", "03153").place)
        ('', 12)
        """
        return digest(self.area, self.group)[:12] if self.area or self.group else ""

    @property
    def part(self) -> str:
        """The heading of its lines: further targets of one indicator are told apart in the core set.

        >>> Matter(MatterKind.TARGET, "quote").part, Matter(MatterKind.TARGET, "quote", "03153", "frauen").part
        ('zielwert', 'zielwert (03153, frauen)')
        """
        where = ", ".join(each for each in (self.area, self.group) if each)
        return f"{self.kind} ({where})" if where else self.kind.value


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a version: of which indicator (code), under which heading ("definition", "zielwert", "auswahl"),
    which key, and what it says."""

    code: str
    part: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """A matter as it stood on a day: what was read (`lines`) and its fingerprint.

    Promise: versions with the same fingerprint say the same.
    """

    matter: Matter
    fingerprint: str
    lines: tuple[Line, ...] = ()


def digest(*texts: str) -> str:
    """64 hexadecimal digits (SHA-256) of the texts in their order; each is closed off, so that none runs into the next.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    return sha256("".join(f"{len(text)}:{text}\n" for text in texts).encode()).hexdigest()


class VoiceKind(StrEnum):
    """What an office said to a version."""

    SIGNED = "unterschrieben"
    REFUSED = "abgelehnt"


@dataclass(frozen=True, slots=True)
class Voice:
    """An office signed a version of a matter or refused it, by whom and when; a refusal has a reason."""

    matter: Matter
    fingerprint: str
    office: str
    name: str
    day: date
    kind: VoiceKind = VoiceKind.SIGNED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Agreements:
    """All voices in the order in which they were given, and those earlier versions that they belong to.

    Today's versions are worked out anew (`mehrklang.package.versions_of`) and are not among them.
    """

    voices: tuple[Voice, ...] = ()
    versions: tuple[Version, ...] = ()

    def on(self, matter: Matter) -> tuple[Voice, ...]:
        """The voices on one matter, the oldest first."""
        return tuple(voice for voice in self.voices if voice.matter == matter)


class Stand(StrEnum):
    """How an office stands to today's version."""

    SIGNED = "unterschrieben"
    REFUSED = "abgelehnt"
    EARLIER = "galt für eine frühere Fassung"
    MISSING = "Unterschrift fehlt"


@dataclass(frozen=True, slots=True)
class Position:
    """How one office stands to today's version, and the voice that says so (None: it has said nothing yet)."""

    office: str
    stand: Stand
    voice: Voice | None = None


def positions(fingerprint: str, voices: tuple[Voice, ...]) -> tuple[Position, ...]:
    """Both offices. `voices` are all on that matter, the oldest first: the last one on this version counts.

    >>> matter, day = Matter(MatterKind.CORE_SET), date(2026, 5, 1)
    >>> said = (Voice(matter, "a", "Koordination", "K.", day), Voice(matter, "b", "Statistik", "S.", day))
    >>> [(each.office, each.stand.value) for each in positions("b", said)]
    [('Koordination', 'galt für eine frühere Fassung'), ('Statistik', 'unterschrieben')]
    """
    return tuple(_position(office, fingerprint, tuple(v for v in voices if v.office == office)) for office in OFFICES)


def _position(office: str, fingerprint: str, voices: tuple[Voice, ...]) -> Position:
    now = [voice for voice in voices if voice.fingerprint == fingerprint]
    if now:
        return Position(office, Stand(now[-1].kind.value), now[-1])
    signed = [voice for voice in voices if voice.kind is VoiceKind.SIGNED]
    return Position(office, Stand.EARLIER, signed[-1]) if signed else Position(office, Stand.MISSING)


def holds(stands: tuple[Position, ...]) -> bool:
    """Whether both offices have signed today's version."""
    return all(each.stand is Stand.SIGNED for each in stands)
