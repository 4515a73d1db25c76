"""The protocol of a fetch (`abruf.jsonl`): one JSON object per line, written line by line, never half believed.

The first line says what was asked for, each further line is one answer as delivered, the last one closes the fetch.
Lines are only ever added: of two answers to one question the later counts, and a closing only as the last line. A last
line without its end (a crash while writing) does not count.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

PROTOCOL = "abruf.jsonl"
"""The name of the protocol in the folder of a fetch."""

FORM = 1
TABLE = "tabelle"
"""The verdict of an answer that holds a part of the table."""

Json = Mapping[str, object]


class ProtocolError(ValueError):
    """The protocol cannot be used; the text is a German reason."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the key of its question, its file, what it is, and where, when and how it came.

    `fields` are the form fields of the question, without credentials; `sha256` is the checksum of the file.
    """

    key: str
    file: str
    verdict: str
    fetched: str
    address: str
    fields: Mapping[str, str]
    status: int
    content_type: str
    size: int
    sha256: str

    @property
    def line(self) -> str:
        """The line of the protocol."""
        return _line({
            "satz": "antwort", "schluessel": self.key, "datei": self.file, "urteil": self.verdict,
            "abgerufen": self.fetched, "adresse": self.address, "angaben": dict(self.fields), "status": self.status,
            "inhaltsart": self.content_type, "byte": self.size, "sha256": self.sha256,
        })  # fmt: skip

    @classmethod
    def of(cls, data: Json) -> Self:
        """The answer of a line."""
        fields = data.get("angaben")
        return cls(
            key=_text(data, "schluessel"),
            file=_file(data),
            verdict=_text(data, "urteil"),
            fetched=_text(data, "abgerufen"),
            address=_text(data, "adresse"),
            fields={str(key): str(value) for key, value in fields.items()} if isinstance(fields, dict) else {},
            status=_whole(data, "status"),
            content_type=_text(data, "inhaltsart"),
            size=_whole(data, "byte"),
            sha256=_text(data, "sha256"),
        )


@dataclass(frozen=True, slots=True)
class Remark:
    """What the fetch had to say about itself: code, severity, sentence and remedy of an issue."""

    code: str
    severity: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a fetch: whether everything asked for is there exactly once, how much it is, and the remarks.

    `answers` are the keys of the answers that make up the table, in the order of the slices.
    """

    complete: bool
    rows: int
    answers: tuple[str, ...]
    remarks: tuple[Remark, ...]

    @property
    def line(self) -> str:
        """The line of the protocol."""
        remarks = [
            {"code": each.code, "schwere": each.severity, "meldung": each.message, "abhilfe": each.remedy}
            for each in self.remarks
        ]
        return _line({
            "satz": "abschluss", "vollstaendig": self.complete, "zeilen": self.rows, "antworten": list(self.answers),
            "meldungen": remarks,
        })  # fmt: skip

    @classmethod
    def of(cls, data: Json) -> Self:
        """The closing of a line."""
        keys, remarks = data.get("antworten"), data.get("meldungen")
        return cls(
            complete=data.get("vollstaendig") is True,
            rows=_whole(data, "zeilen"),
            answers=tuple(str(key) for key in keys) if isinstance(keys, list) else (),
            remarks=tuple(
                Remark(_text(one, "code"), _text(one, "schwere"), _text(one, "meldung"), _text(one, "abhilfe"))
                for one in (remarks if isinstance(remarks, list) else ())
                if isinstance(one, dict)
            ),
        )


@dataclass(frozen=True, slots=True)
class Protocol:
    """A protocol: its head (what was asked for, as text to compare), the answers in order, the closing if it is there.

    `whole` is the number of bytes that are complete lines.
    """

    head: str
    answers: tuple[Answer, ...] = ()
    closing: Closing | None = None
    whole: int = 0

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The protocol of a file. Raises ProtocolError if it cannot be used."""
        whole = data.rfind(b"\n") + 1
        try:
            lines = data[:whole].decode("utf-8").split("\n")[:-1]
            records = [json.loads(line) for line in lines]
        except (ValueError, RecursionError) as error:
            raise ProtocolError("eine Zeile ist kein JSON") from error
        if not all(isinstance(one, dict) for one in records):
            raise ProtocolError("eine Zeile ist kein Satz")
        if not records:
            return cls("")
        if records[0].get("satz") != "kopf" or records[0].get("form") != FORM:
            raise ProtocolError("der Kopf fehlt oder gehört zu einer anderen Fassung des Programms")
        answers = (Answer.of(one) for one in records[1:] if one.get("satz") == "antwort")
        latest = {answer.key: answer for answer in answers}
        closing = Closing.of(records[-1]) if records[-1].get("satz") == "abschluss" else None
        return cls(lines[0] + "\n", tuple(latest.values()), closing, whole)


def head_line(asked: Json) -> str:
    """The first line for what is asked for."""
    return _line({"satz": "kopf", "form": FORM, **asked})


def differing(head: str, other: str) -> tuple[str, ...]:
    """The names of the entries in which two first lines differ.

    >>> differing(head_line({"tabelle": "A", "jahre": [1, 2]}), head_line({"tabelle": "B", "jahre": [1, 2]}))
    ('tabelle',)
    """
    one, two = json.loads(head), json.loads(other)
    return tuple(key for key in dict.fromkeys((*one, *two)) if one.get(key) != two.get(key))


def _line(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def _text(data: Json, key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise ProtocolError(f"„{key}“ fehlt")
    return value


def _file(data: Json) -> str:
    """A file of the folder itself, never one elsewhere."""
    name = _text(data, "datei")
    if not name or set(name) & set('/\\:"') or name.startswith("."):
        raise ProtocolError("ein Dateiname ist nicht zulässig")
    return name


def _whole(data: Json, key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int):
        raise ProtocolError(f"„{key}“ fehlt")
    return value
