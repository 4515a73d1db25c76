"""What is agreed on, how both offices stand to it, and what was said about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Prefetch
from django.urls import reverse

from mehrklang.catalogue.german import plain_text
from mehrklang.package import versions_of
from mehrklang.planning import Agreements, Matter, MatterKind, Version, Voice
from mehrklang.planning.agreement import Position, Stand, VoiceKind, holds, positions
from mehrklang.planning.agreement_changes import LineChange, changes, in_words
from mehrklang_web.agreements.models import KeptRemark, KeptVersion, KeptVoice
from mehrklang_web.catalogues.queries import safeguards
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.catalogue import own_breaks
from mehrklang_web.selection.further import matter_of, place_names
from mehrklang_web.selection.models import ChosenIndicator, TargetSignature
from mehrklang_web.selection.queries import chosen


@dataclass(frozen=True, slots=True)
class Changed:
    """One row of what changed since a version was signed."""

    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """One matter today: its version, how both offices stand to it, everything that was ever said to it.

    `number` counts the versions that somebody has signed or refused, today's included. `since` is what changed since
    the version that an office signed last, () where none was or it is today's.
    """

    version: Version
    name: str
    number: int
    positions: tuple[Position, ...]
    voices: tuple[Voice, ...]
    since: tuple[Changed, ...]

    @property
    def matter(self) -> Matter:
        """What it is."""
        return self.version.matter

    @property
    def holds(self) -> bool:
        """Whether both offices have signed today's version."""
        return holds(self.positions)

    @property
    def open_for(self) -> tuple[str, ...]:
        """The offices that have to say something: that have not signed, and have not refused today's version."""
        return tuple(each.office for each in self.positions if each.stand in (Stand.MISSING, Stand.EARLIER))

    @property
    def refused(self) -> bool:
        """Whether an office has refused today's version."""
        return any(each.stand is Stand.REFUSED for each in self.positions)

    @property
    def address(self) -> str:
        """Where it is read, signed and refused."""
        return address_of(self.matter)

    @property
    def sign_address(self) -> str:
        """Where a signature is sent."""
        return _address("sign", self.matter)

    @property
    def refuse_address(self) -> str:
        """Where a refusal is sent."""
        return _address("refuse", self.matter)

    @property
    def history(self) -> tuple[Voice, ...]:
        """All signatures and refusals, the newest first."""
        return self.voices[::-1]


def address_of(matter: Matter) -> str:
    """The page of a matter."""
    return _address("matter", matter)


def _address(view: str, matter: Matter) -> str:
    words = [each for each in (matter.kind.value, matter.code, matter.place) if each]
    return reverse(f"agreements:{view}", args=words)


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that is kept of an edition, read once."""

    voices: tuple[Voice, ...]
    versions: tuple[Version, ...]
    now: tuple[Version, ...]
    target_offices: dict[Matter, frozenset[str]]
    names: dict[str, str]
    places: dict[Matter, str]


def matters(edition: Edition) -> tuple[MatterView, ...]:
    """The core set, its definitions, and all targets; in this order."""
    kept = _kept(edition)
    return tuple(_view(version, kept) for version in kept.now)


def matter(edition: Edition, wanted: Matter) -> MatterView | None:
    """One of them; None if there is no such thing today."""
    kept = _kept(edition)
    return next((_view(version, kept) for version in kept.now if version.matter == wanted), None)


def agreements_of(edition: Edition) -> Agreements:
    """As they travel in the folder: all voices, and those of their versions that are not today's."""
    kept = _kept(edition)
    today = {(each.matter, each.fingerprint) for each in kept.now}
    earlier = tuple(each for each in kept.versions if (each.matter, each.fingerprint) not in today)
    return Agreements(kept.voices, earlier)


def remarks_of(edition: Edition) -> list[KeptRemark]:
    """All remarks with their threads, the oldest first."""
    rows, thread = KeptRemark.objects.filter(edition=edition), Prefetch("replies", to_attr="thread")
    return list(rows.prefetch_related(thread))  # type: ignore[no-redef] # Django fills the cached property


def remark(edition: Edition, number: int) -> KeptRemark | None:
    """One remark with its thread."""
    return KeptRemark.objects.filter(edition=edition, pk=number).first()


def _kept(edition: Edition) -> _Kept:
    rows, guarded = chosen(edition), safeguards(edition)
    known = guarded.catalogue.indicators
    now = versions_of(tuple(each.to_value() for each in rows), guarded, own_breaks(edition))
    voices = tuple(row.to_value() for row in KeptVoice.objects.filter(edition=edition))
    signed = {row.code: tuple(row.agreed_target.signatures.all()) for row in rows if _has_target(row)}
    return _Kept(
        voices=(*voices, *_unspoken(now, voices, signed)),
        versions=tuple(row.to_value() for row in KeptVersion.objects.filter(edition=edition)),
        now=now,
        target_offices=_target_offices(rows),
        places=place_names(edition, rows, known),
        names={code: definition.name for code, definition in known.items()},
    )


def _has_target(row: ChosenIndicator) -> bool:
    return getattr(row, "agreed_target", None) is not None


def _target_offices(rows: Iterable[ChosenIndicator]) -> dict[Matter, frozenset[str]]:
    """The offices whose signature stands under each target, also under further ones."""
    found: dict[Matter, frozenset[str]] = {}
    for row in rows:
        value = row.to_value()
        found[Matter(MatterKind.TARGET, row.code)] = frozenset(value.target_signed_by)
        for each in value.further_targets:
            found[matter_of(row.code, each)] = frozenset(each.signed_by)
    return found


def _unspoken(
    now: Iterable[Version], voices: Sequence[Voice], signed: dict[str, tuple[TargetSignature, ...]]
) -> list[Voice]:
    """Signatures under targets that were given on the target's own page: they are today's, by the rule of that page."""
    said = {(each.matter, each.fingerprint, each.office) for each in voices if each.kind is VoiceKind.SIGNED}
    return [
        Voice(version.matter, version.fingerprint, each.office, each.name, each.day)
        for version in now
        if version.matter.kind is MatterKind.TARGET and not version.matter.place
        for each in signed.get(version.matter.code, ())
        if (version.matter, version.fingerprint, each.office) not in said
    ]


def _view(version: Version, kept: _Kept) -> MatterView:
    here = version.matter
    voices = tuple(each for each in kept.voices if each.matter == here)
    earlier = [each for each in kept.versions if each.matter == here]
    prints = list(dict.fromkeys([*(each.fingerprint for each in earlier), version.fingerprint]))
    stands = positions(version.fingerprint, voices)
    if here.kind is MatterKind.TARGET:
        offices = kept.target_offices.get(here, frozenset())
        stands = tuple(_of_target(each, offices, further=bool(here.place)) for each in stands)
    return MatterView(
        version=version,
        name=_name(here, kept),
        number=prints.index(version.fingerprint) + 1,
        positions=stands,
        voices=voices,
        since=_since(version, earlier, stands, kept.names),
    )


def _name(here: Matter, kept: _Kept) -> str:
    if not here.code:
        return "Kernset"
    name = kept.names.get(here.code, here.code)
    return f"{name} ({kept.places[here]})" if here in kept.places else name


def _of_target(position: Position, offices: frozenset[str], *, further: bool) -> Position:
    """A target that was changed and changed back has to be signed again: its page has taken the signature off.

    Of a further target that a folder has brought with its signatures, nobody may know who signed it and when.
    """
    if further and position.office in offices and position.stand is Stand.MISSING:
        return replace(position, stand=Stand.SIGNED)
    lost = position.stand is Stand.SIGNED and position.office not in offices
    return replace(position, stand=Stand.EARLIER) if lost else position


def _since(
    version: Version, earlier: Sequence[Version], stands: Sequence[Position], names: dict[str, str]
) -> tuple[Changed, ...]:
    wanted = {each.voice.fingerprint for each in stands if each.stand is Stand.EARLIER and each.voice}
    before = next((each for each in reversed(earlier) if each.fingerprint in wanted), None)
    return tuple(_told(each, names) for each in changes(before, version)) if before else ()


def _told(change: LineChange, names: dict[str, str]) -> Changed:
    words = in_words(change, name=names.get(change.code, change.code))
    said = (plain_text(change.key, text) for text in (change.before, change.after))
    return Changed(words, *(said if change.part else ("", "")))
