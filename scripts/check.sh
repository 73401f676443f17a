#!/usr/bin/env bash
# Everything that can be said about the code without running it.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/test_environment.sh

bin=.venv/bin
step() {
  echo "-- $*"
  "$@"
}

step $bin/ruff check --quiet .
step $bin/ruff format --check --quiet .
step $bin/lint-imports --no-logo
step $bin/mypy
step $bin/djlint src/landfast --lint --quiet
step $bin/python scripts/check_locks.py
step $bin/python scripts/check_migrations.py
step $bin/python -m landfast.jobs.docs --check
