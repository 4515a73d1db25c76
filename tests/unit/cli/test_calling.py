"""Calling the program: German help, German faults, exit codes, no traceback."""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mehrklang.cli import main
from mehrklang.cli.german_argparse import german, translate

COMMANDS = ("read", "catalogue", "compute", "report", "demo")

ENGLISH = re.compile(r"\b(usage|options|argument|arguments|required|error|invalid|choice|expected|show|help message)\b")


def _exit_code(*arguments: str) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return stopped.value.code


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_german(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself in German and without an English word of the parser."""
    assert _exit_code(*([command] if command else []), "--help") == 0
    text = capsys.readouterr().out
    assert text.startswith("Aufruf: mehrklang")
    assert "zeigt diese Hilfe" in text
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Es fehlt: BEFEHL"),
        (("rechne",), "unbekannter Wert 'rechne' (möglich: 'read'"),
        (("report", "x"), "Es fehlt: --audience, --out"),
        (("report", "x", "--audience", "presse", "--out", "y.pdf"), "unbekannter Wert 'presse'"),
        (("demo", "x", "--einwohner", "viele"), "'viele' ist nicht zulässig"),
        (("demo", "x", "--einwohner"), "dahinter fehlt ein Wert"),
        (("compute", "x", "--schnell"), "Unbekannte Angabe: --schnell"),
        (("compute", "x", "--json=ja"), "nimmt keinen Wert, angegeben ist 'ja'"),
    ],
)
def test_a_wrong_call_is_said_in_german(
    arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and what is wrong."""
    assert _exit_code(*arguments) == 2
    text = capsys.readouterr().err
    assert sentence in text
    assert "Der Aufruf ist so nicht möglich." in text
    assert ENGLISH.findall(text) == []


def test_argparse_speaks_english_again_afterwards() -> None:
    """Whoever else uses argparse in the same process is not surprised."""
    with german():
        assert argparse.ArgumentParser().format_help().startswith("Aufruf: ")
    assert argparse.ArgumentParser().format_help().startswith("usage: ")
    assert translate("something else") == "something else"


@pytest.mark.parametrize("command", [("compute",), ("report", "--audience", "politik", "--out", "x.html")])
def test_a_folder_without_monitoring_is_a_sentence(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, the code of the message, and no traceback."""
    name, *options = command
    assert main([name, str(tmp_path), *options]) == 1
    text = capsys.readouterr().err
    assert "FEHLER M-ORDNER-01" in text
    assert "Traceback" not in text


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place of the file is named."""
    source = tmp_path / "a.csv"
    source.write_text("x\n", encoding="utf-8")
    assert main(["read", str(source), "--issues", str(tmp_path / "fehlt" / "a.json")]) == 1
    assert "lässt sich nicht lesen oder schreiben" in capsys.readouterr().err


def test_an_unforeseen_fault_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even a fault of the program itself gives a sentence that one can pass on."""

    def broken(path: Path, *, kind: str, **told: object) -> object:
        raise ZeroDivisionError("irgendwo")

    monkeypatch.setattr("mehrklang.cli.read_command.read", broken)
    assert main(["read", str(tmp_path / "a.csv")]) == 1
    text = capsys.readouterr().err
    assert "Unerwarteter Fehler des Programms (ZeroDivisionError: irgendwo)" in text
    assert "Traceback" not in text


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    """`mehrklang catalogue | head` ends quietly."""
    code = "import sys; from mehrklang.cli import main; sys.exit(main(['catalogue', '--json']))"
    call = [sys.executable, "-c", code]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 — our own words
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
