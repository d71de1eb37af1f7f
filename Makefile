# Regesta. `make` lists what can be done; `make demo` shows it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help install demo test check audit fuzz format bench eval stop clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PACKAGES := api extract graph ontology

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(STAMP) ## make the virtual environment and install Regesta with its development tools

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Regesta needs Python 3.11 or newer; '$(PYTHON)' is older or absent. Name another one: make PYTHON=python3.12 install"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Regesta and its libraries into $(VENV) (once; a few minutes) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: install ## start Neo4j, read the sample articles, start the API and the web page; Ctrl-C stops all
	@exec $(BIN)/regesta demo

test: install ## run all tests, against a real Neo4j started for them
	@$(BIN)/python -m pytest

check: install ## format check, lint, types, import rules, whether the libraries fit together and are sound, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pip check
	$(BIN)/python -m bench.audit
	$(BIN)/python -m pytest

audit: install ## ask the advisory database about weak versions of the libraries; fails where none answers
	@$(BIN)/python -m bench.audit --strict

fuzz: install ## send thousands of right and wrong requests to all routes and hold the answers against the OpenAPI document
	@REGESTA_FUZZ_EXAMPLES=$${REGESTA_FUZZ_EXAMPLES:-25} $(BIN)/python -m pytest -s tests/api/test_contract.py

format: install ## format the code and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install ## print ratios against limits measured in the same run
	@$(BIN)/python -m bench

eval: install ## score the extraction on annotated articles in REGESTA_EVAL_DATA (default ../shared/data)
	@$(BIN)/python -m bench.evaluate

stop: ## stop the managed Neo4j servers
	@test ! -x $(BIN)/regesta || $(BIN)/regesta db stop --all

clean: stop ## stop the servers and remove the virtual environment and all caches of the project
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
