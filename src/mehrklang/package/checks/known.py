"""What a check may look up: the definitions and sources that exist, and the line at which something stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from mehrklang.catalogue import Binding, Catalogue, FeatureDefinition, IndicatorDefinition, Source
from mehrklang.catalogue.lines import KeyPath
from mehrklang.package.chosen import bindings_of
from mehrklang.package.monitoring import Selection
from mehrklang.vocabulary import Issue, Severity

Locate = Callable[[str, KeyPath], int]
"""The line of a key in a file of the folder; 0 where there is no file."""


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue with the monitoring's own entries, the readers' kinds, and the place."""

    catalogue: Catalogue
    kinds: frozenset[str]
    locate: Locate

    @property
    def definitions(self) -> Mapping[str, IndicatorDefinition]:
        """The indicators by code."""
        return self.catalogue.indicators

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by key."""
        return self.catalogue.sources

    @property
    def features(self) -> Mapping[str, FeatureDefinition]:
        """The definitions of features by key."""
        return self.catalogue.definitions

    def bindings(self, selection: Selection) -> tuple[Binding, ...]:
        """The bindings that a selection may be obtained by; of a derived indicator those of its base."""
        return bindings_of(selection, self.definitions)

    def issue(  # noqa: PLR0913 — an issue has so many parts
        self,
        code: str,
        message: str,
        remedy: str,
        *,
        file: str,
        path: KeyPath = (),
        severity: Severity = Severity.ERROR,
    ) -> Issue:
        """An issue at its line."""
        key = ".".join(map(str, path))
        return Issue(code, severity, message, remedy, file=file, line=self.locate(file, path), key=key)


def suggestion(word: str, words: Iterable[str]) -> str:
    """The remedy for an unknown key: the nearest known one, or all of them where they are few."""
    known = sorted(words)
    if near := get_close_matches(word, known, n=1):
        return f"Gemeint ist vermutlich „{near[0]}“."
    if not known:
        return "Bisher ist nichts davon angelegt; ergänzen Sie den Eintrag oder streichen Sie den Verweis."
    return f"Vorhanden sind: {', '.join(known[:10])}{' …' if len(known) > 10 else ''}."
