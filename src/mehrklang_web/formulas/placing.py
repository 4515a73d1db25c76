"""At which field of the form a fault stands that the check of the definition has found."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import BoundField

from mehrklang.vocabulary import Issue
from mehrklang_web.formulas.forms import FormulaForm
from mehrklang_web.ui.issues import in_words

_FIELDS = {
    "name": "name",
    "handlungsfeld": "field",
    "frage": "question",
    "relevanz": "relevance",
    "zaehler": "numerator",
    "nenner": "denominator",
    "grundgesamtheit": "population",
    "je": "per",
    "einheit": "unit",
    "richtung": "direction",
    "evidenz": "evidence",
    "merkmal": "definition",
    "merkmale": "definition",
    "definition": "definition",
    "regelsatz": "rule_set",
    "belege": "references",
    "gruppe": "group",
    "bezugsgruppe": "base",
    "jahre": "years",
    "basisjahr": "base_year",
    "ableitung": "base",
}
"""The keys of a definition by the fields in which they are typed."""


@dataclass(frozen=True, slots=True)
class PlacedIssue:
    """A fault in the words of the page, under the label of what it is about, with the field if the form shows it."""

    issue: Issue
    label: str
    field: BoundField | None = None

    @classmethod
    def of(cls, issue: Issue, form: FormulaForm, names: Mapping[str, str]) -> "PlacedIssue":
        """The nearest field on the way to the key at fault; `names` for keys of sources and indicators."""
        said, keys = in_words(issue, names), issue.key.split(".")
        row = _row(keys)
        for key in reversed(keys):
            named = [f"{key}-{row}", _FIELDS.get(key, "")] if row is not None else [_FIELDS.get(key, "")]
            for field in named:
                if field in form.fields:
                    where = f"{row + 1}. Gruppe: " if row is not None and field.endswith(f"-{row}") else ""
                    return cls(said, f"{where}{form[field].label}", form[field])
        return cls(said, "Rechnung als Ganzes")


def _row(keys: list[str]) -> int | None:
    """The group that the way leads through: the number behind "gruppe"."""
    places = [at for at, key in enumerate(keys[:-1]) if key == "gruppe" and keys[at + 1].isdecimal()]
    return int(keys[places[0] + 1]) if places else None
