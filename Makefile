# `make run` and `make test` set up everything they need themselves; on a machine that is set up they do nothing twice.
BIN := .venv/bin
READY_TO_RUN := .venv/.ready-to-run
READY_TO_TEST := .venv/.ready-to-test
READY_TO_BENCH := .venv/.ready-to-bench
TESTS ?= tests
# Two workers at a time; `make test WORKERS=0` runs the tests in one process. They take the tests by fifty: the long ones
# lie together, and one worker had minutes of them left when the other was done.
# What pytest makes of a test file stays beside it, whatever is said of bytecode elsewhere: tests/conftest.py.
WORKERS ?= 2
# The tests need no display; give another platform to see them at work.
QT_QPA_PLATFORM_OF_TESTS ?= offscreen

.PHONY: run test long test-tools bench screenshots lint lock clean

run: $(READY_TO_RUN)
	@sh packaging/run.sh

test: $(READY_TO_TEST)
	@PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=$(QT_QPA_PLATFORM_OF_TESTS) $(BIN)/python -m pytest -n $(WORKERS) --maxschedchunk 50 $(TESTS)

# What tests/LONG_RUNS.md tells of: an hour and a half.
LONG := ADREF_SEQUENCES=50000 ADREF_SHEET_SEQUENCES=1500 ADREF_VARIANTS=100000 ADREF_REDLINES=50000
SHM := $(if $(wildcard /dev/shm),--basetemp=/dev/shm/adref-long)
long: $(READY_TO_TEST)
	@$(LONG) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) $(SHM) tests/app/test_random_writing.py \
		tests/models/word/test_hostile.py tests/models/word/test_redline_random.py
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.app.kill_while_typing 200

# LibreOffice, poppler, Xvfb and the validator of Word files; tests that need one skip and say so where it is absent.
test-tools:
	@sh packaging/setup.sh tools

lint: $(READY_TO_TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Three minutes on a calm machine; each figure stands beside its target and, where there is one, its baseline.
bench: $(READY_TO_BENCH)
	@PYTHONPATH=. $(BIN)/python tests/bench/bench_start.py
	@PYTHONPATH=. $(BIN)/python tests/bench/bench_typing.py
	@PYTHONPATH=. $(BIN)/python tests/bench/bench_window.py
	@PYTHONPATH=. $(BIN)/python tests/bench/bench_long_acts.py
	@PYTHONPATH=. $(BIN)/python tests/bench/bench_compare_page.py
	@$(BIN)/python tests/bench/bench_word_files.py
	@$(BIN)/python tests/bench/bench_comparison.py

screenshots: $(READY_TO_RUN)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py

# Needs uv on the path. No index address may get into the locks.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-build --no-header \
	--no-emit-index-url --no-emit-find-links
lock:
	$(LOCK) --extra dev pyproject.toml -o requirements-dev.lock
	$(LOCK) --extra build -c requirements-dev.lock pyproject.toml -o requirements.lock
	$(LOCK) --extra build --extra bench -c requirements-dev.lock pyproject.toml -o requirements-bench.lock

clean:
	rm -rf .venv .tools build dist

$(READY_TO_RUN): requirements.lock pyproject.toml
	@sh packaging/setup.sh run
	@touch $@

# What testing needs holds all that running needs.
$(READY_TO_TEST): requirements-dev.lock requirements.lock pyproject.toml
	@sh packaging/setup.sh test
	@touch $(READY_TO_RUN) $@

# The same, and what the bench sets the comparison beside.
$(READY_TO_BENCH): requirements-bench.lock pyproject.toml
	@sh packaging/setup.sh bench
	@touch $(READY_TO_RUN) $@
