"""Keeping, renewing and removing a profile."""

from collections.abc import Sequence

from mehrklang.sources import Profile, profile_text
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.monitors.values import to_text
from mehrklang_web.profiles.models import KeptProfile


def keep_profile(*, profile: Profile, heads: Sequence[str] = (), instead_of: str = "", by: Author) -> KeptProfile:
    """Keeps the profile under its name; one of the same name is replaced, and the Protokoll keeps its text."""
    kept = KeptProfile.objects.filter(name=profile.name).first() or KeptProfile(name=profile.name)
    before, kept.text = kept.text, profile_text(profile)
    kept.heads_text, kept.instead_of, kept.who = to_text(tuple(heads)), instead_of, by.full_name
    with act("Zuordnung geändert" if before else "Zuordnung gespeichert", by=by, to=_subject(kept)) as trace:
        kept.save()
        trace.old, trace.new = before, kept.text
    return kept


def forget_profile(*, kept: KeptProfile, by: Author) -> None:
    """Removes the profile. Deliveries that were read by it keep their own copy."""
    with act("Zuordnung gelöscht", by=by, to=_subject(kept)) as trace:
        trace.old = kept.text
        kept.delete()


def _subject(kept: KeptProfile) -> Subject:
    return Subject("Zuordnung", kept.name, kept.name)
