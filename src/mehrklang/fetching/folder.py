"""The target folder: every answer as delivered, and the protocol that says which of them are whole.

An answer's file is written beside its place, brought to disk and renamed; only then the protocol gets its line. So a
crash at any moment leaves answers that the protocol knows and that are whole, and at most one file that it does not
know, which is fetched again.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mehrklang.fetching.asking import Asked
from mehrklang.fetching.codes import issue
from mehrklang.fetching.credentials import Credentials
from mehrklang.fetching.plan import FetchPlan
from mehrklang.fetching.questions import Question
from mehrklang.sources.fetched.protocol import PROTOCOL, Answer, Closing, Protocol, ProtocolError, differing, head_line
from mehrklang.vocabulary import Issue

if sys.platform != "win32":
    import fcntl

_ENDINGS = {b"PK": ".zip", b"{": ".json"}


class FolderError(Exception):
    """The folder cannot be used; the issue says why."""

    def __init__(self, why: Issue) -> None:
        super().__init__(why.message)
        self.issue = why


class AnswerFolder:
    """The answers of one fetch. Opened by `open_folder`, which keeps other fetches out."""

    __slots__ = ("_answers", "_closing", "_folder", "_protocol", "changed")

    def __init__(self, folder: Path, protocol: Protocol, stream: int) -> None:
        self._folder = folder
        self._protocol = stream
        self._answers = {answer.key: answer for answer in protocol.answers}
        self._closing = protocol.closing
        self.changed: list[str] = []

    def kept(self, question: Question) -> tuple[Answer, bytes] | None:
        """The answer to a question with its bytes; None if it was never kept, or its file is not what was kept."""
        answer = self._answers.get(question.key)
        if answer is None:
            return None
        path = self._folder / answer.file
        body = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(body).hexdigest() == answer.sha256:
            return answer, body
        self.changed.append(answer.file)
        return None

    def keep(self, question: Question, asked: Asked, address: str, credentials: Credentials) -> Answer:
        """Keeps an answer as delivered. Only in messages (JSON) are credentials masked that the service repeats."""
        body = asked.delivered.body
        if asked.judgement.message is not None:
            body = credentials.hide(body.decode("utf-8", errors="surrogateescape")).encode("utf-8", "surrogateescape")
        ending = next((each for start, each in _ENDINGS.items() if body.lstrip().startswith(start)), ".csv")
        answer = Answer(
            key=question.key,
            file=question.name + ending,
            verdict=asked.judgement.verdict.value,
            fetched=asked.when.isoformat(timespec="seconds"),
            address=address + question.method,
            fields=question.form,
            status=asked.delivered.status,
            content_type=asked.delivered.content_type,
            size=len(body),
            sha256=hashlib.sha256(body).hexdigest(),
        )
        self._write(answer.file, body)
        self._note(answer)
        return answer

    def close(self, closing: Closing) -> None:
        """Notes the end of the fetch, unless the protocol ends with just this."""
        if closing != self._closing:
            self._append(closing.line)
            self._closing = closing

    def _note(self, answer: Answer) -> None:
        self._answers[answer.key] = answer
        self._closing = None
        self._append(answer.line)

    def _append(self, line: str) -> None:
        os.write(self._protocol, line.encode())
        os.fsync(self._protocol)

    def _write(self, name: str, content: bytes) -> None:
        beside = self._folder / f".{name}.teil"
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._folder / name)
        _sync(self._folder)


@contextmanager
def open_folder(plan: FetchPlan) -> Iterator[AnswerFolder]:
    """The folder of a plan, for this run alone. Raises FolderError if it cannot be used for this plan."""
    try:
        plan.folder.mkdir(parents=True, exist_ok=True)
        stream = os.open(plan.folder / PROTOCOL, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    except OSError as error:
        raise FolderError(issue("A-ORDNER-01", grund=error.strerror or type(error).__name__)) from error
    try:
        _lock(stream)
        yield AnswerFolder(plan.folder, _begin(stream, plan), stream)
    except OSError as error:
        raise FolderError(issue("A-ORDNER-01", grund=error.strerror or type(error).__name__)) from error
    finally:
        os.close(stream)


def _lock(stream: int) -> None:
    """Keeps a second fetch out. The lock ends with the process, however it ends."""
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise FolderError(issue("A-ORDNER-05")) from error


def _begin(stream: int, plan: FetchPlan) -> Protocol:
    """The protocol so far, cut behind its last whole line, begun if it is empty."""
    try:
        protocol = Protocol.of(_read(stream))
    except ProtocolError as error:
        raise FolderError(issue("A-ORDNER-02", grund=str(error))) from error
    head = head_line(_asked(plan))
    if protocol.head not in ("", head):
        raise FolderError(issue("A-ORDNER-04", unterschied=", ".join(differing(protocol.head, head))))
    os.ftruncate(stream, protocol.whole)
    if not protocol.head:
        os.write(stream, head.encode())
        os.fsync(stream)
        _sync(plan.folder)
    return replace(protocol, head=head)


def _read(stream: int) -> bytes:
    with os.fdopen(os.dup(stream), "rb") as file:
        file.seek(0)
        return file.read()


def _asked(plan: FetchPlan) -> dict[str, object]:
    """What the plan asks for; how politely is no part of it."""
    return {
        "dienst": plan.service.key,
        "adresse": plan.service.address,
        "tabelle": plan.table,
        "jahre": [plan.first_year, plan.last_year],
        "regionalmerkmal": plan.area_feature,
        "gebiete": list(plan.areas),
        "merkmale": {each.feature: list(each.categories) for each in plan.choices},
    }


def _sync(folder: Path) -> None:
    """Brings a rename to disk."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
