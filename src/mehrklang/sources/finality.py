"""How final a figure is: by a mark behind the number, by a word in the remark beside it."""

import re
from dataclasses import replace
from functools import cache

from mehrklang.sources.labels import fold
from mehrklang.vocabulary import Finality, Observation

MARK = re.compile(r"(.*\d)\s?([prs])", re.DOTALL)
"""A number with its mark (Statistisches Bundesamt, Zeichenerklärung): 12,3p · 1 234 r."""

_MARKS = {"p": Finality.PROVISIONAL, "r": Finality.REVISED, "s": Finality.ESTIMATED}
_WORDS = {
    "vorlaeufig": Finality.PROVISIONAL,
    "endgueltig": Finality.FINAL,
    "berichtigt": Finality.REVISED,
    "revidiert": Finality.REVISED,
    "geschaetzt": Finality.ESTIMATED,
}


def of_mark(raw: str) -> Finality:
    """What the letter behind a number says.

    >>> of_mark("12,3p").label, of_mark("1 234 r").label, of_mark("12,3").label, of_mark("p").label
    ('vorläufig', 'berichtigt', 'nicht angegeben', 'nicht angegeben')
    """
    if raw[-1:] not in _MARKS:
        return Finality.UNSTATED
    match = MARK.fullmatch(raw)
    return _MARKS[match[2]] if match else Finality.UNSTATED


@cache
def of_remark(text: str) -> Finality:
    """What a remark says: one of its parts (between semicolons) is, or begins with, a word for the state.

    >>> of_remark("Vorläufiger Wert").label, of_remark("statistisch unsicher; p").label
    ('vorläufig', 'vorläufig')
    >>> of_remark("noch nicht endgültig").label
    'nicht angegeben'
    """
    for part in map(fold, text.split(";")):
        if part in _MARKS:
            return _MARKS[part]
        found = next((state for word, state in _WORDS.items() if part.startswith(word)), None)
        if found is not None:
            return found
    return Finality.UNSTATED


def stated(observation: Observation, state: Finality) -> Observation:
    """The observation in the state of its whole file, where it says nothing of its own."""
    own = observation.finality is not Finality.UNSTATED or state is Finality.UNSTATED
    return observation if own else replace(observation, finality=state)


def with_mark(observation: Observation) -> Observation:
    """The observation with what the letter behind its number says, in whatever form the file has."""
    state = of_mark(observation.cell.raw.strip())
    return observation if state is Finality.UNSTATED else replace(observation, finality=state)
