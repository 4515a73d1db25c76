"""Every address has a rule, and no page brings style or script of its own."""

import re
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

SHELL = Path(__file__).resolve().parents[2] / "src" / "mehrklang_web"
TEMPLATES = sorted(SHELL.rglob("templates/**/*.html"))
OWN_STYLES = sorted((SHELL / "ui" / "static" / "ui" / "css").glob("*.css"))


def patterns(resolver, prefix=""):
    for each in resolver.url_patterns:
        name = f"{prefix}{each.pattern}"
        if isinstance(each, URLPattern):
            yield name, each.callback
        else:
            yield from patterns(each, name)


@pytest.mark.parametrize(("address", "view"), list(patterns(get_resolver())))
def test_every_address_has_a_rule(address, view):
    """It asks for a right, is open to every account (right None), or is open without a login; nothing is forgotten."""
    open_to_all = getattr(view, "login_required", True) is False
    assert open_to_all or hasattr(view, "right"), f"{address}: no rule"


def test_without_a_login_only_these_addresses_open():
    opened = {address for address, view in patterns(get_resolver()) if getattr(view, "login_required", True) is False}
    assert opened == {"anmelden/", "hilfe/", "barrierefreiheit/", "darstellung/"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_style_no_script_of_its_own_and_no_address_elsewhere(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?! src=\"\{% static )|<style|\sstyle=|\son[a-z]+=|javascript:|https?://", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_never_switches_escaping_off(path):
    assert not re.search(r"\|\s*safe\b|autoescape\s+off", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_form_that_writes_carries_its_token(path):
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(encoding="utf-8"), re.DOTALL):
        assert "{% csrf_token %}" in form


@pytest.mark.parametrize("path", OWN_STYLES, ids=lambda path: path.name)
def test_our_styles_fetch_nothing_from_elsewhere(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://|@import", text)
    assert all(target.startswith("../vendor/kern/fonts/") for target in re.findall(r'url\("([^"]+)"\)', text))


def test_what_is_vendored_lies_beside_its_licence():
    vendored = SHELL / "ui" / "static" / "ui" / "vendor" / "kern"
    assert "EUROPÄISCHE UNION" in (vendored / "LICENSE.md").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (vendored / "fonts" / "fira-sans" / "OFL.txt").read_text(encoding="utf-8")
