"""zuordnungen/<name>.toml: the mapping profiles of data files that have no known form."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.toml_file import file_text
from mehrklang.package.toml_text import comment
from mehrklang.sources import Profile, load_profile, profile_text
from mehrklang.vocabulary import Issue

FOLDER = "zuordnungen"

_HEAD = "Was die Spalten einer Datei bedeuten (Handbuch, „Zuordnung“)."


def read(folder: Path, issues: list[Issue]) -> Mapping[str, Profile]:
    """The profiles by the name of their file; what is wrong with them has the codes of the readers (L-PROFIL-…)."""
    found: dict[str, Profile] = {}
    for path in sorted((folder / FOLDER).glob("*.toml")):
        name = f"{FOLDER}/{path.name}"
        text = file_text(folder, name, issues)
        loaded = None if text is None else load_profile(text, name)
        issues += loaded.issues if loaded else ()
        if loaded and loaded.profile:
            found[path.stem] = loaded.profile
    return MappingProxyType(found)


def names(monitoring: Monitoring) -> Mapping[Profile, str]:
    """A file name for each profile that a data file is read by: its own name, and a number where two are alike."""
    found: dict[Profile, str] = {}
    for profile in dict.fromkeys(each.profile for each in monitoring.data if each.profile):
        plain = re.sub(r"[^\w]+", "-", profile.name.casefold()).strip("-_") or "zuordnung"
        taken = sum(name == plain or name.startswith(f"{plain}--") for name in found.values())
        found[profile] = f"{plain}--{taken + 1}" if taken else plain
    return MappingProxyType(found)


def render(profile: Profile) -> str:
    """The text of one profile's file."""
    return f"{comment(_HEAD)}\n{profile_text(profile)}"
