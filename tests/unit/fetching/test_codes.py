"""Every issue of fetching is produced by an occasion, each of them a real one as far as a test can have it."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from mehrklang.fetching import FETCH_CODES, Service, fetch, find_credentials, load_plan, read_plan, transport
from mehrklang.fetching.flat_table import FlatTable
from mehrklang.fetching.proof import Leaf, prove
from mehrklang.fetching.slices import Slice, by_years, whole
from mehrklang.sources.fetched import PROTOCOL
from mehrklang.vocabulary import Issue
from tests.factories.fetches import SECRET, Watch, plan_text, run
from tests.factories.genesis_service import Answering, Form, Reply, limited, packed, said, service, table

Issues = tuple[Issue, ...]
Occasion = Callable[[Path], Issues]
FAR = "https://daten.example/rest/"


def answered(answer: Answering, folder: Path, keys: str = '["*"]', more: str = "") -> Issues:
    """The issues of a fetch from a service that answers so."""
    with service(answer) as running:
        loaded = load_plan(plan_text(running.address, keys) + more, folder / "plan.toml")
        assert loaded.plan is not None
        return fetch(loaded.plan, SECRET, timing=Watch().timing).issues


def replying(reply: Reply) -> Occasion:
    return lambda folder: answered(lambda _path, _form: reply, folder)


def planned(old: str, new: str) -> Occasion:
    return lambda _: load_plan(plan_text(FAR).replace(old, new)).issues


def edited(old: str, new: str) -> Occasion:
    """The table with one text replaced in it."""

    def answer(_path: str, form: Form) -> Reply:
        return Reply(packed(_unpacked(table(form).body).replace(old.encode(), new.encode())))

    return lambda folder: answered(answer, folder)


def unreachable(folder: Path) -> Issues:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        return run(f"http://127.0.0.1:{taken.getsockname()[1]}/", folder).issues


def trickling(folder: Path) -> Issues:
    """A byte every twentieth of a second: no pause is long, the whole would last for minutes."""
    reply = Reply(table({"startyear": "2021", "endyear": "2024"}).body * 10, pause=0.05)
    with service(lambda _path, _form: reply) as running:
        text = plan_text(running.address).replace("zeitgrenze=5", "zeitgrenze=0.3")
        loaded = load_plan(text, folder / "plan.toml")
        assert loaded.plan is not None
        return fetch(loaded.plan, SECRET, timing=Watch().timing).issues


def untrusted(folder: Path) -> Issues:
    """A real TLS connection with a certificate that nobody has signed."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    made = folder / "beides.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
               "-keyout", str(made), "-out", str(folder / "cert.pem")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 — a fixed command
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", made)
    with service(limited(1000), context) as running:
        return run(running.address.replace("http://", "https://"), folder).issues


def enormous(folder: Path) -> Issues:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transport, "MOST_BYTES", 200)
        return answered(limited(1000), folder)


def blocked_folder(folder: Path) -> Issues:
    (folder / "ziel").write_text("eine Datei, kein Ordner", encoding="utf-8")
    return answered(limited(1000), folder)


def spoiled_protocol(folder: Path) -> Issues:
    (folder / "ziel").mkdir()
    (folder / "ziel" / PROTOCOL).write_text("von Hand geändert\n", encoding="utf-8")
    return answered(limited(1000), folder)


def changed_answer(folder: Path) -> Issues:
    with service(limited(1000)) as running:
        run(running.address, folder)
        for answer in (folder / "ziel").glob("*.zip"):
            answer.write_bytes(b"")
        return run(running.address, folder).issues


def other_plan(folder: Path) -> Issues:
    with service(limited(1000)) as running:
        run(running.address, folder)
        return run(running.address, folder, keys='["03*"]').issues


def at_the_same_time(folder: Path) -> Issues:
    """A second fetch begins while the first waits for its answer."""
    second: list[Issue] = []

    def answer(_path: str, form: Form) -> Reply:
        second.extend(run(running.address, folder).issues)
        return table(form)

    with service(answer) as running:
        assert run(running.address, folder).complete
    return tuple(second)


def lost_slice(folder: Path) -> Issues:
    """Half of the years was never asked for: the count over the slices finds it without looking at rows."""
    plan = load_plan(plan_text(FAR)).plan
    assert plan is not None
    first, second = by_years(whole(plan))
    lost = prove(plan, [_leaf(first)], {})
    assert "A-UMFANG-09" not in [each.code for each in prove(plan, [_leaf(first), _leaf(second)], {})]
    assert "A-UMFANG-09" in [each.code for each in prove(plan, [_leaf(whole(plan)), _leaf(second)], {})], "twice"
    return lost


def overnight(folder: Path) -> Issues:
    watch = Watch()
    with service(limited(36)) as running:
        loaded = load_plan(plan_text(running.address) + "hoechstens_anfragen=3\n", folder / "plan.toml")
        assert loaded.plan is not None
        assert not fetch(loaded.plan, SECRET, timing=watch.timing).complete
        watch.time += timedelta(days=1)
        plan = replace(loaded.plan, manners=replace(loaded.plan.manners, most_requests=1000))
        return fetch(plan, SECRET, timing=watch.timing).issues


def _leaf(part: Slice) -> Leaf:
    return Leaf(part, "a.zip", FlatTable(()))


def _unpacked(body: bytes) -> bytes:
    with ZipFile(BytesIO(body)) as archive:
        return archive.read("tabelle.csv")


_ROW = (
    "12411;Bestand;STAG;Stichtag;2024-12-31;KREISE;Kreise;09162;Kreis 09162;GES;Geschlecht;;Insgesamt;18354;Anzahl;"
    "BEVSTD;Bestand\n"
)
_SWAPPED = "2024-12-31;KREISE;Kreise;09162;Kreis 09162;GES;Geschlecht;GESW;GESW;9128"
_CHOICE = '[[merkmale]]\nmerkmal="GES"\nauspraegungen=["GESM", "GESX"]\n'

OCCASIONS: dict[str, Occasion] = {
    "A-PLAN-01": lambda folder: read_plan(folder / "fehlt.toml").issues,
    "A-PLAN-02": planned('tabelle="12411-01-01-4"', ""),
    "A-PLAN-03": planned("tabelle=", "tafel="),
    "A-PLAN-04": planned("bis=2024", "bis=2020"),
    "A-PLAN-05": planned("https://", "http://"),
    "A-ZUGANG-01": lambda _: find_credentials(_service(), {}).issues,
    "A-ZUGANG-02": lambda _: find_credentials(_service(), {"MEHRKLANG_WEBDIENST_TOKEN": "abc\n"}).issues,
    "A-ZUGANG-03": replying(said(15, "Sie sind nicht berechtigt", 401)),
    "A-ZUGANG-04": replying(said(2, "Ihr Konto ist abgelaufen")),
    "A-ZUGANG-05": replying(said(12, "Sie sind nicht berechtigt")),
    "A-DIENST-01": unreachable,
    "A-DIENST-02": trickling,
    "A-DIENST-03": replying(said(6, "Zu viele Anfragen", 404)),
    "A-DIENST-04": replying(Reply(b"<html><title>Wartung</title></html>", 200, "text/html")),
    "A-DIENST-05": replying(Reply(b"", 503, "text/plain", {"Retry-After": "9999"})),
    "A-DIENST-06": replying(Reply(b"", 301, "text/plain", {"Location": "https://anderswo.example/"})),
    "A-DIENST-07": untrusted,
    "A-DIENST-08": replying(said(77, "Unbekannter Parameter")),
    "A-DIENST-09": replying(Reply(b"", 500, "text/plain")),
    "A-DIENST-10": partial(answered, limited(9), more="hoechstens_anfragen=2\n"),
    "A-ANTWORT-01": replying(Reply(b"PK\x03\x04halb")),
    "A-ANTWORT-02": replying(Reply(b"%PDF", 200, "application/pdf")),
    "A-ANTWORT-03": enormous,
    "A-ANTWORT-04": replying(said(90, "Die angeforderte Tabelle ist nicht vorhanden")),
    "A-ANTWORT-05": replying(said(104, "Es gibt keine Objekte")),
    "A-ANTWORT-06": partial(answered, limited(0), keys='["03153"]'),
    "A-ORDNER-01": blocked_folder,
    "A-ORDNER-02": spoiled_protocol,
    "A-ORDNER-03": changed_answer,
    "A-ORDNER-04": other_plan,
    "A-ORDNER-05": at_the_same_time,
    "A-UMFANG-01": lambda folder: answered(lambda _, form: table({**form, "endyear": "2025"}), folder),
    "A-UMFANG-02": edited(_ROW, _ROW * 2),
    "A-UMFANG-03": partial(answered, limited(1000), keys='["03153", "03999"]'),
    "A-UMFANG-04": lambda folder: answered(lambda _, form: table({**form, "endyear": "2023"}), folder),
    "A-UMFANG-05": lambda folder: answered(_without_third_sex, folder, more=_CHOICE),
    "A-UMFANG-06": edited(_ROW, ""),
    "A-UMFANG-07": edited("2024-12-31;KREISE;Kreise;09162;Kreis 09162;GES;Geschlecht;GESW;GESW;9182", _SWAPPED),
    "A-UMFANG-08": partial(answered, limited(2), keys='["03153"]'),
    "A-UMFANG-09": lost_slice,
    "A-UMFANG-10": overnight,
}


def _without_third_sex(_path: str, form: Form) -> Reply:
    return table({**form, "classifyingkey1": "GESM"})


def _service() -> Service:
    plan = load_plan(plan_text(FAR)).plan
    assert plan is not None
    return plan.service


@pytest.mark.parametrize("code", OCCASIONS)
def test_the_occasion_gives_its_issue(code: str, tmp_path: Path) -> None:
    """With its severity, a German sentence and a remedy in which nothing is left to fill in, and no credential."""
    issues = OCCASIONS[code](tmp_path)
    issue = next((each for each in issues if each.code == code), None)
    assert issue is not None, [each.code for each in issues]
    assert issue.severity is FETCH_CODES[code].severity
    assert issue.message.endswith(".")
    assert issue.remedy.endswith(".")
    assert "{" not in issue.message + issue.remedy
    assert SECRET.user not in issue.message
    assert SECRET.password not in issue.message


def test_every_code_has_an_occasion() -> None:
    """No code that nothing can trigger."""
    assert set(OCCASIONS) == set(FETCH_CODES)
