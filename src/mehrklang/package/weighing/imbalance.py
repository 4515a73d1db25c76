"""What stands out in a balance, each with its reason. Nothing of it forbids anything.

The bounds are stated and plain, so that everybody can recount them; the reasons are those of Difu (2022), "Kommunales
Integrationsmonitoring": too many indicators, origin as the only feature, the view of deficits alone, nothing that
people say themselves, figures that exist for large cities only, effort that nobody has counted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mehrklang.package.weighing.balance import Balance
from mehrklang.package.weighing.prospect import Secured
from mehrklang.planning import CORE_LIMIT
from mehrklang.planning.candidate import CORE_USUAL

FEWEST = 4
"""In a smaller set nothing can be balanced yet, and nothing is said about its shares."""


@dataclass(frozen=True, slots=True)
class Imbalance:
    """What stands out, and why that matters; `codes` are the indicators in question (none: the set as a whole)."""

    text: str
    reason: str
    codes: tuple[str, ...] = ()


def imbalances(
    found: Balance, *, fields_with_goals: Iterable[str] = (), core_set: bool = True
) -> tuple[Imbalance, ...]:
    """Everything that stands out. `fields_with_goals` are the fields of action in which the municipality has goals;
    `core_set`: these are to be the core set, so that their number counts too.
    """
    if not found.codes:
        return ()
    shares = (*_views(found), *_fields(found, fields_with_goals), *_steering(found))
    return (
        *(_size(found) if core_set else ()),
        *(shares if len(found.codes) >= FEWEST else ()),
        *_data(found),
        *_unanswered(found),
    )


def _size(found: Balance) -> Iterator[Imbalance]:
    if len(found.codes) < CORE_USUAL:
        yield Imbalance(
            f"{_indicators(len(found.codes))} im Kernset.",
            f"Üblich sind {CORE_USUAL} bis {CORE_LIMIT}: weniger lassen Felder offen, mehr überblickt niemand.",
        )
    if len(found.codes) > CORE_LIMIT:
        yield Imbalance(
            f"{len(found.codes)} Indikatoren, das Kernset hat {CORE_LIMIT} Plätze.",
            "Wer einen weiteren aufnehmen will, tauscht ihn gegen einen anderen.",
        )


def _views(found: Balance) -> Iterator[Imbalance]:
    by_label = {each.label: each for each in (*found.perspectives, *found.evidence)}
    strengths, deficits = by_label["Stärke"], by_label["Defizit"]
    if deficits.number > 2 * strengths.number:
        yield Imbalance(
            f"{deficits.number} Defizite, {strengths.number} Stärken.",
            "Wer vor allem Defizite zeigt, beschreibt Menschen als Problem und übersieht, was gelingt.",
            deficits.codes,
        )
    if not deficits.number:
        yield Imbalance("Kein Indikator zeigt ein Defizit.", "Wo zu handeln ist, bliebe unsichtbar.")
    if not by_label["selbst gesagt"].number:
        yield Imbalance(
            "Kein Indikator fragt die Menschen selbst.",
            "Zugehörigkeit und erlebte Benachteiligung stehen in keinem Register; dafür braucht es eine Befragung.",
        )
    if 2 * found.beyond_origin.number < len(found.codes):
        yield Imbalance(
            f"Nur {found.beyond_origin.number} von {len(found.codes)} betrachten ein anderes Merkmal als die Herkunft.",
            "Wer nur nach Herkunft unterscheidet, übersieht Unterschiede nach Alter, Geschlecht oder Wohngegend.",
        )


def _fields(found: Balance, fields_with_goals: Iterable[str]) -> Iterator[Imbalance]:
    covered = {each.label for each in found.fields}
    if missing := sorted(set(fields_with_goals) - covered):
        yield Imbalance(
            f"Ziele ohne Indikator in den Handlungsfeldern: {', '.join(missing)}.",
            "Ob sich dort etwas entwickelt, ließe sich nicht ablesen.",
        )
    for each in found.fields:
        if 2 * each.number > len(found.codes):
            yield Imbalance(
                f"{each.number} von {len(found.codes)} gehören zu „{each.label}“.",
                "Ein Feld, das die Hälfte füllt, verdeckt die anderen.",
                each.codes,
            )


def _steering(found: Balance) -> Iterator[Imbalance]:
    fixed = next(each for each in found.steerable if each.label == "nein")
    if 2 * fixed.number > len(found.codes):
        yield Imbalance(
            f"{fixed.number} von {len(found.codes)} kann die Kommune nicht bewegen.",
            "Als Rahmen sind sie nützlich; für Entscheidungen braucht es solche, an denen sich etwas ändern lässt.",
            fixed.codes,
        )


def _data(found: Balance) -> Iterator[Imbalance]:
    secured = {each.label: each for each in found.secured}
    for state, reason in _UNSURE.items():
        if codes := secured[state.value].codes:
            yield Imbalance(f"{_indicators(len(codes))}: {state.value}.", reason, codes)
    coarse = next(each for each in found.district if each.label == "nein")
    if coarse.number:
        reason = "Die Quelle liefert nur größere Gebiete; für einen Kreis oder eine Stadt gibt es keine Werte."
        yield Imbalance(f"{_indicators(coarse.number)} ohne Werte für Kreise.", reason, coarse.codes)
    if unknown := found.effort.unknown:
        names = _listed(line.name for line in unknown)
        codes = tuple(dict.fromkeys(code for line in unknown for code in line.codes))
        reason = "Die Summe der Stunden ist deshalb zu klein. Nachtragen lässt sich der Aufwand bei der Quelle."
        yield Imbalance(f"Aufwand noch nicht geschätzt: {names}.", reason, codes)


_UNSURE: Mapping[Secured, str] = {
    Secured.REFUSED: "Ohne Zugang gibt es keine Werte. Verhandeln oder tauschen.",
    Secured.NO_SOURCE: "Die Daten müssten erst erhoben oder angefordert werden.",
    Secured.UNKNOWN: "Erst klären, wer die Daten hat und herausgibt.",
    Secured.STATISTICS_ONLY: "Das geht nur mit einer abgeschotteten Statistikstelle und ist mit ihr zu vereinbaren.",
    Secured.ON_REQUEST: "Die Lieferung ist noch nicht zugesagt.",
}


def _unanswered(found: Balance) -> Iterator[Imbalance]:
    codes = tuple(dict.fromkeys(code for each in found.unanswered for code in each.codes))
    if codes:
        number = sum(each.number for each in found.unanswered)
        text = f"{number} offene Fragen bei {_indicators(len(codes))}." if number > 1 else "Eine offene Frage."
        yield Imbalance(text, "Was niemand beantwortet hat, trägt später keine Entscheidung.", codes)


def _indicators(number: int) -> str:
    return "1 Indikator" if number == 1 else f"{number} Indikatoren"


def _listed(names: Iterable[str], most: int = 4) -> str:
    every = list(dict.fromkeys(names))
    return ", ".join(every[:most]) + (f" und {len(every) - most} weitere" if len(every) > most else "")
