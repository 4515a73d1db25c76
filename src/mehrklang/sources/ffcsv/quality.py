"""The quality marks of a flat file (column value_q, present where quality=on was asked for)."""

from mehrklang.sources.faults import Faults
from mehrklang.sources.ffcsv.columns import QUALITY
from mehrklang.sources.signs import Comment

_MARKS = {"": Comment.NONE, "e": Comment.NONE, "r": Comment.NONE, "()": Comment.LIMITED, "u": Comment.LIMITED}
_TOLD = {"p": "vorläufig", "s": "geschätzt", "b": "Reihenbruch"}


def read_quality(raw: str, line: int, faults: Faults) -> Comment:
    """What a mark says about the value: e final, r revised, () and u of limited reliability; p, s and b are told."""
    mark = raw.strip()
    if mark in _TOLD:
        faults.add("L-QUALITAET-01", line=line, column=QUALITY, raw=mark, bedeutung=_TOLD[mark])
    elif mark not in _MARKS:
        faults.add("L-QUALITAET-02", line=line, column=QUALITY, raw=mark)
    return _MARKS.get(mark, Comment.NONE)
