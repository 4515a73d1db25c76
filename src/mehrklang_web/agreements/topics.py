"""What a remark may be about: general things, and everything of the edition that has a name."""

from collections.abc import Sequence

from mehrklang.planning.remark import About
from mehrklang_web.concept.models import Goal
from mehrklang_web.measures.models import Measure
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.catalogue import definitions, sources
from mehrklang_web.selection.queries import chosen

Topics = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""What a remark may be about, by heading: the value (`topic_of`) and the name of each."""


def topic_of(about: About, key: str) -> str:
    """What a remark is about, as one value of the form."""
    return f"{about.value}:{key}"


def topics(edition: Edition) -> Topics:
    """Everything that a remark can be about: general things first, then by kind."""
    known, rows = definitions(edition), chosen(edition)
    names = [(each.code, known[each.code].name if each.code in known else each.code) for each in rows]
    aimed = {each.code for each in rows if getattr(each, "agreed_target", None) or each.further}
    listed = (
        (About.INDICATOR, names),
        (About.DEFINITION, [(code, f"Definition: {name}") for code, name in names]),
        (About.TARGET, [(code, f"Zielwert: {name}") for code, name in names if code in aimed]),
        (About.GOAL, list(Goal.objects.filter(edition=edition).values_list("key", "title"))),
        (About.MEASURE, list(Measure.objects.filter(edition=edition).values_list("key", "title"))),
        (About.SOURCE, [(key, source.name) for key, source in sources(edition).items()]),
    )
    general = [
        (topic_of(About.AGENDA, ""), "Eigener Punkt der Tagesordnung"),
        (topic_of(About.CONCEPT, ""), "Konzept"),
        (topic_of(About.CORE_SET, ""), "Kernset"),
    ]
    groups = [(about.label, [(topic_of(about, key), name) for key, name in some]) for about, some in listed if some]
    return [("Allgemein", general), *groups]


def topic_names(edition: Edition) -> dict[str, str]:
    """What a remark may be about, by `topic_of`."""
    return {value: name for _, some in topics(edition) for value, name in some}
