# Everything runs in .venv, which `make` sets up by itself. `make help` lists the targets.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types layers coverage wheel picture lock clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	@touch $@

demo: $(READY)  ## translate the example article and say where the DOCX lies
	$(BIN)/dwibahasa translate examples/artikel.txt --glossary examples/istilah.csv -o out --force

test: $(READY)  ## run the whole test suite
	$(BIN)/python -m pytest

check: format lint types layers test  ## everything that CI demands

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

coverage: $(READY)  ## the test suite with coverage
	$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered

wheel: $(READY)  ## build the wheel and the source archive into dist/
	$(BIN)/python -m build

picture: demo  ## render the README's picture anew (needs LibreOffice and poppler)
	soffice --headless --convert-to pdf --outdir out out/artikel.en.review.docx >/dev/null
	mkdir -p docs/images
	pdftoppm -r 84 -f 1 -l 1 -png -singlefile out/artikel.en.review.pdf docs/images/review-page

lock: $(READY)  ## write down the versions that are installed now
	$(BIN)/python -m pip freeze --exclude-editable > requirements.lock

clean:  ## remove what make made
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
