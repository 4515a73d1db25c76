"""Mapping profiles (Zuordnungen): for a file of no known form somebody says what is area, period, measure and value.

`definition` is the profile itself, `toml` its file (Handbuch, "Zuordnung"), `matching` finds its columns in a file even
if they moved or are spelled a little differently, `reader` reads, `proposal` drafts a profile for an unknown file. A
match that is not certain is an issue, never a guess.
"""

from mehrklang.sources.profile.definition import Profile, ValueColumn
from mehrklang.sources.profile.toml import LoadedProfile, load_profile, profile_text, read_profile

__all__ = ["LoadedProfile", "Profile", "ValueColumn", "load_profile", "profile_text", "read_profile"]
