"""Zone one: rows of a register become a raw cube in a folder that does not leave the statistics office."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from mehrklang.disclosure.faults import LEAST_SECRET
from mehrklang.pipeline.tabulation_recipe import TabulationRecipe
from mehrklang.store import (
    KEY_MEASURE,
    CubeFolder,
    Question,
    Request,
    Store,
    StoreError,
    read_register,
    with_keys,
    write_cube,
)
from mehrklang.vocabulary import Breakdown, Issue, Observation, Severity, Unit


def tabulate_register(register: str, recipe: TabulationRecipe, out: Path, *, secret: str = "") -> tuple[Issue, ...]:
    """Writes the cube into the empty folder `out`; with an ERROR among the issues nothing is written. `register` is a
    file or the address of a database, `secret` the office's own text for the records' keys.
    """
    if recipe.form.record_column and len(secret) < LEAST_SECRET:
        return (_no_secret(),)
    try:
        rows = read_register(register, recipe.form, secret=secret, areas=[area.key for area in recipe.areas])
        with TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as shelf:
            store = Store(Path(shelf))
            key = store.append(rows.observations, source="register", name="register", content_sha256=rows.sha256)
            cube = with_keys(store.tabulate(_question(key, rows.observations, recipe)))
            write_cube(CubeFolder(cube, recipe.areas), out)
    except StoreError as error:
        return error.issues
    return rows.notes


def _question(key: str, observations: Sequence[Observation], recipe: TabulationRecipe) -> Question:
    counted = [each for each in observations if each.measure != KEY_MEASURE]
    asked = tuple(_requests(counted, recipe))
    linking = tuple(request for request in _linking(counted, recipe) if request not in set(asked))
    keyed = any(each.measure == KEY_MEASURE for each in observations)
    return Question(
        (key,),
        tuple(_with_keys(asked) if keyed else asked),
        recipe.told,
        recipe.areas,
        before=tuple(_with_keys(linking) if keyed else linking),
        greatest=recipe.greatest,
        memberships=recipe.memberships,
    )


def _with_keys(requests: Iterable[Request]) -> Iterator[Request]:
    """Each request, and the same for the records' keys."""
    for each in requests:
        yield from (each, replace(each, measure=KEY_MEASURE))


def _requests(observations: Iterable[Observation], recipe: TabulationRecipe) -> Iterator[Request]:
    """All margins of all tables, in every combination of categories that occurs; each once. A feature that is nested in
    others stands only together with them.
    """
    above = {each.feature: set(each.within) for each in recipe.form.features}
    shapes = [
        features
        for table in recipe.tables
        for size in range(len(table) + 1)
        for features in combinations(sorted(table), size)
        if all(above[feature] <= set(features) for feature in features)
    ]
    yield from _of(shapes, observations, recipe)


def _linking(observations: Iterable[Observation], recipe: TabulationRecipe) -> Iterator[Request]:
    """What nobody asked for and what connects two groupings of one column that stand in different tables: without it,
    nobody would know that their categories overlap.
    """
    columns = {each.feature: each.column for each in recipe.form.features}
    shapes = {
        tuple(sorted({one, other, *(set(first) & set(second))}))
        for first, second in combinations(recipe.tables, 2)
        for one in first
        for other in second
        if one != other and columns[one] == columns[other]
    }
    yield from _of(sorted(shapes), observations, recipe)


def _of(
    shapes: Sequence[tuple[str, ...]], observations: Iterable[Observation], recipe: TabulationRecipe
) -> Iterator[Request]:
    breakdowns = {observation.breakdown for observation in observations}
    for features in dict.fromkeys(shapes):
        named = {Breakdown.of((f, each.get(f) or "") for f in features) for each in breakdowns}
        for where in sorted(named, key=lambda where: where.pairs):
            yield Request(recipe.form.measure, Unit.COUNT, where)


def _no_secret() -> Issue:
    return Issue(
        "B-REZEPT-09",
        Severity.ERROR,
        "Das Rezept nennt „kennung_spalte“, aber es fehlt das Geheimnis für die Satzschlüssel.",
        f"Mit --secret eine Datei mit einem zufälligen Text von mindestens {LEAST_SECRET} Zeichen angeben.",
    )
