"""Where an indicator stands, in symbol, word and sentence: the state against the target, and what to say without one.

A context indicator is the frame and not "not assessable"; without a valid target there is nothing to be assessed.
"""

from dataclasses import dataclass

from mehrklang.assessment import Assessment, TargetState
from mehrklang.assessment.state import DECISION_ASKED
from mehrklang.report import missed, reading, sentences
from mehrklang.report.finding import Finding

FRAME = ("◇", "Rahmen")
PROPOSED = ("◌", "Ziel vorgeschlagen")
WITHOUT_TARGET = ("□", "ohne Ziel")

_TONES = {
    TargetState.REACHED: "good",
    TargetState.ON_COURSE: "good",
    TargetState.OFF_COURSE: "watch",
    TargetState.FAR_OFF_COURSE: "act",
    TargetState.NOT_ASSESSABLE: "neutral",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Symbol and word, never a colour alone; the sentence; the tone for exits with colour."""

    symbol: str
    word: str
    text: str
    tone: str = "neutral"

    @property
    def short(self) -> str:
        """For a table cell."""
        return f"{self.symbol} {self.word}"


def standing(finding: Finding) -> Standing | None:
    """The standing of the leading line; None where nothing was assessed at all."""
    line = reading.lead(finding)
    if line is None or line.assessment is None:
        return None
    if reading.is_context(finding):
        return Standing(*FRAME, "Der Indikator beschreibt die Lage. Er wird nicht bewertet und hat kein Ziel.")
    if line.assessment.target is None:
        proposed = sentences.proposed(finding)
        return Standing(*PROPOSED, proposed) if proposed else Standing(*WITHOUT_TARGET, line.assessment.reason)
    return _assessed(line.assessment, recorded=missed.is_recorded(finding))


def _assessed(found: Assessment, *, recorded: bool) -> Standing:
    """A state that the interval leaves open says so beside its word; the reason names the other states. What has been
    recorded about a missed target is no longer asked for."""
    word = found.state.label if found.firm else f"{found.state.label} (nicht belastbar)"
    reason = found.reason.replace(DECISION_ASKED, "").rstrip() if recorded else found.reason
    return Standing(found.state.symbol, word, reason, _TONES[found.state])
