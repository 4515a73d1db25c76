"""The documented JSON form of dry runs (Handbuch, "Kommandozeile")."""

from collections.abc import Sequence

from mehrklang.cli.json_forms import cell_json, figure_json, issue_json
from mehrklang.cli.json_text import Json
from mehrklang.plausibility import Change, Comparison, DryRun, MeasureContent
from mehrklang.vocabulary import Observation, Severity


def dry_runs_json(runs: Sequence[DryRun]) -> Json:
    """All files with their issues, and how many issues of each severity there are."""
    counts: dict[str, Json] = {one.value: sum(len(run.of(one)) for run in runs) for one in Severity}
    return {"anzahl": counts, "dateien": [_run_json(run) for run in runs]}


def _run_json(run: DryRun) -> Json:
    return {
        "datei": run.file,
        "art": run.kind,
        "verwendbar": run.usable,
        "beobachtungen": run.observations,
        "gebiete": [{"schluessel": area.key, "name": area.name, "ebene": area.level.value} for area in run.areas],
        "zeitraeume": [period.key for period in run.periods],
        "inhalte": [_content_json(content) for content in run.contents],
        "meldungen": [issue_json(issue) for issue in run.issues],
        "vergleich": _comparison_json(run.comparison) if run.comparison else None,
    }


def _content_json(content: MeasureContent) -> Json:
    return {
        "messgroesse": content.measure,
        "einheit": content.unit.value,
        "beobachtungen": content.observations,
        "zahlen": content.numbers,
        "zeichen": content.signs,
        "gebiete": content.areas,
        "zeitraeume": [period.key for period in content.periods],
        "merkmale": {feature: list(labels) for feature, labels in content.features},
        "kleinster": content.least,
        "groesster": content.most,
    }


def _comparison_json(comparison: Comparison) -> Json:
    return {
        "unveraendert": comparison.unchanged,
        "geaendert": [_change_json(change) for change in comparison.changed],
        "neu": [_key_json(one) | {"wert": figure_json(one.figure)} for one in comparison.new],
        "entfallen": [_key_json(one) | {"wert": figure_json(one.figure)} for one in comparison.vanished],
    }


def _change_json(change: Change) -> Json:
    return _key_json(change.after) | {
        "vorher": figure_json(change.before.figure),
        "nachher": figure_json(change.after.figure),
        "unterschied": change.difference,
        "unterschied_prozent": change.relative,
    }


def _key_json(one: Observation) -> dict[str, Json]:
    return {
        "messgroesse": one.measure,
        "gebiet": one.area,
        "zeitraum": one.period.key,
        "merkmale": dict(one.breakdown.pairs),
        "einheit": one.unit.value,
        "zelle": cell_json(one.cell),
    }
