"""Fetching against a service on this machine."""

import re
from pathlib import Path

import pytest

from mehrklang.fetching import FETCH_CODES, Credentials, Manners, fetch, find_credentials, load_plan
from mehrklang.sources import read
from mehrklang.vocabulary import Severity
from tests.factories.fetches import SECRET, Watch, plan_text, run, values
from tests.factories.genesis_service import Reply, limited, said, service, table

HANDBOOK = Path(__file__).parents[3] / "docs/handbuch/meldungen-abruf.md"


@pytest.mark.parametrize("most", [1000, 36, 12, 9])
def test_slices_hold_what_the_whole_holds(most: int, tmp_path: Path) -> None:
    """However small the slices must be, the same values, each once, with the file and line they come from."""
    with service(limited(most)) as running:
        fetched = run(running.address, tmp_path)
        asked = len(running.forms)
        again = run(running.address, tmp_path)
    assert [each.code for each in fetched.issues] == []
    assert fetched.complete
    assert (again.requests, len(running.forms)) == (0, asked)
    assert len(values(tmp_path)) == 5 * 4 * 3
    assert len({repr(form) for form in running.forms}) == asked


def test_categories_are_the_last_cut(tmp_path: Path) -> None:
    """Men and women in slices of their own; the total that cannot be asked for is named."""
    with service(limited(2)) as running:
        fetched = run(running.address, tmp_path, keys='["03153"]')
    assert [each.code for each in fetched.issues] == ["A-UMFANG-08"]
    assert len(values(tmp_path)) == 4 * 2


def test_a_break_at_any_request_costs_only_that_request(tmp_path: Path) -> None:
    """Stopped after every single request: no request twice, the same answers and the same values as without a stop."""
    with service(limited(9)) as running:
        run(running.address, tmp_path / "ganz")
        whole, requests = len(running.forms), 0
        text = plan_text(running.address) + "hoechstens_anfragen=1\n"
        plan = load_plan(text, tmp_path / "plan.toml").plan
        assert plan is not None
        while not fetch(plan, SECRET, timing=Watch().timing).complete:
            requests += 1
        assert len(running.forms) == 2 * whole
    one, other = ({f.name: f.read_bytes() for f in (tmp_path / at).iterdir()} for at in ("ganz/ziel", "ziel"))
    assert one.keys() == other.keys()
    assert values(tmp_path / "ganz") == values(tmp_path)


@pytest.mark.parametrize(
    ("reply", "code", "requests"),
    [
        (said(2, "Bitte prüfen Sie KENNUNG7788 und sehr-geheimes-Passwort.", 404), "A-ZUGANG-03", 1),
        (said(15, "Sie sind nicht berechtigt", 401), "A-ZUGANG-03", 1),
        (said(2, "Ihr Konto ist abgelaufen"), "A-ZUGANG-04", 1),
        (said(12, "Sie sind nicht berechtigt"), "A-ZUGANG-05", 1),
        (said(90, "Die angeforderte Tabelle ist nicht vorhanden"), "A-ANTWORT-04", 1),
        (said(104, "Es gibt keine Objekte"), "A-ANTWORT-05", 1),
        (said(6, "Zu viele Anfragen", 404), "A-DIENST-03", 3),
        (Reply(b"", 429, "text/plain", {"Retry-After": "30"}), "A-DIENST-03", 3),
        (Reply(b"", 503, "text/plain", {"Retry-After": "9999"}), "A-DIENST-05", 1),
        (Reply(b"", 500, "text/plain"), "A-DIENST-09", 3),
        (Reply(b"<html><title>Wartung</title></html>", 200, "text/html"), "A-DIENST-04", 3),
        (Reply(b"<html><title>Start</title></html>", 200, "text/html"), "A-ANTWORT-02", 1),
        (Reply(b"%PDF", 200, "application/pdf"), "A-ANTWORT-02", 1),
        (Reply(b"", 301, "text/plain", {"Location": "https://anderswo.example/"}), "A-DIENST-06", 1),
        (said(77, "Unbekannter Parameter"), "A-DIENST-08", 1),
        (Reply(b"PK\x03\x04halb"), "A-ANTWORT-01", 3),
        (Reply(b'{"Status": {"Co', 200, "application/json"), "A-ANTWORT-01", 3),
        (Reply(b"PK\x03\x04" * 50, cut=100), "A-ANTWORT-01", 3),
    ],
)
def test_every_fault_is_said_in_german_and_nothing_half_is_kept(
    reply: Reply, code: str, requests: int, tmp_path: Path
) -> None:
    """Passing faults are tried again, others never; no credential is in any sentence or file."""
    with service(lambda _path, _form: reply) as running:
        fetched = run(running.address, tmp_path)
    assert code in [each.code for each in fetched.issues]
    assert fetched.requests == requests
    assert not read(tmp_path / "ziel").usable
    everything = repr(fetched) + "".join(f.read_text(errors="replace") for f in (tmp_path / "ziel").iterdir())
    assert SECRET.user not in everything
    assert SECRET.password not in everything


def test_the_service_is_waited_for_as_it_asks(tmp_path: Path) -> None:
    """Thirty seconds asked, thirty waited; then the table."""
    replies = [Reply(b"", 429, "text/plain", {"Retry-After": "30"})]
    watch = Watch()
    with service(lambda _path, form: replies.pop() if replies else table(form)) as running:
        assert run(running.address, tmp_path, watch).complete
    assert watch.waits == [30.0]


def test_rows_that_nobody_asked_for_are_an_error(tmp_path: Path) -> None:
    """A service that ignores the years."""
    with service(lambda _path, form: table({**form, "endyear": "2025"})) as running:
        fetched = run(running.address, tmp_path)
    assert [each.code for each in fetched.issues] == ["A-UMFANG-01"]
    assert not fetched.complete


def test_missing_areas_are_named(tmp_path: Path) -> None:
    with service(limited(1000)) as running:
        fetched = run(running.address, tmp_path, keys='["03153", "03999"]')
    [one] = fetched.issues
    assert (one.code, one.severity) == ("A-UMFANG-03", Severity.WARNING)
    assert "03999" in one.message
    assert [each.code for each in read(tmp_path / "ziel").issues] == ["L-ABRUF-03"]


def test_an_answer_that_was_changed_is_fetched_again(tmp_path: Path) -> None:
    """The checksum tells; until then the folder cannot be read."""
    with service(limited(1000)) as running:
        run(running.address, tmp_path)
        [answer] = (tmp_path / "ziel").glob("*.zip")
        answer.write_bytes(b"PK")
        assert [each.code for each in read(tmp_path / "ziel").issues if each.code.startswith("L-ABRUF")] == [
            "L-ABRUF-02"
        ]
        assert [each.code for each in run(running.address, tmp_path).issues] == ["A-ORDNER-03"]
    assert len(values(tmp_path)) == 60


def test_credentials_come_from_the_environment_only(tmp_path: Path) -> None:
    plan = load_plan(plan_text("https://daten.example/rest/"), tmp_path / "p.toml").plan
    assert plan is not None
    assert [each.code for each in find_credentials(plan.service, {}).issues] == ["A-ZUGANG-01"]
    spoiled = find_credentials(plan.service, {"MEHRKLANG_WEBDIENST_TOKEN": "abc\n"})
    assert [each.code for each in spoiled.issues] == ["A-ZUGANG-02"]
    found = find_credentials(plan.service, {"MEHRKLANG_WEBDIENST_TOKEN": "abc"})
    assert found.credentials == Credentials("abc")


def test_a_plan_without_encryption_is_refused() -> None:
    assert [each.code for each in load_plan(plan_text("http://daten.example/")).issues] == ["A-PLAN-05"]


def test_the_handbook_explains_every_code() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    assert set(re.findall(r"^### (A-\S+)", text, re.MULTILINE)) == set(FETCH_CODES)


def test_manners_are_modest_by_default() -> None:
    assert Manners().pause >= 1
