"""The kept profiles, and the one that fits a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.timezone import localtime

from mehrklang.sources import Likeness, Profile, compare_heads, fitting, recognise
from mehrklang_web.profiles.models import KeptProfile

GENERAL = frozenset({"", "printed"})
"""What a file is taken for that has no form of its own: any table printed in a workbook, or nothing."""


@dataclass(frozen=True, slots=True)
class FoundProfile:
    """A kept profile that fits a file, and how the file differs from the last one."""

    profile: Profile
    likeness: Likeness
    kept_at: datetime

    @property
    def fixed_period(self) -> str:
        """The period that the profile says for the whole file; "" where the file names it."""
        return "" if self.profile.period_column else self.profile.period

    @property
    def question(self) -> str:
        """What the person is asked where the file does not name its period."""
        return (
            f"Die Zuordnung „{self.profile.name}“ passt, gilt aber für den Zeitraum {self.fixed_period}; diese Datei "
            "nennt keinen. Bitte wählen Sie unter „Anders lesen“ die Zuordnung und geben Sie den Zeitraum der Datei an."
        )

    @property
    def sentence(self) -> str:
        """What the person is told, e.g. "Wie im letzten Jahr gelesen: „Bestand“ (2 Spalten verschoben)"."""
        when = "im letzten Jahr" if localtime(self.kept_at).year < localtime().year else "beim letzten Mal"
        differences = ", ".join(_differences(self.likeness)) or "Spalten unverändert"
        return f"Wie {when} gelesen: „{self.profile.name}“ ({differences})"


def all_profiles() -> list[KeptProfile]:
    """Every kept profile, by name."""
    return list(KeptProfile.objects.all())


def profile_for(path: Path) -> FoundProfile | None:
    """The kept profile by which a file is read.

    None where several fit: then a person chooses. A file with a form of its own is read by a profile only if the
    profile was made because that form is not right for it.
    """
    every = all_profiles()
    kind = recognise(path) if every else ""
    fits = {kept: kept.to_value() for kept in every if kind in GENERAL or kind == kept.instead_of}
    found = set(fitting(path, fits.values())) if fits else set()
    best = [kept for kept, profile in fits.items() if profile in found]
    if len(best) != 1:
        return None
    kept = best[0]
    likeness = compare_heads(path, fits[kept], kept.heads)
    return None if likeness is None else FoundProfile(fits[kept], likeness, kept.at)


def _differences(likeness: Likeness) -> Iterator[str]:
    counts = (
        (likeness.moved, "verschoben"),
        (len(likeness.respelled), "anders geschrieben"),
        (len(likeness.added), "neu und nicht gelesen"),
    )
    for count, what in counts:
        if count:
            yield f"{count} {'Spalte' if count == 1 else 'Spalten'} {what}"
