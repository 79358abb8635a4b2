# Everything is set up in .venv: Python, make and git are all that is needed beforehand.
PYTHON ?= python3
BIN := .venv/bin
# As many processes as there are processors share the tests; whichever has none left takes some of another.
SHARED := -n auto --dist worksteal
# Each module that uses a package of others is run by one of these; a new package needs one here.
OF_PACKAGES := $(addprefix tests/test_,$(addsuffix .py,read markdown diagnostics schema fold duties feeds feed_entries \
  calendars search index paste golden site serve cli new pack)) $(wildcard tests/test_import_*.py)

.PHONY: site test wheel lint lowest gallery benchmark benchmark-scaling benchmark-search kept-trial publish-trial mutants lock clean

site: .venv/ready ## build the demonstration site into site/
	@echo "The demonstration keeps what its originals print, slips too: the warnings are of those, and none is yours."
	@echo
	$(BIN)/bcbsite build --content content --site-dir site
	@echo
	@echo "Look at it:  $(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000"
	@echo "             and open http://127.0.0.1:8000/ in a browser; control-C ends it."

test: .venv/ready .venv/browser .venv/nginx-ready .venv/libreoffice-ready .venv/pango-ready .venv/checkers lint ## all tests; says what was skipped, and why
	$(BIN)/python -m pytest $(SHARED)

lint: .venv/ready ## format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --strict benchmarks/build.py benchmarks/edits.py benchmarks/exports.py benchmarks/make_archive.py benchmarks/make_plain.py \
	  benchmarks/precision.py benchmarks/scaling.py

lowest: .venv-lowest/ready ## the tests of what uses other packages, with the oldest versions that pyproject.toml allows
	.venv-lowest/bin/python -m pytest $(SHARED) -m "not browser and not nginx and not libreoffice and not package" $(OF_PACKAGES)

wheel: .venv/ready ## the program as one file, in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

gallery: .venv/ready ## every component of the theme with its examples, on one page
	@$(BIN)/python tests/gallery.py gallery

benchmark: .venv/ready ## time whole builds, and what an edit costs, beside MkDocs alone
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/edits.py --peers

benchmark-scaling: .venv/ready ## every stage on hostile content that doubles; fails where one grows faster than its input
	$(BIN)/python benchmarks/scaling.py

benchmark-search: site .venv/browser ## what the search finds, beside Material's search and Pagefind
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pagefind[bin]>=1.5,<2"
	$(BIN)/python benchmarks/search/quality.py site benchmarks/search/queries/demonstration.json \
	  benchmarks/search/queries/unseen-demonstration.json benchmarks/search/queries/held-out.json --peers

kept-trial: .venv/ready ## random edits: is all the same with what was kept as without? takes an hour
	$(BIN)/python tests/kept_trial.py

publish-trial: .venv/ready .venv/nginx-ready ## killed pushes, slow clients, archives with secrets, wrong clocks; takes an hour
	$(BIN)/python tests/publish_trial.py

mutants: .venv/ready ## small faults planted in the program: do the tests notice? takes about an hour
	$(BIN)/python tests/mutants.py

lock: .venv/ready ## choose the newest versions again
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --upgrade \
	  --python-version 3.11 --extra import --extra pack --group dev pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --upgrade \
	  --python-version 3.11 --resolution lowest-direct --extra import --extra pack --group dev pyproject.toml -o requirements-lowest.lock

clean: ## remove what was built and set up
	rm -rf site gallery build dist .venv .venv-lowest tests/browser/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The lock has a hash for each file; nothing is built from source but the project itself.
.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv-lowest/ready: requirements-lowest.lock pyproject.toml
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lowest.lock
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/browser: .venv/ready
	sh tests/install-browser.sh $(BIN)/python
	touch $@

.venv/nginx-ready: .venv/ready
	sh tests/install-nginx.sh .venv/nginx
	touch $@

.venv/libreoffice-ready: .venv/ready
	sh tests/install-libreoffice.sh
	touch $@

.venv/pango-ready: .venv/ready
	sh tests/install-pango.sh $(BIN)/python
	touch $@

.venv/checkers: .venv/ready tests/browser/package-lock.json
	sh tests/install-checkers.sh
	touch $@
