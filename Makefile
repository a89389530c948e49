# Dateline: `make run` shows an answer with its evidence, `make test` proves the rest.
PYTHON ?= python3
BIN := .venv/bin
# One test process a core; each file stays in one of them, with the homes and the model that its tests share.
SHARED_OUT := --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: setup run check test lock wheel docs clean

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Dateline needs Python 3.11 to 3.13; set PYTHON=python3.11" if not (3, 11) <= sys.version_info[:2] <= (3, 13) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: setup
	$(BIN)/dateline run --flow
	$(BIN)/dateline evidence

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -m "not slow" $(SHARED_OUT)

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest $(SHARED_OUT)

wheel: setup
	$(BIN)/python -m build --no-isolation --wheel

docs: setup
	$(BIN)/python -m warehouse.describe

lock:
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --no-header --output-file requirements.lock

clean:
	rm -rf dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
