# Each target is a line or two over plain commands; the README tells them too.
PYTHON ?= python3.11
BIN = .venv/bin

.venv/done: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -e '.[dev]'
	touch .venv/done

# The data of the kinds confusion and apostrophe, from the texts in CORPUS, with thresholds set on EVAL (20 minutes)
CORPUS = ../shared/corpus
EVAL = ../shared/eval/dev
model: .venv/done
	$(BIN)/pip install -q --disable-pip-version-check -e '.[tools]'
	mkdir -p build/model
	PYTHONPATH=tools/model $(BIN)/python tools/model/train.py $(CORPUS) build/model
	PYTHONPATH=tools/model $(BIN)/python tools/model/calibrate.py $(CORPUS) $(EVAL) build/model
	PYTHONPATH=tools/model $(BIN)/python tools/model/possessives.py $(CORPUS) $(EVAL)

# Two processes, each with the engine in its memory (some 600 MB); one that is done takes over from the other
TWO = -n 2 --dist worksteal

.PHONY: demo test quick coverage lint server model measure mutants fuzz
demo: .venv/done
	$(BIN)/copydesk check --fail-on never examples/

# LanguageTool's own server, for the tests that need one (they are skipped without)
server: .venv/done
	LTP_PATH=$(CURDIR)/.languagetool $(BIN)/copydesk languagetool install --from maven

test: .venv/done lint
	$(BIN)/pytest $(TWO)

# All that needs neither the language engine nor another process: under a minute
quick: .venv/done
	$(BIN)/pytest $(TWO) -m "not slow and not engine"

# What the whole suite runs through, line by line and branch by branch
coverage: .venv/done
	$(BIN)/pytest $(TWO) --cov --cov-report=term-missing

lint: .venv/done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports


# Lengths, branches, types and docstrings against the limits of the house, and each place that breaks one
measure: .venv/done
	$(BIN)/python tools/measure.py

# Which small changes of a heuristic no test notices: make mutants MODULE=lint/text/casing.py (a minute or two a module)
MODULE = $(wildcard lint/dictionary/[!_]*.py lint/filters/[!_]*.py lint/text/[!_]*.py) \
	$(patsubst %,lint/kinds/%.py,boilerplate capitalization case_variants casing confusion shortform)
mutants: .venv/done
	$(BIN)/python tools/mutants.py $(MODULE)

# Changed texts, rules, settings and answers of servers against what reads them; what breaks something is kept in
# fuzz/found: make fuzz SECONDS=3600 TARGETS=html
SECONDS = 60
TARGETS = text markdown html rules config wire fixes
fuzz: .venv/done
	for target in $(TARGETS); do $(BIN)/python -m fuzz $$target --seconds $(SECONDS) || exit 1; done
