#!/usr/bin/env bash
# What checks and tests need beside Landfast itself.
set -euo pipefail
cd "$(dirname "$0")/.."
exec .venv/bin/python scripts/when_changed.py test-packages requirements/test.txt -- \
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
  -r requirements/test.txt
