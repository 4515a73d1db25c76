"""Targets in indikatoren.toml: [indikator.zielwert] and, for other areas or groups, [[indikator.weiterer_zielwert]]."""

from decimal import Decimal

from mehrklang.assessment import Operator, PathKind, Step, Target
from mehrklang.package.monitoring import FurtherTarget
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, sections

MAIN, FURTHER, STEP = "zielwert", "weiterer_zielwert", "stufe"


def read_target(row: Table) -> Target | None:
    """The target, or None and issues where it does not hold together."""
    faults_before = len(row.issues)
    base_value, value = row.number("basiswert", required=True), row.number("wert", required=True)
    base_year, year = row.integer("basisjahr", required=True), row.integer("jahr", required=True)
    operator = row.choice("richtung", Operator)
    warn, act = row.number("schwelle_hinsehen"), row.number("schwelle_handeln")
    responsible, reason = row.text("zustaendig"), row.text("begruendung")
    path = row.choice("pfad", PathKind) if "pfad" in row else PathKind.LINEAR
    steps = tuple(step for each in row.rows(STEP) if (step := _step(each)))
    if base_value is None or value is None or len(row.issues) > faults_before:
        return None
    fault = _contradiction(path, base_value=base_value, value=value, years=(base_year, year), steps=steps)
    if fault:
        row.fault("M-WERT-03", *fault)
        return None
    return Target(base_value, base_year, operator, value, year, warn, act, responsible, reason, path, steps)


def read_further(row: Table) -> FurtherTarget | None:
    """A target for another area or group."""
    area, group, signed = row.text("gebiet"), row.text("gruppe"), row.texts("unterschriften")
    target = read_target(row)
    return FurtherTarget(target, area, group, signed) if target else None


def render_target(target: Target, *, above: str) -> str:
    """The section, below one [[above]], of the target that belongs to the group in view."""
    return f"\n[{above}.{MAIN}]\n{_body(target)}{_steps(f'{above}.{MAIN}', target)}"


def render_further(further: FurtherTarget, *, above: str) -> str:
    """The section of a further target."""
    place = assignments({"gebiet": further.area, "gruppe": further.group, "unterschriften": further.signed_by})
    return f"\n[[{above}.{FURTHER}]]\n{place}{_body(further.target)}{_steps(f'{above}.{FURTHER}', further.target)}"


def _step(row: Table) -> Step | None:
    year, value = row.integer("jahr", required=True), row.number("wert", required=True)
    return None if value is None else Step(year, value)


def _contradiction(
    path: PathKind, *, base_value: Decimal, value: Decimal, years: tuple[int, int], steps: tuple[Step, ...]
) -> tuple[str, str, str] | None:
    """Message, remedy and key, where the values do not make a path."""
    base_year, year = years
    if year <= base_year:
        message = f"Das Zieljahr {year} liegt nicht nach dem Basisjahr {base_year}."
        return message, "Tragen Sie ein späteres Zieljahr ein.", "jahr"
    if path is PathKind.GEOMETRIC and min(base_value, value) <= 0:
        message = "Gleiche Prozentschritte gibt es nur zwischen Werten über null."
        return message, f"Wählen Sie bei „pfad“ „{PathKind.LINEAR}“ oder „{PathKind.STEPS}“.", "pfad"
    if (path is PathKind.STEPS) != bool(steps):
        message = "Stufen gehören zu einem Zielpfad in Stufen, und zu keinem anderen."
        remedy = f"Wählen Sie bei „pfad“ „{PathKind.STEPS}“ und nennen Sie je Stufe Jahr und Wert."
        return message, remedy, "pfad"
    inside = [base_year, *(step.year for step in steps), year]
    if inside != sorted(set(inside)):
        message = "Die Stufen liegen nicht in aufsteigenden Jahren zwischen Basisjahr und Zieljahr."
        return message, "Ordnen Sie die Stufen nach dem Jahr; jede hat ein eigenes Jahr dazwischen.", STEP
    return None


def _body(target: Target) -> str:
    return assignments(
        {
            "basiswert": target.base_value,
            "basisjahr": target.base_year,
            "richtung": target.operator,
            "wert": target.value,
            "jahr": target.year,
            "schwelle_hinsehen": target.warn,
            "schwelle_handeln": target.act,
            "zustaendig": target.responsible,
            "begruendung": target.reason,
            "pfad": None if target.path is PathKind.LINEAR else target.path,
        }
    )


def _steps(section: str, target: Target) -> str:
    return sections(
        f"{section}.{STEP}",
        (assignments({"jahr": step.year, "wert": step.value}) for step in target.steps),
    )
