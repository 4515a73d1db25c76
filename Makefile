# The one place where the project's commands stand. `make help` lists them.
# Everything is installed into this checkout (.venv, var); nothing else on the machine is touched,
# except that `make test` installs Debian's Chromium where it may and none is there.
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export PYTHONUTF8 := 1

.PHONY: help run leer test explore check bench lock format handbook clean browser

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'

$(READY): requirements.lock requirements-installer.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-installer.lock
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock requirements-installer.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $(READY)

run: $(READY) ## load the demonstration municipality and serve the application on this machine
	@$(BIN)/python -m mehrklang_web run

leer: $(READY) ## start an empty installation for an own municipality on this machine (data in eigene-daten)
	@$(BIN)/python -m mehrklang_web run --leer

browser:
	@command -v chromium >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	  && apt-get update -qq >/dev/null && apt-get install -y -qq chromium fonts-dejavu-core poppler-utils >/dev/null; } \
	  || echo "No Chromium here: the browser tests will be skipped (on Debian: apt-get install chromium)."

test: $(READY) browser ## all tests, in parallel
	@$(BIN)/python -m pytest -n auto

check: $(READY) browser ## format, lint, types, import order, lock files, tests: all that has to hold
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo >/tmp/mehrklang-imports.txt 2>&1 || { cat /tmp/mehrklang-imports.txt; exit 1; }
	@! grep -nE '(https?|file)://' requirements*.lock
	@$(BIN)/python -m pytest -n auto

explore: $(READY) ## the tests with generated examples once more, with examples that nobody has tried yet
	@MEHRKLANG_EXAMPLES=fresh $(BIN)/python -m pytest -n auto tests/unit tests/spec tests/engines -m "not real"

bench: $(READY) ## speed and memory against what one would use instead, as ratios
	@$(BIN)/python -m benchmarks

format: $(READY) ## put the code into its form
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --quiet --fix .

handbook: $(READY) ## write the methods handbook anew from the specs
	@$(BIN)/python -m tests.spec.handbook

lock: ## renew the lock files from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --extra web --extra postgres --group dev pyproject.toml -o requirements.lock
	@echo "uv==0.13.9" | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header - -o requirements-installer.lock

clean: ## remove what the commands made in this checkout
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
