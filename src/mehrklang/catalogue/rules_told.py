"""A rule set in words: every limit of it, as people read it before they sign."""

from collections.abc import Iterator

from mehrklang.catalogue.rules import RoundingKind, RuleSet

_ROUNDED = {
    RoundingKind.DETERMINISTIC: "jede Zahl für sich",
    RoundingKind.RANDOM: "zufällig auf oder ab",
    RoundingKind.CONTROLLED: "so, dass Summen aufgehen",
}


def limits_in_words(rules: RuleSet) -> str:
    """Every limit, in German. Promise: rule sets that protect otherwise say something else; names do not count.

    >>> limits_in_words(RuleSet("k5", "Fünf", 5, 30, True, "frei erfunden", ""))
    'Mindestfallzahl 5; Mindestbasis für Anteile 30; Schutzbreite 1; Nullen werden gezeigt'
    """
    return "; ".join(_limits(rules))


def _limits(rules: RuleSet) -> Iterator[str]:
    yield f"Mindestfallzahl {rules.minimum_count}" if rules.minimum_count else "keine Mindestfallzahl"
    yield f"Mindestbasis für Anteile {rules.rate_floor}" if rules.rate_floor else "keine Mindestbasis für Anteile"
    yield f"Schutzbreite {rules.protection_width}"
    yield "Nullen werden gezeigt" if rules.zero_is_public else "Nullen werden gesperrt"
    if rules.link_near:
        yield "sperrt, was eine fast gleiche Quelle sperrt"
    if each := rules.dominance:
        shares = f"die {each.contributors} größten Beträge höchstens {each.share} % der Summe; " * bool(
            each.contributors
        )
        yield f"Dominanzregel ({shares}p {each.closeness} %)"
    if rounding := rules.rounding:
        yield f"Rundung auf Vielfache von {rounding.base}, {_ROUNDED[rounding.kind]}"
    if noise := rules.cell_key:
        varied = str(noise.variance).replace(".", ",")
        yield f"Überlagerung um höchstens {noise.deviation} (Varianz {varied}, Tabelle {noise.table})"
    if limits := rules.sample:
        yield f"Stichprobe: gesperrt unter {limits.withheld_below}, eingeklammert unter {limits.limited_below}"
