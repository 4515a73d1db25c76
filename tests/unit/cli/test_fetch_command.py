"""`mehrklang fetch`: exit codes, German words, no credential in what it says; and what comes of the folder."""

import json
from pathlib import Path

import pytest

from mehrklang.cli import main
from tests.factories.fetches import SECRET, plan_text
from tests.factories.genesis_service import Answering, limited, said, service


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the office sets them."""
    monkeypatch.setenv("MEHRKLANG_WEBDIENST_KENNUNG", SECRET.user)
    monkeypatch.setenv("MEHRKLANG_WEBDIENST_PASSWORT", SECRET.password)


def call(answer: Answering, folder: Path) -> int:
    """The exit code of a fetch into `folder`/ziel."""
    with service(answer) as running:
        plan = folder / "plan.toml"
        plan.write_text(plan_text(running.address) + "pause=0.001\n", encoding="utf-8")
        return main(["fetch", str(plan)])


def test_a_fetch_tells_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0; again: nothing is asked for."""
    assert call(limited(36), tmp_path) == 0
    assert "ziel: vollständig; " in (told := capsys.readouterr()).out
    assert " 60 Zeilen, " in told.out
    assert "zu-gross" in told.err
    assert SECRET.user not in told.out + told.err
    assert SECRET.password not in told.out + told.err


def test_a_refused_login_is_exit_code_1_without_the_credentials(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The service itself repeats them; nobody sees them."""
    words = f"Anmeldung von {SECRET.user} mit {SECRET.password} abgelehnt"
    assert call(lambda _path, _form: said(15, words), tmp_path) == 1
    told = capsys.readouterr()
    assert "A-ZUGANG-03" in told.err
    assert "nicht vollständig" in told.out
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "ziel").iterdir())
    assert SECRET.user not in told.out + told.err + kept
    assert SECRET.password not in told.out + told.err + kept


def test_without_credentials_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MEHRKLANG_WEBDIENST_KENNUNG")
    assert call(limited(36), tmp_path) == 1
    assert "A-ZUGANG-01" in capsys.readouterr().err
    assert not (tmp_path / "ziel").exists()


def test_a_faulty_plan_is_told_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All faults at once."""
    plan = tmp_path / "plan.toml"
    plan.write_text('dienst="zensus"\ntafel="1"\n[jahre]\nvon=2024\nbis=2020\n', encoding="utf-8")
    assert main(["fetch", str(plan)]) == 1
    told = capsys.readouterr().err
    assert all(code in told for code in ("A-PLAN-02", "A-PLAN-03", "A-PLAN-04"))


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), ([], 2), (["a", "b"], 2)])
def test_the_call_is_explained_in_german(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["fetch", *arguments])
    assert stopped.value.code == code
    told = capsys.readouterr()
    assert "Aufruf: mehrklang" in told.out + told.err
    assert "usage" not in (told.out + told.err).lower()


def test_the_folder_is_read_and_checked_as_one_delivery(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """60 values from several answers, one kind; `check` finds no error in them."""
    assert call(limited(9), tmp_path) == 0
    capsys.readouterr()
    assert main(["check", str(tmp_path / "ziel"), "--json"]) == 0
    [run] = json.loads(capsys.readouterr().out)["dateien"]
    assert (run["art"], run["beobachtungen"], run["verwendbar"]) == ("genesis-abruf", 60, True)
    assert main(["read", str(tmp_path / "ziel")]) == 0
    assert "ziel: lesbar als genesis-abruf; 60 Beobachtungen" in capsys.readouterr().err
