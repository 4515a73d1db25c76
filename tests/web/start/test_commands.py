"""A command before the first start ends with a sentence, not with a traceback."""

import os
import subprocess
import sys


def test_a_command_without_a_database_says_what_to_do(tmp_path):
    left_out = {"DJANGO_SETTINGS_MODULE"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(
        [sys.executable, "-m", "mehrklang_web", "erinnern", "--vorschau"],
        env={**environment, "MEHRKLANG_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Die Datenbank lässt sich nicht benutzen" in done.stderr
    assert "migrate" in done.stderr
    assert "Traceback" not in done.stderr
