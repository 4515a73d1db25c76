"""Heads of workbooks as offices write them: soft hyphens, line breaks and hyphenation within words."""

import re

from mehrklang.sources.labels import clean

_BROKEN = re.compile(r"[-\u00ad\s]+")


def squeezed(head: str) -> str:
    """The head without blanks and hyphens, for matching only.

    >>> squeezed("bevölkerungs- \\nproportionaler \\nUmsteige- \\nschlüssel"), squeezed("Satz-art")
    ('bevölkerungsproportionalerumsteigeschlüssel', 'satzart')
    """
    return _BROKEN.sub("", clean(head)).casefold()
