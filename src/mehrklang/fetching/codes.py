"""The codes of the issues of fetching (A-…) and the issues they make. The texts: `codes.toml`."""

from collections.abc import Mapping
from importlib.resources import files

from mehrklang.vocabulary import Issue, IssueCode
from mehrklang.vocabulary.issue_code import codes_in

FETCH_CODES: Mapping[str, IssueCode] = codes_in(files(__package__).joinpath("codes.toml").read_text(encoding="utf-8"))
"""Every code that a plan, a fetch or its folder may answer with."""


def issue(code: str, *, file: str = "", **words: str | int) -> Issue:
    """The issue of a code; `words` fill the braces.

    >>> print(issue("A-PLAN-02", angabe="tabelle").message)
    Im Abrufplan fehlt „tabelle“.
    """
    known = FETCH_CODES[code]
    return Issue(code, known.severity, known.message.format_map(words), known.remedy.format_map(words), file=file)
