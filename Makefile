# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ONLY ?= tests
# Compiled modules stay inside the environment, so that a second start need not compile them again.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/pycache

.PHONY: help install tools run test quick soak races bench messages lock css clean

help:
	@echo "make run    start the site on http://127.0.0.1:8000 (makes everything it lacks)"
	@echo "make test   run every check; ONLY=tests/spaces narrows it"
	@echo "make soak   the long runs"
	@echo "make races  every race on every database, one line of JSON each"
	@echo "make bench  the speed figures, as ratios in one run"

install: $(VENV)/.installed
tools: $(VENV)/.tools

$(VENV)/bin/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(VENV)/.installed: requirements.lock | $(VENV)/bin/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.tools: tests/requirements.lock $(VENV)/.installed
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r tests/requirements.lock
	@touch $@

run: install
	@$(BIN)/python -m participate.serve

test: tools
	@$(BIN)/python -m tests.run $(ONLY)

quick: tools
	@$(BIN)/python -m pytest -m "not browser and not soak" $(ONLY)

soak: tools
	@$(BIN)/python -m pytest -m soak $(ONLY)

races: tools
	@$(BIN)/python -m tests.races $(TRIES)

bench: tools
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.desk
	@$(BIN)/python -m tests.bench.slow_phone

messages: tools
	@$(BIN)/python -m tests.house.messages

css:
	@$(PYTHON) -m tests.join_css

lock: $(VENV)/bin/uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --no-header --no-emit-index-url --generate-hashes --python-version 3.11 --quiet -o tests/requirements.lock
	$(BIN)/uv pip compile pyproject.toml --constraint tests/requirements.lock --universal --no-header --no-emit-index-url --generate-hashes --python-version 3.11 --quiet -o requirements.lock

clean:
	rm -rf $(VENV) instance
