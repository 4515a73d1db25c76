"""A catalogue with a name: whose it is, where it can be read, and of when it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedCatalogue:
    """One catalogue of indicators (Länder, a city, KGSt …); its indicators carry its key (`definition.catalogue`).

    `short` is what stands before a number ("IntMK D1"); `as_of` is in words. `link` and `note` may be "".
    """

    key: str
    name: str
    short: str
    publisher: str
    link: str = ""
    as_of: str = ""
    note: str = ""
