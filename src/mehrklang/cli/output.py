"""What a command leaves behind: files that are whole or not there, and German sentences on standard error."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from mehrklang.vocabulary import Issue, Severity


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the target and renames: whoever looks sees the old file or the new one, never half of one."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        beside.chmod(0o644)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def tell(sentence: str) -> None:
    """A sentence for the person at the keyboard; standard output stays free for results."""
    print(sentence, file=sys.stderr)


def tell_issues(issues: Iterable[Issue]) -> None:
    """Each issue: severity, code, place, message, remedy."""
    for issue in issues:
        place = f" [{issue.place}]" if issue.place else ""
        tell(f"{issue.severity.value.upper()} {issue.code}{place}: {issue.message}\n    {issue.remedy}")


def exit_code(issues: Iterable[Issue]) -> int:
    """1 where an issue is an ERROR, otherwise 0."""
    return int(any(issue.severity is Severity.ERROR for issue in issues))
