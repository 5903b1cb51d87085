# `make` alone lists what there is. Everything sets itself up; nothing is installed outside this folder
# except, for tests on a machine without them, PostgreSQL and Chromium by the system's package manager.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
export SITE_PORT := $(PORT)
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
SETTINGS ?= agency.settings.development

.PHONY: help run test lint format lock screenshots bench bench-thread lighthouse flood clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: .venv/run ## Serve the site with its worker on http://localhost:PORT/ (PORT=8000), demo content included
	@python manage.py prepare
	@exec env DJANGO_SETTINGS_MODULE=$(SETTINGS) honcho start

test: lint ## Lint, then every test: on PostgreSQL, the database-sensitive ones on SQLite, journeys in Chromium
	@python -m tests.support.provide -- python -m tests.support.suite

lint: .venv/dev ## Format and style, templates, types, imports, migrations
	@ruff format --check --quiet .
	@ruff check --quiet .
	@djhtml --check templates
	@mypy
	@lint-imports --no-cache
	@DJANGO_SETTINGS_MODULE=agency.settings.test python manage.py makemigrations --check --dry-run

format: .venv/dev ## Put Python and templates in the project's format
	@ruff format --quiet . && ruff check --fix --quiet .
	@djhtml templates

lock: .venv/dev ## Lock the requirements again, newest versions that pyproject.toml allows
	@uv pip compile --quiet --upgrade pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" -o requirements/base.txt
	@uv pip compile --quiet --upgrade pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" -o requirements/dev.txt

screenshots: .venv/dev ## Take the pictures in README and docs again
	@python -m tests.support.screenshots

bench: .venv/dev ## Measure the site of 10,000 guides, cached and not, against bare Wagtail and nginx; see benchmarks/results.md
	@python -m benchmarks

bench-thread: .venv/dev ## Measure the check of the thread on 1,000 and 10,000 pages (ten minutes); see benchmarks/thread.md
	@python -m benchmarks.thread

lighthouse: .venv/dev ## Let Lighthouse 12 judge the main pages, as a phone and as a desktop; it comes by npx, which Node brings
	@python -m benchmarks.lighthouse

flood: .venv/dev ## Send ten thousand hostile submissions to a site of its own and count the answers (half an hour)
	@FLOOD=13500 python -m tests.support.provide -- python -m pytest -q -s tests/enquiries/test_flood.py tests/enquiries/test_flood_in_the_room.py

clean: ## Remove the environment and this installation's data (database, uploads, mail, logins)
	@rm -rf .venv var

.venv/pip:
	@echo "Creating the environment in .venv"
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	  || { echo "Throughline needs Python 3.11 to 3.13; set PYTHON=/path/to/it" >&2; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/run: requirements/base.txt | .venv/pip
	@echo "Installing what the site needs (about half a minute)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@touch $@

.venv/dev: requirements/dev.txt | .venv/pip
	@echo "Installing what developing needs (about a minute)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
