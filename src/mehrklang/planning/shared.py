"""What several monitors of one municipality hold together: the object, where it comes from, what was decided about the
versions of others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SharedKind(StrEnum):
    """What can be shared. Areas need no entry: they are the same ones for every monitor."""

    INDICATOR = "indikator"
    SOURCE = "quelle"
    CATALOGUE = "katalog"
    CONDITIONS = "angaben"

    @property
    def label(self) -> str:
        """In German, for pages."""
        return _LABELS[self]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about a version from another monitor: `fingerprint` names what was read; `taken`: it holds here now,
    otherwise the own version stays, for the reason `why`."""

    fingerprint: str
    taken: bool
    day: date
    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """One shared object by kind and key. `origin` is the title of the monitor that it was taken over from; "" where it
    was defined here."""

    kind: SharedKind
    key: str
    origin: str = ""
    judgements: tuple[Judgement, ...] = ()


_LABELS = {
    SharedKind.INDICATOR: "Indikator",
    SharedKind.SOURCE: "Quelle",
    SharedKind.CATALOGUE: "Katalog",
    SharedKind.CONDITIONS: "Angaben zur Quelle",
}
