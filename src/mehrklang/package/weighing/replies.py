"""The questions that each indicator answers before it is chosen, and what is known already.

Source, access, rhythm and effort come from catalogue and register where they are known there; the rest people write.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from mehrklang.catalogue import Perspective
from mehrklang.package.monitoring import Steerable
from mehrklang.package.weighing.effort import effort
from mehrklang.package.weighing.prospect import Prospect, Secured
from mehrklang.vocabulary.german import format_exact


class Asked(Enum):
    """The questions in their order (Difu 2022: first why, then what)."""

    QUESTION = "Auf welche Frage antwortet er?"
    WHY = "Wozu wollen wir das wissen?"
    GOALS = "Zu welchen Zielen gehört er?"
    ADDRESSEES = "Für wen ist er?"
    FEATURE = "Warum unterscheiden wir nach diesem Merkmal?"
    PERSPECTIVE = "Zeigt er eine Stärke oder ein Defizit?"
    STEERABLE = "Kann die Kommune ihn bewegen?"
    IF_MOVED = "Was tun wir, wenn er sich bewegt?"
    SOURCE = "Aus welcher Quelle kommt er?"
    ACCESS = "Wie sicher sind die Daten?"
    RHYTHM = "Wie oft kommen sie?"
    EFFORT = "Wie viel Arbeit macht er?"


@dataclass(frozen=True, slots=True)
class Reply:
    """A question with its answer; "" is open. `known`: it comes from catalogue or register and is not typed again."""

    asked: Asked
    text: str
    known: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered."""
        return not self.text


_PERSPECTIVES = {
    Perspective.STRENGTH: "Stärke",
    Perspective.DEFICIT: "Defizit",
    Perspective.CONTEXT: "Rahmen: weder noch",
}


def perspective_label(perspective: Perspective) -> str:
    """In German, for pages and lists."""
    return _PERSPECTIVES[perspective]


def replies(each: Prospect, goals: Mapping[str, str]) -> tuple[Reply, ...]:
    """All answers; `goals` are the titles of the goals by key. Where people are not told apart, the question for the
    feature is left out.
    """
    chosen = each.selection
    entered = {
        Asked.QUESTION: chosen.question,
        Asked.WHY: chosen.why,
        Asked.GOALS: "; ".join(goals[key] for key in chosen.goals if key in goals),
        Asked.ADDRESSEES: ", ".join(chosen.addressees),
        Asked.FEATURE: chosen.why_feature,
        Asked.STEERABLE: _steerable(chosen.steerable, chosen.steerable_reason),
        Asked.IF_MOVED: chosen.if_moved,
    }
    known = {
        Asked.PERSPECTIVE: _perspective(each),
        Asked.SOURCE: "; ".join(origin.name for origin in each.origins),
        Asked.ACCESS: "" if each.secured in (Secured.UNKNOWN, Secured.NO_SOURCE) else each.secured.value,
        Asked.RHYTHM: "; ".join(dict.fromkeys(origin.rhythm for origin in each.origins if origin.rhythm)),
        Asked.EFFORT: _effort(each),
    }
    return tuple(
        Reply(asked, entered[asked] if asked in entered else known[asked], asked in known)
        for asked in Asked
        if asked is not Asked.FEATURE or each.tells_apart
    )


def open_questions(each: Prospect, goals: Mapping[str, str]) -> tuple[Asked, ...]:
    """The questions that nobody has answered."""
    return tuple(reply.asked for reply in replies(each, goals) if reply.is_open)


def _steerable(steerable: Steerable, reason: str) -> str:
    """Without a reason the question is open: the bare word is what stands there from the start."""
    return f"{steerable.value}: {reason}" if reason else ""


def _perspective(each: Prospect) -> str:
    label = perspective_label(each.perspective)
    own = each.selection.perspective not in (None, each.definition.perspective)
    return f"{label} (hier anders gesehen als im Katalog)" if own else label


def _effort(each: Prospect) -> str:
    """Hours a year; what is not known is said beside, and nothing known at all is open."""
    found = effort((each,))
    if all(line.hours is None for line in found.lines):
        return ""
    beside = "".join(f"; {line.name}: {line.reason}" for line in found.unknown)
    return f"{format_exact(found.hours, 1)} Stunden im Jahr{beside}"
