"""The codes of the readers' issues (L-…); `Faults` fills their braces. The texts: `codes.toml`."""

from collections.abc import Mapping
from importlib.resources import files

from mehrklang.vocabulary import IssueCode
from mehrklang.vocabulary.issue_code import codes_in

CODES: Mapping[str, IssueCode] = codes_in(files(__package__).joinpath("codes.toml").read_text(encoding="utf-8"))
"""Every code that a reader may answer with."""
