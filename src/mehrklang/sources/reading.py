"""What a reader answers: observations, issues and the areas that it met."""

from dataclasses import dataclass

from mehrklang.sources.notes import SourceNotes
from mehrklang.territory import Apportionment
from mehrklang.vocabulary import Area, Issue, Observation, Severity

_NO_NOTES = SourceNotes()


@dataclass(frozen=True, slots=True)
class Reading:
    """The content of one delivered file.

    Promise: `observations` are in file order and hold everything that was understood; `issues` hold every fault of the
    file at once, by line; each area of an observation stands in `areas` once, with its parents as far as known. A
    reading with an ERROR must not be used as a delivery; what was understood is there to look at. `notes` are the
    source's own title, footnotes and licence, as far as its form has them. `apportionments` are the rows of an
    Umsteigeschlüssel, which holds no figures.
    """

    kind: str
    observations: tuple[Observation, ...] = ()
    issues: tuple[Issue, ...] = ()
    areas: tuple[Area, ...] = ()
    notes: SourceNotes = _NO_NOTES
    apportionments: tuple[Apportionment, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether no issue is an error."""
        return all(issue.severity is not Severity.ERROR for issue in self.issues)
