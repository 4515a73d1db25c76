"""The flags beside a value: what they do to the figure, and what has to be told."""

from mehrklang.sources.faults import Faults
from mehrklang.sources.signs import Comment
from mehrklang.vocabulary import Finality
from mehrklang.vocabulary.finality import together

_COMMENTS = {"u": Comment.LIMITED, "()": Comment.LIMITED, "c": Comment.SECRET, "n": Comment.UNPUBLISHED}
_TOLD = {
    "p": "vorläufig",
    "s": "geschätzt",
    "e": "geschätzt",
    "b": "Reihenbruch",
    "d": "abweichende Definition",
    "f": "Vorausschätzung",
    "i": "siehe Anmerkung der Quelle",
}
_STATES = {
    "p": Finality.PROVISIONAL,
    "e": Finality.ESTIMATED,
    "s": Finality.ESTIMATED,
    "f": Finality.ESTIMATED,
    "r": Finality.REVISED,
}
_SILENT = frozenset({"", "r", "a", "A"})
MISSING = frozenset({":", "NaN", "m", "M", "z", "l"})
"""Flags of values that the source does not have."""


def read_flags(text: str, line: int, faults: Faults) -> Comment:
    """What the flags say about the value; several may stand together ("bu"). Source: Eurostat, observation status.

    >>> read_flags("bu", 2, Faults("")), read_flags("c", 2, Faults(""))
    (<Comment.LIMITED: 'eingeschränkt'>, <Comment.SECRET: 'gesperrt'>)
    """
    stripped = text.strip()
    if stripped in _COMMENTS or stripped in _SILENT | MISSING:
        return _COMMENTS.get(stripped, Comment.NONE)
    comment = Comment.NONE
    for flag in stripped.replace(" ", ""):
        if flag in _TOLD:
            faults.add("L-KUBUS-04", line=line, raw=flag, bedeutung=_TOLD[flag])
        elif flag not in _COMMENTS and flag not in _SILENT | MISSING:
            faults.add("L-QUALITAET-02", line=line, raw=flag)
        comment = _COMMENTS.get(flag, comment)
    return comment


def read_state(text: str) -> Finality:
    """How final the flags call a value. Source: Eurostat, observation status; a value without a flag is not called
    final, it is only not called provisional.

    >>> read_state("bp").label, read_state("").label, read_state("NaN").label
    ('vorläufig', 'nicht angegeben', 'nicht angegeben')
    """
    stripped = text.strip()
    if stripped in MISSING:
        return Finality.UNSTATED
    return together(_STATES[flag] for flag in stripped if flag in _STATES)
