"""Zone one: rows of a register become a raw cube in a folder that does not leave the statistics office."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from mehrklang.package import checksum
from mehrklang.pipeline.tabulation_recipe import TabulationRecipe
from mehrklang.store import CubeFolder, Question, Request, Store, StoreError, read_register, write_cube
from mehrklang.vocabulary import Breakdown, Issue, Observation, Severity, Unit


def tabulate_register(register: Path, recipe: TabulationRecipe, out: Path) -> tuple[Issue, ...]:
    """Writes the cube into the empty folder `out`; with an ERROR among the issues nothing is written."""
    try:
        rows = read_register(register, recipe.form)
        unknown = _unknown_areas(rows.observations, recipe)
        if unknown:
            return (*unknown, *rows.notes)
        with TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as shelf:
            store = Store(Path(shelf))
            key = store.append(
                rows.observations, source="register", name=register.name, content_sha256=checksum(register)
            )
            question = Question(
                (key,),
                tuple(_requests(rows.observations, recipe)),
                tuple(area.key for area in recipe.areas),
                recipe.areas,
            )
            write_cube(CubeFolder(store.tabulate(question), recipe.areas), out)
    except StoreError as error:
        return error.issues
    return rows.notes


def _requests(observations: Iterable[Observation], recipe: TabulationRecipe) -> Iterator[Request]:
    """All margins of all tables, in every combination of categories that occurs; each once."""
    breakdowns = {observation.breakdown for observation in observations}
    seen: set[Breakdown] = set()
    for table in recipe.tables:
        for size in range(len(table) + 1):
            for features in combinations(sorted(table), size):
                named = {Breakdown.of((f, each.get(f) or "") for f in features) for each in breakdowns}
                for where in sorted(named - seen, key=lambda where: where.pairs):
                    yield Request(recipe.form.measure, Unit.COUNT, where)
                seen |= named


def _unknown_areas(observations: Iterable[Observation], recipe: TabulationRecipe) -> list[Issue]:
    known = {area.key for area in recipe.areas}
    return [
        Issue(
            "B-REZEPT-05",
            Severity.ERROR,
            f"Das Gebiet „{key}“ aus der Spalte „{recipe.form.area_column}“ steht nicht in der Gebietsliste.",
            "Die Gebietsliste ergänzen oder die Datei berichtigen; führende Nullen gehören zum Schlüssel.",
        )
        for key in sorted({observation.area for observation in observations} - known)
    ]
