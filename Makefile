# `make` alone tells what there is. Nothing here needs root, save a browser for the tests.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?=
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes
STYLES := web/static/built/names.json
WITH_NODE := PATH="$(CURDIR)/.venv/bin:$$PATH"
WORKERS ?= 2
export PORT ?= 8000

.PHONY: help setup run check test bench prove requirements assets style types rooms sizes links

help: ## say what there is (this)
	@echo "Heard. What you can make:"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: .venv/.runtime $(STYLES) ## install what Heard needs to run, here in .venv
	@echo "Ready. Try: make run"

run: .venv/.runtime $(STYLES) ## start a sample Heard (made-up voices) at 127.0.0.1:8000, or PORT=
	@exec .venv/bin/python -m sample run

check: .venv/.dev ## style, types, who may call whom, sizes, links
	@$(MAKE) --keep-going style types rooms sizes links

test: .venv/.dev $(STYLES) node_modules/vnu-jar ## every test, on SQLite and PostgreSQL; T= picks some
	@command -v java >/dev/null || echo "!! NO JAVA: pages are not read by the Nu HTML checker." >&2
	@HEARD_CHROMIUM="$$(.venv/bin/python -m tools.chromium)" \
	  .venv/bin/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(T)

bench: .venv/.dev $(STYLES) ## how fast, each figure beside its floor, as JSON Lines
	@.venv/bin/python -m bench.speed $(ARGS)

prove: .venv/.dev $(STYLES) ## show what we promise, one line a promise, with its figure
	@.venv/bin/python -m bench.prove $(ARGS)

requirements: .venv/.dev ## pin the newest parts that fit (needs the internet)
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==0.13.9"
	@for part in requirements requirements-dev requirements-node; do \
	  .venv/bin/uv pip compile $$part.in --output-file $$part.txt --quiet --upgrade --universal \
	    --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links; \
	done

assets: $(STYLES) ## build the style sheets, if they are not built

# The parts of `make check`, each to be had alone.
style: .venv/.dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
types: .venv/.dev
	@.venv/bin/mypy
rooms: .venv/.dev
	@.venv/bin/lint-imports --no-logo
sizes: .venv/.dev
	@.venv/bin/python -m tools.sizes
links: .venv/.dev
	@.venv/bin/python -m tools.links

# What is made once. An empty file in .venv remembers that it was done.
.venv/.made:
	@python=$$(tools/find-python $(PYTHON)); \
	test -n "$$python" || { echo "Heard needs Python 3.11 (or later, with SQLite 3.42). Name one: make setup PYTHON=..." >&2; exit 1; }; \
	echo "Making .venv with $$($$python --version) ..."; \
	$$python -m venv .venv || { echo "This Python cannot make a .venv. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/.runtime: requirements.txt requirements-encoder.txt | .venv/.made
	@echo "Installing what Heard needs (about a minute, once) ..."
	@$(PIP) --requirement requirements.txt
	@$(PIP) --no-deps --requirement requirements-encoder.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	@echo "Installing what its tests need (about a minute, once) ..."
	@$(PIP) --requirement requirements-dev.txt
	@touch $@

.venv/.npm: requirements-node.txt .venv/.runtime
	@command -v npm >/dev/null || { echo "No npm here: taking it from a wheel ..."; $(PIP) --requirement requirements-node.txt; }
	@touch $@

$(STYLES): package-lock.json tools/build_assets.py $(wildcard web/static/src/*) $(wildcard web/translations/*/LC_MESSAGES/*.po) .venv/.runtime | .venv/.npm
	@echo "Building the style sheets and the languages ..."
	@$(WITH_NODE) .venv/bin/python tools/build_assets.py

# The checker of pages is wanted by tests alone, so `make run` does not wait for it.
node_modules/vnu-jar: package-lock.json | .venv/.npm
	@echo "Fetching the checker of pages ..."
	@$(WITH_NODE) npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	@touch $@
