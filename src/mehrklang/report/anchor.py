"""Ids of elements: from the code of an indicator, the same in every exit."""

import re


def anchor(code: str) -> str:
    """A code as the id of an element.

    >>> anchor("LSN 1.2-ä")
    'i-lsn-1-2-e4'
    """
    plain = re.sub("[^a-z0-9]", lambda found: "-" if found[0] in " .-_/" else f"{ord(found[0]):x}", code.lower())
    return f"i-{plain}"
