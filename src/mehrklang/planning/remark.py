"""Remarks (Anmerkungen): what somebody says about an indicator, a target, a goal …, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mehrklang.planning.agreement import OFFICES


class About(StrEnum):
    """What a remark is about; AGENDA: nothing in particular, a point of the agenda of its own."""

    INDICATOR = "indikator"
    DEFINITION = "definition"
    TARGET = "zielwert"
    CORE_SET = "kernset"
    GOAL = "ziel"
    MEASURE = "massnahme"
    SOURCE = "quelle"
    CONCEPT = "konzept"
    AGENDA = "tagesordnung"

    @property
    def label(self) -> str:
        """As it is printed."""
        return _LABELS[self]

    @property
    def has_key(self) -> bool:
        """Whether a key says which one is meant."""
        return self not in (About.CORE_SET, About.CONCEPT, About.AGENDA)


_LABELS = {
    About.INDICATOR: "Indikator",
    About.DEFINITION: "Definition",
    About.TARGET: "Zielwert",
    About.CORE_SET: "Kernset",
    About.GOAL: "Ziel",
    About.MEASURE: "Maßnahme",
    About.SOURCE: "Quelle",
    About.CONCEPT: "Konzept",
    About.AGENDA: "Eigener Punkt",
}


class RemarkKind(StrEnum):
    """A comment, or a proposal to change something."""

    COMMENT = "kommentar"
    PROPOSAL = "vorschlag"


class RemarkState(StrEnum):
    """What became of a remark."""

    OPEN = "offen"
    ANSWERED = "beantwortet"
    DONE = "erledigt"
    REFUSED = "abgelehnt"


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered."""

    text: str
    author: str = ""
    office: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or proposal with its thread. `key` names what it is about ("" for the core set, the concept, the
    agenda); `to` is the office whose move it is first, "" for both; `reason` says why it was refused.
    """

    about: About
    key: str
    text: str
    kind: RemarkKind = RemarkKind.COMMENT
    author: str = ""
    office: str = ""
    day: date | None = None
    to: str = ""
    state: RemarkState = RemarkState.OPEN
    reason: str = ""
    replies: tuple[Reply, ...] = ()

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """The offices whose move it is. An open remark waits for whom it is addressed to; an answered one for its
        author's office, if that is one of the two.

        >>> asked = Remark(About.CONCEPT, "", "Wer liest das?", office="Statistik", to="Koordination")
        >>> asked.waiting_for
        ('Koordination',)
        """
        if self.state is RemarkState.OPEN:
            return (self.to,) if self.to in OFFICES else OFFICES
        if self.state is RemarkState.ANSWERED:
            return (self.office,) if self.office in OFFICES else ()
        return ()


def faults(remarks: tuple[Remark, ...]) -> tuple[str, ...]:
    """What does not hold together, in German.

    >>> faults((Remark(About.CONCEPT, "", "Kürzer fassen.", state=RemarkState.REFUSED),))
    ('Die Anmerkung „Kürzer fassen.“ ist abgelehnt, ohne dass ein Grund genannt ist.',)
    """
    silent = (each for each in remarks if each.state is RemarkState.REFUSED and not each.reason)
    loose = (each for each in remarks if each.about.has_key != bool(each.key))
    return (
        *(f"Die Anmerkung „{_short(each)}“ ist abgelehnt, ohne dass ein Grund genannt ist." for each in silent),
        *(f"Die Anmerkung „{_short(each)}“ sagt nicht richtig, worauf sie sich bezieht." for each in loose),
    )


def _short(remark: Remark) -> str:
    return remark.text if len(remark.text) <= 60 else f"{remark.text[:57]} …"
