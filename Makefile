# `make run` opens the window, `make test` checks everything; both install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint bench screenshots translations constraints clean

run: $(READY)
	@$(BIN)/dispatch-reader

test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Nothing else should run meanwhile; `python -m benchmarks` lists the parts and their arguments.
bench: $(READY)
	$(BIN)/python -m benchmarks importing 2000
	$(BIN)/python -m benchmarks window
	$(BIN)/python -m benchmarks search 10000
	$(BIN)/python -m benchmarks extraction

screenshots: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/screenshots.py

translations: $(READY)
	$(BIN)/python docs/translations.py

# The bytecode is made here, so that every start is a fast one, also where nothing may be written.
$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Dispatch Reader needs Python 3.11 or newer; try: make run PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); \
	  echo "Creating $(VENV) failed; on Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing the libraries of constraints.txt into $(VENV) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q desktop index resources
	@touch $@

# Pin the newest versions that pyproject.toml allows; needs pip-tools in the virtual environment.
constraints: $(READY)
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --extra dev --strip-extras --allow-unsafe \
	  --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  -o constraints.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
