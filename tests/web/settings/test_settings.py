"""Secure by default: what the settings promise is what the answers carry."""

import os
import stat
import subprocess
import sys

import pytest

from mehrklang_web.people.models import Role
from mehrklang_web.settings.secret_key import read_or_make


def test_the_secret_key_is_made_once_and_for_the_owner_alone(tmp_path):
    path = tmp_path / "var" / "schluessel"
    first = read_or_make(path)
    assert read_or_make(path) == first
    assert len(first) >= 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_production_passes_djangos_check_of_a_deployment(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mehrklang_web", "check", "--deploy", "--fail-level", "WARNING"],
        env={name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")} | {
            "MEHRKLANG_VAR": str(tmp_path),
            "MEHRKLANG_HOSTS": "monitoring.example.org",
            "DJANGO_SETTINGS_MODULE": "mehrklang_web.settings.production",
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_without_hosts_production_answers_nobody(monkeypatch, tmp_path):
    monkeypatch.delenv("MEHRKLANG_HOSTS", raising=False)
    monkeypatch.setenv("MEHRKLANG_VAR", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", "from mehrklang_web.settings import production; print(production.ALLOWED_HOSTS)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("address", ["/anmelden/", "/hilfe/", "/gibt-es-nicht/"])
def test_every_answer_forbids_what_does_not_come_from_this_server(client, db, address):
    answer = client.get(address)
    policy = answer["Content-Security-Policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_an_address_that_does_not_exist_is_answered_in_german(browse):
    answer = browse(Role.PARTNER).get("/gibt-es-nicht/")
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht" in answer.content.decode()


def test_a_fault_of_the_server_is_answered_in_german(client, db, monkeypatch):
    monkeypatch.setattr("mehrklang_web.ui.views.every_state", lambda: 1 / 0)
    client.raise_request_exception = False
    answer = client.get("/hilfe/")
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in answer.content.decode()


@pytest.mark.parametrize(
    ("key", "theme"), [("dunkel", 'data-kern-theme="dark"'), ("hell", 'data-kern-theme="light"'), ("x", "")]
)
def test_the_appearance_is_kept_and_leads_back(client, db, key, theme):
    answer = client.post("/darstellung/", {"darstellung": key, "zurueck": "/hilfe/"})
    assert answer["Location"] == "/hilfe/"
    page = client.get("/hilfe/").content.decode()
    assert theme in page
    assert ("data-kern-theme" in page) is bool(theme)


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_the_way_back_never_leads_to_another_server(client, db, back):
    assert client.post("/darstellung/", {"darstellung": "hell", "zurueck": back})["Location"] == "/"
