"""Readers: a delivered file becomes observations, issues and areas. Text first, typed later.

One folder per kind of delivery: a `Form` is recognised by a row of heads (`tidy`, `opensdg`, `koeln`, `ffcsv`), a
`Layout` by its whole look (`genesis`, `inkar`, `lor`, `jsonstat` …), a workbook of no known form by its parts
(`printed`); for everything else a mapping profile says what is what (`profile`). Around them the subjects that they
share: archives, decoding, tables, numbers, signs, periods, units, labels, official areas, duplicates, and the codes of
the issues. Nothing is added up, protected or stored here, and nothing is repaired in silence.
"""

from mehrklang.sources.codes import CODES
from mehrklang.sources.entrance import KINDS, read, recognise
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.profile import LoadedProfile, Profile, ValueColumn, load_profile, profile_text, read_profile
from mehrklang.sources.profile.likeness import Likeness
from mehrklang.sources.profile.proposal import Draft, NearLabels
from mehrklang.sources.reading import Reading
from mehrklang.sources.sight import compare_heads, find_near_labels, fitting, look, propose
from mehrklang.sources.table import Row, Sheet

__all__ = [
    "CODES",
    "KINDS",
    "Draft",
    "Likeness",
    "LoadedProfile",
    "NearLabels",
    "Profile",
    "Reading",
    "Row",
    "Sheet",
    "SourceNotes",
    "ValueColumn",
    "compare_heads",
    "find_near_labels",
    "fitting",
    "load_profile",
    "look",
    "profile_text",
    "propose",
    "read",
    "read_profile",
    "recognise",
]
