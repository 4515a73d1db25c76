"""From zone one to zone two: a raw cube becomes a protected delivery, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from mehrklang.catalogue import RuleSet, load, refusal
from mehrklang.cubes import ProtectedCube
from mehrklang.disclosure import Circumstances, DisclosureError, Protocol, Sheet, shield
from mehrklang.disclosure.costs import Costs, costs
from mehrklang.pipeline.published import Published, history_of, read_publication
from mehrklang.store import StoreError, read_cube
from mehrklang.vocabulary import Area, Issue, Severity


@dataclass(frozen=True, slots=True)
class ProtectedDelivery:
    """What may cross, and the guard's protocol, which stays (None where the rules round instead of suppress)."""

    cube: ProtectedCube
    areas: tuple[Area, ...]
    protocol: Protocol | None


def protect_cube(
    folder: Path, rules: RuleSet, *, secret: str = "", history: tuple[Path, ...] = ()
) -> tuple[ProtectedDelivery | None, tuple[Issue, ...]]:
    """The cube of a folder, protected by the rules; None and all faults where that is not possible. `history` are the
    protected deliveries that went out before, the oldest first.
    """
    before, issues = _before(history)
    if issues:
        return None, issues
    try:
        content = read_cube(folder)
        _check_amounts(content.cube.greatest.values(), rules)
        circumstances = Circumstances(history_of(before), secret=secret, keys=content.cube.cell_keys)
        shielded = shield(content.cube, rules, circumstances)
    except (StoreError, DisclosureError) as error:
        return None, error.issues
    return ProtectedDelivery(shielded.cube, content.areas, shielded.protocol), ()


def cost_of_cube(
    folder: Path, rules: RuleSet, *, secret: str = "", history: tuple[Path, ...] = ()
) -> tuple[Costs | None, tuple[Issue, ...]]:
    """What protecting the cube of a folder costs, and what coarser cubes would cost; nothing is written."""
    before, issues = _before(history)
    if issues:
        return None, issues
    try:
        raw = read_cube(folder).cube
        _check_amounts(raw.greatest.values(), rules)
        circumstances = Circumstances(history_of(before), secret=secret, keys=raw.cell_keys)
        return costs([Sheet("würfel", raw, rules, circumstances)]), ()
    except (StoreError, DisclosureError) as error:
        return None, error.issues


def _before(history: tuple[Path, ...]) -> tuple[tuple[Published, ...], tuple[Issue, ...]]:
    read = [read_publication(path) for path in history]
    faulty = tuple(issue for one, issues in read if one is None for issue in issues)
    return tuple(one for one, _ in read if one is not None), faulty


def rules_from(named: str, *, at_least: str = "") -> tuple[RuleSet | None, tuple[Issue, ...]]:
    """A rule set of the catalogue by its key, or the only one of a file in the catalogue's form.

    `at_least` is the key of the source's own rule set, which must not be loosened.
    """
    packaged = load().rule_sets
    if named in packaged:
        return _at_least(packaged[named], at_least)
    catalogue = load(Path(named))
    if catalogue.issues:
        return None, catalogue.issues
    own = [rules for key, rules in catalogue.rule_sets.items() if key not in packaged]
    if len(own) != 1:
        message = f"Die Datei „{Path(named).name}“ muss genau einen Abschnitt [[regelsatz]] enthalten."
        return None, (_fault("B-REGELSATZ-01", message, "Einen Regelsatz je Datei schreiben."),)
    return _at_least(own[0], at_least)


def _at_least(rules: RuleSet, source: str) -> tuple[RuleSet | None, tuple[Issue, ...]]:
    packaged = load().rule_sets
    if not source:
        return rules, ()
    if source not in packaged:
        message = f"Den Regelsatz „{source}“ der Geheimhaltung gibt es nicht."
        return None, (_fault("B-REGELSATZ-02", message, f"Bekannt sind: {', '.join(packaged)}."),)
    if told := refusal(packaged[source], rules):
        return None, (_fault("B-REGELSATZ-03", told, "Einen mindestens ebenso strengen Regelsatz wählen."),)
    return rules, ()


def _check_amounts(greatest: Iterable[tuple[Decimal, ...]], rules: RuleSet) -> None:
    """Sums of amounts need a rule for dominance, and as many single amounts as it looks at."""
    kept = max((len(each) for each in greatest), default=0)
    if not kept:
        return
    if rules.dominance is None:
        message = "Der Würfel enthält Summen von Beträgen, der Regelsatz hat aber keine Dominanzregel."
        raise DisclosureError((_fault("B-REGELSATZ-05", message, "Einen Regelsatz mit [regelsatz.dominanz] wählen."),))
    if rules.dominance.contributors > kept:
        message = f"Die Dominanzregel braucht die {rules.dominance.contributors} größten Beträge je Fach."
        remedy = f"Mit „groesste = {rules.dominance.contributors}“ im Rezept neu auszählen."
        raise DisclosureError((_fault("B-REGELSATZ-06", message, remedy),))


def _fault(code: str, message: str, remedy: str) -> Issue:
    return Issue(code, Severity.ERROR, message, remedy)
