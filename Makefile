# The ways into this project. They need make and Python 3.10 or newer, and do all their own set-up in .venv.
#
#   make test PYTHON=python3.12        with another interpreter
#   make test ARGS="tests/engine -x"   a part of the tests
#   make bench QUICK=1                 within a minute, with fewer cases and rounds
#   make notebooks ARGS=--write        store what the notebooks show now
#   make differential ARGS="--help"    how many people are asked about, and from which seed

.DEFAULT_GOAL := help
.PHONY: help demo test coverage differential bench check check-knowledge format-check lint types imports docs notebooks evaluate setup clean

PYTHON ?=
ARGS ?=
QUICK ?=

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The environment belongs to the interpreter that was asked for: asking for another one makes it anew.
MADE := $(VENV)/.made$(if $(PYTHON),-with-$(subst /,-,$(PYTHON)))
RUNTIME := $(VENV)/.runtime-installed
BENCH := $(VENV)/.bench-installed
DEV := $(VENV)/.dev-installed
PAGES := $(wildcard *.md docs/*.md docs/*/*.md)

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: $(RUNTIME) ## Show what the library does
	@$(BIN)/python examples/demo.py

test: $(DEV) ## Run the whole test suite, on all cores
	@$(BIN)/python -m pytest $(or $(ARGS),-n auto)

coverage: $(DEV) ## Run it once more and measure which lines and branches it reaches: at least 95% (two to three times as long)
	@$(BIN)/python -m pytest -n auto --cov --cov-fail-under=95

differential: $(DEV) ## Ask our engine, stock Experta and CLIPS about thousands of people
	@$(BIN)/python -m tests.engine.differential $(ARGS)

bench: $(BENCH) ## Measure the library beside other ways to run its rules (QUICK=1: within a minute)
	@$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

check: format-check lint types imports check-knowledge docs notebooks ## Check format, lint, types, import rules, knowledge, docs, notebooks

format-check: $(DEV) ## Check the format (to repair it: .venv/bin/ruff format)
	@$(BIN)/ruff format --check .

lint: $(DEV) ## Check the code for mistakes
	@$(BIN)/ruff check .

types: $(DEV) ## Check the types
	@$(BIN)/mypy

imports: $(DEV) ## Check which module may import which
	@$(BIN)/lint-imports --no-logo

check-knowledge: $(DEV) ## Check the knowledge as a whole
	@$(BIN)/calf-expert check-knowledge --vignettes tests/knowledge

# Code fences would count as expected output, so they are blanked in a copy; line numbers stay right.
docs: $(DEV) ## Run the >>> examples in the Markdown pages
	@for page in $(PAGES); do \
		copy=".cache/docs/$$page"; \
		mkdir -p "$$(dirname "$$copy")" && sed 's/^ *```.*//' "$$page" > "$$copy" || exit 1; \
		PYTHONUTF8=1 $(BIN)/python -m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE "$$copy" || exit 1; \
	done
	@echo "Examples run in: $(or $(PAGES),no page)"

notebooks: $(DEV) ## Run the notebooks and compare what they show with what is stored (to store it: ARGS=--write)
	@$(BIN)/python scripts/run_notebooks.py $(ARGS)

evaluate: $(DEV) ## Write the figures of the shipped cases into docs/evaluation.md
	@$(BIN)/python scripts/generate_evaluation.py

setup: $(DEV) ## Install everything for working on the project

clean: ## Remove everything that is not part of the project
	@rm -rf $(VENV) .cache .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
		build dist htmlcov benchmarks/results.json
	@find src tests benchmarks examples docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(MADE):
	@for python in $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.10); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; then chosen="$$python"; break; fi; \
		tried="$$tried $$python ($$("$$python" --version 2>/dev/null || echo 'not found'))"; \
	done; \
	if [ -z "$$chosen" ]; then \
		echo "calf_expert needs Python 3.10 or newer. Tried:$$tried." >&2; \
		echo "Install one, or name it: make $(or $(MAKECMDGOALS),demo) PYTHON=/path/to/python3.12" >&2; \
		exit 1; \
	fi; \
	if ! "$$chosen" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
		echo "$$chosen cannot make a virtual environment: its module venv or ensurepip is missing." >&2; \
		echo "On Debian and Ubuntu: apt install python3-venv" >&2; \
		exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$chosen" --version) ..."; \
	"$$chosen" -m venv --clear $(VENV)
	@touch $@

$(RUNTIME): pyproject.toml $(MADE)
	@echo "Installing calf_expert ..."
	@$(PIP_INSTALL) --editable .
	@touch $@

$(BENCH): pyproject.toml $(MADE)
	@echo "Installing calf_expert and what it is measured beside ..."
	@$(PIP_INSTALL) --editable '.[bench]'
	@touch $(RUNTIME) $@

$(DEV): pyproject.toml $(MADE)
	@echo "Installing calf_expert and the tools to work on it ..."
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $(RUNTIME) $(BENCH) $@
