"""The quality marks of a flat file (column value_q, present where quality=on was asked for)."""

from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.ffcsv.columns import QUALITY
from mehrklang.sources.signs import Comment
from mehrklang.vocabulary import Finality


@dataclass(frozen=True, slots=True)
class Quality:
    """What a mark says about a value: its reliability and how final it is."""

    comment: Comment = Comment.NONE
    finality: Finality = Finality.UNSTATED


NONE = Quality()
_MARKS = {
    "": NONE,
    "e": Quality(finality=Finality.FINAL),
    "r": Quality(finality=Finality.REVISED),
    "p": Quality(finality=Finality.PROVISIONAL),
    "s": Quality(finality=Finality.ESTIMATED),
    "()": Quality(Comment.LIMITED),
    "u": Quality(Comment.LIMITED),
    "b": NONE,
}
_TOLD = {"p": "vorläufig", "s": "geschätzt", "b": "Reihenbruch"}


def read_quality(raw: str, line: int, faults: Faults) -> Quality:
    """What a mark says: e final, r revised, p provisional, s estimated, () and u of limited reliability; b is told."""
    mark = raw.strip()
    if mark in _TOLD:
        faults.add("L-QUALITAET-01", line=line, column=QUALITY, raw=mark, bedeutung=_TOLD[mark])
    elif mark not in _MARKS:
        faults.add("L-QUALITAET-02", line=line, column=QUALITY, raw=mark)
    return _MARKS.get(mark, NONE)
