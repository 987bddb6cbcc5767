# The whole of the project's work, by name. `make demo` and `make test` need nothing but Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED := ../shared
STAMP := $(VENV)/.installed
TRAINING := training/attribution
EVENTS := training/events
AUDITOR := pip-audit==2.10.1

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format lint types imports wheel accept audit bench soak lock golden docs clean train-attribution train-events

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: $(STAMP) ## Create .venv with everything locked and hashed

$(STAMP): requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Reportedly needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(STAMP)

demo: setup ## Set up, code the packaged samples, show the events
	$(BIN)/reportedly code --samples

test: setup ## Set up, run the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: setup format lint types imports test wheel accept ## Everything that must hold before a commit lands

format: setup
	$(BIN)/ruff format --check .

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

wheel: setup ## Build the wheel, install it in a clean environment, run it there
	$(BIN)/python bench/wheel.py

accept: setup ## Acceptance and dev-set floors, where ../shared is
	$(BIN)/python bench/floors.py

audit: ## Ask an advisory service about the locked packages, where one can be reached
	$(PYTHON) -m venv build/audit
	@if build/audit/bin/python -m pip install --quiet --disable-pip-version-check $(AUDITOR); \
	then build/audit/bin/python .ci/audit.py; else echo "audit: NOT AUDITED. $(AUDITOR) cannot be installed."; fi

bench: setup ## Measure accuracy and speed beside the baselines
	$(BIN)/python bench/run.py

soak: setup ## The long tests
	$(BIN)/python -m pytest -m soak

golden: setup ## Make the golden reports of the samples anew; read the diff before you commit it
	$(BIN)/python genscripts/golden.py

docs: setup ## Make the generated pages anew
	$(BIN)/python genscripts/commands.py
	$(BIN)/python genscripts/reasons.py
	$(BIN)/python genscripts/store_schema.py
	$(BIN)/python genscripts/sbom.py

lock: ## Resolve the dependencies anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml --extra cluster --extra parquet --extra archives -c requirements-dev.lock -o requirements-cluster.lock

train-attribution: ## Train the attribution tagger anew and package it (about an hour on one thread; needs ../shared)
	$(PYTHON) -m venv $(TRAINING)/.venv
	$(TRAINING)/.venv/bin/python -m pip install --quiet --disable-pip-version-check --retries 0 -r $(TRAINING)/requirements.txt --editable .
	$(TRAINING)/.venv/bin/python $(TRAINING)/train.py
	$(TRAINING)/.venv/bin/python $(TRAINING)/export.py

train-events: ## Train the judge of events anew and package it (half an hour on a thread of its own)
	$(PYTHON) -m venv $(EVENTS)/.venv
	$(EVENTS)/.venv/bin/python -m pip install --quiet --disable-pip-version-check --retries 0 -r $(EVENTS)/requirements.txt --editable .
	$(EVENTS)/.venv/bin/python $(EVENTS)/train.py
	$(EVENTS)/.venv/bin/python $(EVENTS)/export.py

clean: ## Remove everything that can be made again
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
