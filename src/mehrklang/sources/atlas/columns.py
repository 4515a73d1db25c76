"""Which column of an atlas holds what, in the form of 2014 and in that of 2025."""

from dataclasses import dataclass

from mehrklang.sources.layout import Content
from mehrklang.sources.numbers import Mark
from mehrklang.sources.table import Table

_BASES = range(1, 6)


@dataclass(frozen=True, slots=True)
class Form:
    """The heads of one form. `number` is "" where the area's name begins with its number. `{}`: 1 to 5."""

    indicator: str
    category: str
    value: str
    year: str
    number: str
    area: str
    base: str
    base_name: str
    mark: Mark

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads without which the form is not there."""
        fixed = (self.indicator, self.category, self.value, self.year, self.number, self.area)
        return tuple(filter(None, (*fixed, self.base.format(1), self.base_name.format(1))))


FORMS = (
    Form("INDIKATOR_BEZEICHNUNG", "INDIKATOR_AUSPRAEGUNG", "INDIKATOR_WERT", "JAHR", "NUMMER", "NAME",
         "BASISWERT_{}", "NAME_BASISWERT_{}", Mark.COMMA),
    Form("Indikator", "Ausprägung", "Indikatorwert", "Jahr", "", "Raumbezug",
         "Basiswert.{}", "Name.Basiswert.{}", Mark.POINT),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions. `number` is None where the area's name begins with it; `bases` are pairs of value and name."""

    form: Form
    indicator: int
    category: int
    value: int
    year: int
    number: int | None
    area: int
    bases: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, table: Table) -> "Columns | None":
        """The columns of a table; None if it has none of the forms."""
        return next((found for form in FORMS if (found := cls._of(form, table)) is not None), None)

    @classmethod
    def _of(cls, form: Form, table: Table) -> "Columns | None":
        at = {head: place for head in form.heads if (place := table.column(head)) is not None}
        if len(at) < len(form.heads):
            return None
        pairs = [(table.column(form.base.format(n)), table.column(form.base_name.format(n))) for n in _BASES]
        return cls(
            form, at[form.indicator], at[form.category], at[form.value], at[form.year], at.get(form.number),
            at[form.area], tuple((base, name) for base, name in pairs if base is not None and name is not None),
        )  # fmt: skip


def looks_atlas(content: Content) -> bool:
    """Whether the first line holds all heads of a form."""
    first = next(iter(content.text[:5000].splitlines()), "").replace('"', "")
    heads = set(first.replace(";", ",").split(","))
    return any(heads.issuperset(form.heads) for form in FORMS)
