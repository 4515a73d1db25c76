"""Labels as people write them: blanks, footnote marks, spellings."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

_FOOTNOTE = re.compile(r"(?<=[\w)])\s?\d$")
_RAISED = re.compile(r"\s?(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+⁾?|\*+)$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ALIKE = 0.9
_MOST_COMPARED = 100


def clean(label: str) -> str:
    """The label without line breaks, NBSP, double blanks and glued footnote marks.

    Rule: a digit with a closing bracket glued to a word is a footnote mark, unless the bracket closes one of the
    label's own; raised digits and stars at the end are marks too.

    >>> clean("Oberschule1)"), clean("18\\xa0-\\xa025"), clean("Hochschulreife¹⁾"), clean("Jahr: 2021*")
    ('Oberschule', '18 - 25', 'Hochschulreife', 'Jahr: 2021')
    >>> clean("Quote (18 bis 25)"), clean("mit Auflage1) / nach HwO2)")
    ('Quote (18 bis 25)', 'mit Auflage / nach HwO')
    """
    text = " ".join(label.split())
    for at in reversed(list(_unpartnered(text))):
        text = _FOOTNOTE.sub("", text[:at]) + text[at + 1 :] if _FOOTNOTE.search(text[:at]) else text
    return _RAISED.sub("", text)


def _unpartnered(text: str) -> Iterator[int]:
    """The positions of closing brackets that nothing opened."""
    depth = 0
    for at, sign in enumerate(text):
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ")":
            yield at


def fold(label: str) -> str:
    """For matching only: case, blanks and the spelling of umlauts do not count.

    >>> fold("Messgröße") == fold(" MESSGROESSE ")
    True
    """
    return " ".join(label.split()).casefold().translate(_UMLAUTS)


def words(name: str) -> frozenset[str]:
    """The words of a name without order and punctuation, for matching names of areas.

    >>> words("Hannover  Region") == words("Region Hannover"), words("Emden, Stadt") == words("Emden  Stadt")
    (True, True)
    """
    return frozenset(re.findall(r"\w+", name.casefold()))


def spellings(labels: Counter[str]) -> Mapping[str, str]:
    """For each label the spelling to use: the most frequent among those that differ only in case and blanks.

    >>> spellings(Counter({"Insgesamt": 9, "insgesamt": 2, "Frauen": 5}))["insgesamt"]
    'Insgesamt'
    """
    groups: dict[str, list[str]] = {}
    for label, _ in labels.most_common():
        groups.setdefault(fold(label), []).append(label)
    return {label: group[0] for group in groups.values() for label in group}


def similar(periods_of: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of labels that are written almost alike and never stand in the same period: a slip, or a renaming.

    >>> list(similar({"Naturwissenschaften": {"2016"}, "Natruwissenschaften": {"2013"}, "Sport": {"2013", "2016"}}))
    [('Naturwissenschaften', 'Natruwissenschaften')]
    """
    labels = list(periods_of)[:_MOST_COMPARED]
    for position, one in enumerate(labels):
        for other in labels[position + 1 :]:
            if periods_of[one].isdisjoint(periods_of[other]) and _alike(one, other):
                yield one, other


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
