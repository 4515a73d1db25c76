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


def of_target(state: TargetState) -> State:
    """The chip of a state against the target."""
    tone, meaning = _TARGET_TONES[state]
    return State(state.symbol, state.label, tone, meaning)
