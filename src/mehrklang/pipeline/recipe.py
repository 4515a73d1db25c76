"""The recipe: how a number becomes a finding."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from mehrklang.assessment import Assessment, assess
from mehrklang.cubes import ProtectedCube
from mehrklang.indicators import Series, combine, derive, with_earlier
from mehrklang.package import Monitoring
from mehrklang.pipeline import faults
from mehrklang.pipeline.cubes import Cubes, Office, cubes
from mehrklang.pipeline.data_state import data_state
from mehrklang.pipeline.deliveries import Received, receive
from mehrklang.pipeline.evaluation import Assessed, DeliveredFile, Evaluation, FindingsResult, Result
from mehrklang.pipeline.finding import finding_of
from mehrklang.pipeline.kept import Material, measured
from mehrklang.pipeline.plan import Plan, plan
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.pipeline.stabilising import stabilised_parts
from mehrklang.pipeline.transferring import Brought, Transfers, transfers
from mehrklang.store import Store
from mehrklang.vocabulary import Issue


def evaluate(monitoring: Monitoring, *, store: Path, secret: str = "") -> Evaluation:
    """Computes a monitoring. `store` is the folder of the frozen deliveries; what is there already stays. `secret` is
    the office's own text, needed where a rule set rounds by chance.

    Faults raise nothing: they stand in `issues`, all of them; a faulty file or indicator is left out as a whole.
    """
    register = Register.of(monitoring)
    received = receive(register, Store(store))  # file → observations → frozen delivery
    return from_deliveries(register, received, store=store, secret=secret)


def from_deliveries(register: Register, received: Received, *, store: Path, secret: str = "") -> Evaluation:
    """The path from the store on: what was asked before is answered from memory (`kept`)."""
    ways = transfers(register, received, Scope.of(register.monitoring, received))  # onto which territory
    scope = ways.scope
    plans, missing = _plans(register, received)
    office = Office(store, secret)
    through = cubes(plans, register, received, scope, office)  # delivery → raw cube → guard → protected cube
    results = [_result(each, through, register, received, ways) for each in plans if through.answer(each)]
    return Evaluation(
        area=scope.main,
        comparison_areas=scope.comparison,
        parts=scope.parts,
        results=MappingProxyType({result.selection.code: result for result in results}),
        protections=MappingProxyType({source: cube.protection for source, cube in through.of.items()}),
        issues=(
            *received.issues,
            *missing,
            *through.issues,
            *ways.told(plans, through.of),
            *faults.without_values(results, scope),
            *faults.not_stabilised(results),
        ),
        cubes=MappingProxyType(through.of),
    )


def find(monitoring: Monitoring, evaluation: Evaluation) -> FindingsResult:
    """Puts values and interpretations together: without an interpretation nothing goes out."""
    results = evaluation.results.values()
    findings = [
        finding_of(result, monitoring.interpretations[result.selection.code], monitoring, evaluation)
        for result in results
        if result.selection.code in monitoring.interpretations
    ]
    return FindingsResult(tuple(findings), (*faults.uninterpreted(results, monitoring), *faults.stale(findings)))


def _plans(register: Register, received: Received) -> tuple[list[Plan], list[Issue]]:
    """A plan for each chosen indicator, and an issue for each without data."""
    chosen = register.monitoring.selection
    plans = {selection.code: plan(selection, register, received) for selection in chosen}
    missing = [faults.no_data(register.definition(code), register) for code, found in plans.items() if found is None]
    return [found for found in plans.values() if found], missing


def _result(each: Plan, through: Cubes, register: Register, received: Received, ways: Transfers) -> Result:
    """Protected cells → values → assessment."""
    sources, scope, brought = through.for_plan(each), ways.scope, ways.for_plan(each)
    series = _series(each, sources, register, scope, brought)
    if through.before.keys() & set(each.sources):
        series = with_earlier(series, _series(each, {**sources, **through.before}, register, scope, brought))
    return Result(
        selection=each.selection,
        definition=each.definition,
        series=series,
        assessments=MappingProxyType(
            {one.group: _assess(each, one, scope.main.key) for one in series if one.area == scope.main.key}
        ),
        group=each.group,
        labels=MappingProxyType({group: each.label(group) for group in dict.fromkeys(one.group for one in series)}),
        sources=tuple(register.source(source) for source in each.sources),
        protection=sources[each.binding.source].protection,
        data_version=data_state(each, received, sources, ways.versions(each, received)),
        feature=register.catalogue.definitions.get(each.binding.definition),
        files=tuple(dict.fromkeys(delivery.file for delivery in each.used(received) if delivery.file)),
        deliveries=tuple(
            DeliveredFile(delivery.key, delivery.path, delivery.sha256, delivery.source)
            for delivery in each.used(received)
        ),
        assessed_parts=_assessed_parts(each, series, scope.main.key),
        stabilised=stabilised_parts(each.definition, series, scope.parts) if each.selection.stabilised else (),
    )


def _series(
    each: Plan, sources: dict[str, ProtectedCube], register: Register, scope: Scope, brought: Brought
) -> tuple[Series, ...]:
    """The values; of a composite those of its parts first."""
    if each.parts:
        found = {part.definition.code: _series(part, sources, register, scope, brought) for part in each.parts}
        series = combine(each.chain[-1], found)
        for derived in reversed(each.chain[:-1]):
            series = derive(derived, series)
        return series
    materials = tuple(Material(source, sources[source], register.source(source).rounding) for source in each.sources)
    units = scope.units(each.binding.level, today=bool(brought))
    return measured(each.chain, each.binding, materials, scope.keys, units, brought)


def _assess(each: Plan, series: Series, main: str) -> Assessment:
    """A target belongs to one area and group and holds only when both offices have signed it; until then it is
    proposed."""
    agreed = each.target_of(series.area, series.group, main=main)
    if agreed is None or agreed.holds:
        return assess(each.definition, series, target=agreed.target if agreed else None)
    assessment = assess(each.definition, series, target=None)
    return replace(assessment, warnings=(*assessment.warnings, faults.proposed(agreed.target, each.definition.unit)))


def _assessed_parts(each: Plan, series: tuple[Series, ...], main: str) -> tuple[Assessed, ...]:
    """The areas beside the main one for which a target was agreed."""
    return tuple(
        Assessed(one.area, one.group, _assess(each, one, main))
        for one in series
        if one.area != main and each.target_of(one.area, one.group, main=main)
    )
