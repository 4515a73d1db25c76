"""The requests of the interface (REST, version 2020), as form fields. Credentials are never among them."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mehrklang.fetching.plan import FetchPlan
from mehrklang.fetching.slices import Slice

_TABLE, _STRUCTURE, _VALUES = "data/tablefile", "metadata/table", "catalogue/values2variable"
_MOST_VALUES = "25000"
_UNFIT = re.compile(r"[^0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class Question:
    """One request: the method below the service's address, its form fields, and what its answer's file is called."""

    method: str
    fields: tuple[tuple[str, str], ...]
    label: str

    @property
    def key(self) -> str:
        """What tells this question from others: a checksum of method and fields."""
        return hashlib.sha256(json.dumps([self.method, self.fields]).encode()).hexdigest()

    @property
    def name(self) -> str:
        """A file name that tells a person what is inside; its end keeps different questions apart."""
        return f"{_UNFIT.sub('_', self.label).strip('_')[:80]}_{self.key[:8]}"

    @property
    def form(self) -> Mapping[str, str]:
        """The form fields."""
        return dict(self.fields)


def table_question(plan: FetchPlan, part: Slice) -> Question:
    """Asks for a slice of the table as a flat file: the one form in which each value carries all its keys.

    Empty rows are not left out (`compress=false`), so that a missing row can be told from an empty one; quality marks
    are asked for; nothing is put into the service's queue (`job=false`).
    """
    fields = {
        "name": plan.table,
        "area": "all",
        "compress": "false",
        "transpose": "false",
        "startyear": str(part.first_year),
        "endyear": str(part.last_year),
        "format": "ffcsv",
        "quality": "on",
        "job": "false",
        "language": "de",
    }
    if plan.area_feature:
        fields |= {"regionalvariable": plan.area_feature, "regionalkey": ",".join(part.areas)}
    for number, choice in enumerate(sorted(part.choices, key=lambda each: each.feature), start=1):
        fields |= {
            f"classifyingvariable{number}": choice.feature,
            f"classifyingkey{number}": ",".join(choice.categories),
        }
    return Question(_TABLE, tuple(fields.items()), f"{plan.table}_{part.label}")


def structure_question(plan: FetchPlan) -> Question:
    """Asks how the table is built: its features."""
    fields = {"name": plan.table, "area": "all", "language": "de"}
    return Question(_STRUCTURE, tuple(fields.items()), f"{plan.table}_Aufbau")


def values_question(feature: str) -> Question:
    """Asks for all categories of a feature."""
    fields = {"name": feature, "area": "all", "sortcriterion": "Code", "pagelength": _MOST_VALUES, "language": "de"}
    return Question(_VALUES, tuple(fields.items()), f"Merkmal_{feature}")
