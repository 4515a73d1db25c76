"""How states look: one symbol, one word, one tone each, the same on every page."""

from dataclasses import dataclass

from mehrklang.assessment import TargetState


@dataclass(frozen=True, slots=True)
class State:
    """A state as a chip, with a sentence for the help page."""

    symbol: str
    word: str
    tone: str
    meaning: str = ""


_TARGET_TONES = {
    TargetState.REACHED: ("good", "Der Wert erfüllt den vereinbarten Zielwert."),
    TargetState.ON_COURSE: ("note", "Der Wert liegt auf dem Weg vom Ausgangswert zum Zielwert."),
    TargetState.OFF_COURSE: ("care", "Der Wert weicht vom Weg zum Ziel ab; jemand sollte hinsehen."),
    TargetState.FAR_OFF_COURSE: ("bad", "Der Wert weicht deutlich ab; es ist zu entscheiden."),
    TargetState.NOT_ASSESSABLE: (
        "plain",
        "Es gibt keinen Zielwert, oder die Daten lassen kein Urteil zu; der Grund steht dabei.",
    ),
}


FRAME = "rahmen"
"""How the state of a context indicator is kept: it is the frame, and not "not assessable"."""

_FRAME = State("◇", "Rahmen", "plain", "Der Indikator beschreibt die Lage; er wird nicht bewertet und hat kein Ziel.")


def of_result(kept: str) -> State:
    """The chip of a kept state: that against the target, or the frame."""
    return _FRAME if kept == FRAME else of_target(TargetState(kept))


def every_state() -> tuple[tuple[str, State], ...]:
    """All kept states with their chips, best first, the frame last."""
    return tuple((kept, of_result(kept)) for kept in (*(state.value for state in TargetState), FRAME))


def of_target(state: TargetState) -> State:
    """The chip of a state against the target."""
    tone, meaning = _TARGET_TONES[state]
    return State(state.symbol, state.label, tone, meaning)
