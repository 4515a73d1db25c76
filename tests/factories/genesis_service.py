"""A web service on this machine with the answers of the real one, as recorded or documented (docs/decisions/0009)."""

import csv
import io
import json
import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl
from zipfile import ZipFile, ZipInfo

AREAS = ("01001", "03153", "03159", "03241", "09162")
HEAD = (
    "\ufeffstatistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;"
    "2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n"
)
Form = dict[str, str]
Answering = Callable[[str, Form], "Reply"]


@dataclass
class Reply:
    """One answer of the server; `cut` bytes are announced and not sent, `pause` seconds lie before each byte."""

    body: bytes
    status: int = 200
    kind: str = "application/zip"
    headers: Form = field(default_factory=dict)
    cut: int = 0
    pause: float = 0.0


def said(code: int, words: str, status: int = 200) -> Reply:
    """A message with number and words."""
    body = {"Ident": {}, "Status": {"Code": code, "Content": words, "Type": "Fehler"}, "Object": None, "List": None}
    return Reply(json.dumps(body).encode(), status, "application/json")


def cells(form: Form) -> list[tuple[str, int, str]]:
    """The cells of the invented table that a form asks for."""
    areas = [area for area in AREAS if _meant(form.get("regionalkey", "*"), area)]
    years = range(int(form["startyear"]), int(form["endyear"]) + 1)
    sexes = form["classifyingkey1"].split(",") if "classifyingkey1" in form else ["GESM", "GESW", ""]
    return [(area, year, sex) for area in areas for year in years for sex in sexes]


def table(form: Form, most: int = 10_000) -> Reply:
    """The packed table; too large above `most` cells; 104 without any."""
    found = cells(form)
    if not found:
        return said(104, "Es gibt keine Objekte zum angegebenen Selektionskriterium")
    if len(found) > most:
        return said(98, "Die Tabelle ist zu gross, um im Dialog abgerufen zu werden.")
    value = {"GESM": (10, 1), "GESW": (20, 1), "": (30, 2)}
    rows = [
        f"12411;Bestand;STAG;Stichtag;{year}-12-31;KREISE;Kreise;{area};Kreis {area};GES;Geschlecht;"
        f"{sex};{sex or 'Insgesamt'};{value[sex][0] + value[sex][1] * int(area)};Anzahl;BEVSTD;Bestand\n"
        for area, year, sex in found
    ]
    return Reply(packed((HEAD + "".join(rows)).encode()))


def packed(text: bytes) -> bytes:
    """An archive with one file, the same bytes whenever it is made."""
    archive = io.BytesIO()
    with ZipFile(archive, "w") as opened:
        opened.writestr(ZipInfo("tabelle.csv"), text)
    return archive.getvalue()


def limited(most: int) -> Answering:
    """The whole service of the invented table, which takes `most` cells to be too many."""

    def answer(path: str, form: Form) -> Reply:
        if path.endswith("values2variable"):
            return listed(("GESM", "GESW") if form["name"] == "GES" else AREAS)
        if path.endswith("metadata/table"):
            return built(("GES",))
        return table(form, most)

    return answer


def listed(codes: Collection[str]) -> Reply:
    """The answer to the question for the categories of a feature."""
    body = {"Status": {"Code": 0, "Content": "erfolgreich"}, "List": [{"Code": code} for code in codes]}
    return Reply(json.dumps(body).encode(), 200, "application/json")


def built(features: Collection[str]) -> Reply:
    """The answer to the question how a table is built."""
    columns = [{"Code": feature} for feature in features]
    body = {"Status": {"Code": 0, "Content": "ok"}, "Object": {"Structure": {"Columns": columns}}}
    return Reply(json.dumps(body).encode(), 200, "application/json")


@dataclass
class Recorded:
    """A service that answers with the lines of a real flat file, byte by byte, as the forms ask for them.

    Above `most` lines it answers with `too_large`, a real body. `totals`: whether a feature that is limited
    still brings its total along (the interface leaves that open).
    """

    path: Path
    too_large: bytes
    most: int
    totals: bool = True

    def __post_init__(self) -> None:
        head, *lines = self.path.read_bytes().splitlines(keepends=True)
        heads = next(csv.reader([head.decode("utf-8-sig")], delimiter=";"))
        cells = csv.reader((line.decode() for line in lines), delimiter=";")
        self._head = head
        self._rows = [(line, dict(zip(heads, each, strict=True))) for line, each in zip(lines, cells, strict=True)]

    def __call__(self, path: str, form: Form) -> Reply:
        if path.endswith("values2variable"):
            return listed(sorted({self._categories(row)[form["name"]] for _, row in self._rows} - {""}))
        if path.endswith("metadata/table"):
            return built(tuple(self._categories(self._rows[0][1])))
        found = [line for line, row in self._rows if self._asked(row, form)]
        if len(found) > self.most:
            return Reply(self.too_large, 200, "application/json")
        return Reply(packed(self._head + b"".join(found)))

    def _asked(self, row: Form, form: Form) -> bool:
        categories = self._categories(row)
        if not form["startyear"] <= row["time"][:4] <= form["endyear"]:
            return False
        if "regionalvariable" in form and not _meant(form["regionalkey"], categories[form["regionalvariable"]]):
            return False
        totals = ("",) if self.totals else ()
        return all(
            categories[form[f"classifyingvariable{number}"]] in (*form[f"classifyingkey{number}"].split(","), *totals)
            for number in range(1, 6)
            if f"classifyingvariable{number}" in form
        )

    def _categories(self, row: Form) -> Form:
        numbers = range(1, 10)
        return {
            row[f"{number}_variable_code"]: row[f"{number}_variable_attribute_code"]
            for number in numbers
            if f"{number}_variable_code" in row
        }


def _meant(patterns: str, key: str) -> bool:
    return any(key == one or (one.endswith("*") and key.startswith(one[:-1])) for one in patterns.split(","))


def _pieces(reply: Reply) -> Iterator[bytes]:
    sent = reply.body[: len(reply.body) - reply.cut]
    for at in range(0, len(sent), 1 if reply.pause else len(sent) or 1):
        time.sleep(reply.pause)
        yield sent[at : at + 1] if reply.pause else sent


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: whoever asked is gone, killed or tired of waiting."""


@dataclass
class Running:
    """A running service: its address, and what was asked of it."""

    address: str
    forms: list[Form] = field(default_factory=list)


@contextmanager
def service(answer: Answering, secured: ssl.SSLContext | None = None) -> Iterator[Running]:
    """Runs the service on a free port; with a certificate, if it is given one."""
    running = Running("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = dict(
                parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
            )
            running.forms.append(form)
            reply = answer(self.path, form)
            self.send_response(reply.status)
            for name, value in {"Content-Type": reply.kind, **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            for piece in _pieces(reply):
                self.wfile.write(piece)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name of the standard library
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    if secured is not None:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    running.address = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
