# Every target works on a fresh machine with Python 3.11 or newer, make and a package index.
PYTHON ?= python3
PORT ?= 8000
ARTICLES ?= fixtures/articles
# `make serve LOG=requests` prints a JSON line for each request.
LOG ?= off
DATABASE ?= facts.sqlite
SECONDS ?= 3600
BIN := .venv/bin
# Two processes of tests where there are two cores, each with whole files, so with servers and snapshots of its own.
SIDE_BY_SIDE := -n logical --maxprocesses 2 --dist loadfile --no-loadscope-reorder
# Twice quiet: pip warns of how one dependency names an extra of another, which does no harm. Errors are still shown.
PIP := $(BIN)/pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help install serve test lint evaluate openapi pictures clients dask fuzz fuzz-loader torture soak bench bench-load bench-deploy audit sbom licences clean

# What can be made.
help:
	@awk '/^# /{said=said substr($$0,2);next} /^[a-z-]+:/{if(said) printf "%-13s%s\n",substr($$1,1,index($$1,":")-1),said} {said=""}' Makefile

# Installs the program into .venv.
install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	@touch $@

.venv/test-installed: .venv/installed
	$(PIP) --editable '.[test]'
	@touch $@

.venv/bench-installed: .venv/installed
	$(PIP) --editable '.[bench]'
	@touch $@

.venv/audit-installed: .venv/test-installed
	$(PIP) --editable '.[audit]'
	@touch $@

# Loads ARTICLES into DATABASE and serves it at PORT; ARTICLES=DIR loads a folder of your own.
serve: .venv/installed
	$(BIN)/inspection-facts load $(ARTICLES) --database $(DATABASE)
	$(BIN)/inspection-facts serve --database $(DATABASE) --port $(PORT) --log $(LOG)

# Runs the tests, or TESTS="tests/rules tests/api"; those that need the original articles run with ORIGINALS=DIR.
test: .venv/test-installed
	ORIGINALS='$(ORIGINALS)' $(BIN)/python -m pytest $(SIDE_BY_SIDE) $(TESTS)

# Checks the code with ruff.
lint: .venv/test-installed
	$(BIN)/ruff check .

# Precision, recall and F1 over the test articles: the tuned part, two parts held out, and general news.
evaluate: .venv/test-installed
	$(BIN)/python -m tests.evaluate

# Writes openapi.yaml anew from the code.
openapi: .venv/installed
	$(BIN)/inspection-facts openapi > openapi.yaml

# Takes the pictures of the pages in docs/pictures anew; needs Chromium.
pictures: .venv/test-installed
	PICTURES=1 $(BIN)/python -m pytest tests/pages/test_pictures.py

# Lets the tests make and use TypeScript clients; needs Node with npm.
clients:
	npm ci --silent --prefix tests/clients

# Lets `load --scheduler` use a Dask cluster, and the tests start one.
dask: .venv/installed
	$(PIP) --editable '.[dask]'

# The long form of what the tests ask at random: the API's every operation, stateful too, and what each rule of reading
# matches.
fuzz: .venv/test-installed
	PATTERN_EXAMPLES=200 $(BIN)/python -m pytest tests/rules/test_robustness.py -k pattern_matches
	SCHEMATHESIS_EXAMPLES=200 $(BIN)/python -m pytest tests/api/test_schemathesis.py

# Coverage-guided fuzzing of the loader's texts, pages and tables and of the API's queries; `make fuzz-loader SECONDS=60`.
fuzz-loader: .venv/test-installed
	$(PIP) --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) --corpus .fuzz

# The long form of what the tests do to loads: killed at 200 random moments, out of room at every size.
torture: .venv/test-installed
	TORTURE_KILLS=200 $(BIN)/python -m pytest -s tests/loading/test_killed.py

# A day of use in small: ten minutes of mixed requests while snapshots are swapped; memory and times have to stay.
soak: .venv/test-installed
	$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),10)

# The API over HTTP beside a bare Flask view, FastAPI and Datasette, in about three minutes; needs wrk (apt-get install
# wrk). docs/performance.md tells of the long forms.
bench: .venv/bench-installed
	$(BIN)/python -m benchmarks $(BENCH)

# How fast articles load and how much memory that takes; COUNTS="1000 10000", SIZE= and ROUNDS= change it.
bench-load: .venv/installed
	$(BIN)/python -m benchmarks.loading

# The processor time and memory that docs/scale.md rests on; needs nginx.
bench-deploy: .venv/test-installed
	$(BIN)/python -m tests.deploy.measure

# Asks what is known against the dependencies: exit status 0 for nothing, 1 for something, 3 if no advisory service was
# reached.
audit: .venv/audit-installed
	$(BIN)/python -m tests.dependencies.audit

# The software bill of materials, in CycloneDX.
sbom: .venv/audit-installed
	$(BIN)/python -m tests.dependencies.sbom build/sbom.cdx.json

# Lists the licences of the dependencies in docs/licences.md anew.
licences: .venv/test-installed
	$(BIN)/python -m tests.dependencies.licences > docs/licences.md

# Removes what was installed and made.
clean:
	rm -rf .venv build *.egg-info facts.sqlite
