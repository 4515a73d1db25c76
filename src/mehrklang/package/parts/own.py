"""quellen/, eigene-indikatoren/ and kataloge/: read by the catalogue's own loader, on top of the catalogue."""

from dataclasses import dataclass, replace
from pathlib import Path

from mehrklang.catalogue import Catalogue, IndicatorDefinition, NamedCatalogue, Source, load
from mehrklang.package.parts import catalogues, own_indicators, own_sources
from mehrklang.vocabulary import Issue

_FOLDERS = (own_sources.FOLDER, catalogues.FOLDER, own_indicators.FOLDER)


@dataclass(frozen=True, slots=True)
class Own:
    """What the municipality defines or has taken in itself, and the catalogue with it."""

    catalogue: Catalogue
    indicators: tuple[IndicatorDefinition, ...]
    sources: tuple[Source, ...]
    catalogues: tuple[NamedCatalogue, ...]


def read(folder: Path, issues: list[Issue]) -> Own:
    """The own entries in the order of the file names; their faults have the codes of the catalogue (K-…)."""
    packaged = load()
    whole = load(*(folder / name for name in _FOLDERS if (folder / name).is_dir()))
    issues += [replace(issue, file=_place(folder, issue.file)) for issue in whole.issues]
    return Own(
        whole,
        tuple(whole.indicators[code] for code in whole.indicators if code not in packaged.indicators),
        tuple(whole.sources[key] for key in whole.sources if key not in packaged.sources),
        tuple(whole.named[key] for key in whole.named if key not in packaged.named),
    )


def _place(folder: Path, file: str) -> str:
    """The file's name from the monitoring's folder on; the catalogue names it from its own folder on."""
    return next((f"{name}/{file}" for name in _FOLDERS if (folder / name / file).is_file()), file)
