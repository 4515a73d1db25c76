"""What waits for a decision, with the difference in words, and what is held together with whom."""

from dataclasses import dataclass

from mehrklang.catalogue import Supply, supply_changes
from mehrklang.planning import SharedKind
from mehrklang_web.catalogues.contents import KINDS, differences, things_of
from mehrklang_web.collection.models import OwnSupply
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.monitors.values import from_text
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.sharing.held import News
from mehrklang_web.sharing.models import Holding
from mehrklang_web.sharing.queries import holders, holdings, news_of


@dataclass(frozen=True, slots=True)
class Announcement:
    """A version of another monitor that nobody here has decided about, and what it says otherwise."""

    news: News
    kind: SharedKind
    name: str
    told: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """In one sentence."""
        return f"In „{self.news.version.made_in}“ gibt es eine neue Fassung von „{self.name}“."


@dataclass(frozen=True, slots=True)
class Together:
    """A shared object: under its name, with the other monitors that hold it, and the version that holds here."""

    holding: Holding
    kind: SharedKind
    name: str
    others: tuple[Monitor, ...]


def announcements(edition: Edition) -> tuple[Announcement, ...]:
    """Everything that waits for a decision."""
    found = news_of(edition)
    if not found:
        return ()
    texts = _texts(edition)
    return tuple(_announcement(each, texts) for each in found)


def together(edition: Edition) -> tuple[Together, ...]:
    """Everything that is held together with others."""
    rows = holdings(edition)
    texts = _texts(edition) if rows else {}
    return tuple(
        Together(each, each.shared.kind_value, _name(each, texts), others)
        for each in rows
        if (others := holders(each)) or each.origin
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """An entry as it is today: its name, and its content as JSON."""

    name: str
    content: str


def _texts(edition: Edition) -> dict[tuple[str, str], _Text]:
    names = sources(edition)
    found = {
        (each.named.kind.value, each.named.key): _Text(each.name, each.content.text) for each in things_of(edition)
    }
    for row in OwnSupply.objects.filter(edition=edition):
        name = names[row.source].name if row.source in names else row.source
        found[SharedKind.CONDITIONS.value, row.source] = _Text(name, row.content)
    return found


def _name(holding: Holding, texts: dict[tuple[str, str], _Text]) -> str:
    known = texts.get((holding.shared.kind, holding.shared.key))
    return known.name if known else holding.shared.key


def _announcement(news: News, texts: dict[tuple[str, str], _Text]) -> Announcement:
    kind, holding = news.holding.shared.kind_value, news.holding
    known = texts.get((holding.shared.kind, holding.shared.key))
    before = known.content if known else holding.holds.content
    return Announcement(news, kind, _name(holding, texts), _told(kind, before, news.version.content))


def _told(kind: SharedKind, before: str, after: str) -> tuple[str, ...]:
    if kind in KINDS:
        return differences(kind, before, after)
    return supply_changes(from_text(Supply, before), from_text(Supply, after))
