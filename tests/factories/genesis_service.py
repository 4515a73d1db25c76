"""A web service on this machine with the answers of the real one, as recorded or documented (docs/decisions/0009)."""

import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl
from zipfile import ZipFile

AREAS = ("01001", "03153", "03159", "03241", "09162")
HEAD = (
    "\ufeffstatistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;"
    "2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n"
)
Form = dict[str, str]


@dataclass
class Reply:
    """One answer of the server; `cut` bytes are announced and not sent."""

    body: bytes
    status: int = 200
    kind: str = "application/zip"
    headers: Form = field(default_factory=dict)
    cut: int = 0


def said(code: int, words: str, status: int = 200) -> Reply:
    """A message with number and words."""
    body = {"Ident": {}, "Status": {"Code": code, "Content": words, "Type": "Fehler"}, "Object": None, "List": None}
    return Reply(json.dumps(body).encode(), status, "application/json")


def cells(form: Form) -> list[tuple[str, int, str]]:
    """The cells of the invented table that a form asks for."""
    patterns = form.get("regionalkey", "*").split(",")
    areas = [a for a in AREAS if any(a == p or (p.endswith("*") and a.startswith(p[:-1])) for p in patterns)]
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
    value = {"GESM": 10, "GESW": 20, "": 30}
    rows = [
        f"12411;Bestand;STAG;Stichtag;{year}-12-31;KREISE;Kreise;{area};Kreis {area};GES;Geschlecht;"
        f"{sex};{sex or 'Insgesamt'};{value[sex] + int(area)};Anzahl;BEVSTD;Bestand\n"
        for area, year, sex in found
    ]
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("tabelle.csv", HEAD + "".join(rows))
    return Reply(packed.getvalue())


@dataclass
class Running:
    """A running service: its address, and what was asked of it."""

    address: str
    forms: list[Form] = field(default_factory=list)


@contextmanager
def service(answer: Callable[[str, Form], Reply]) -> Iterator[Running]:
    """Runs the service on a free port."""
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
            self.wfile.write(reply.body[: len(reply.body) - reply.cut])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name of the standard library
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    running.address = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
