#!/usr/bin/env bash
# Every test, browser tests included, and beside them what can be said without running the code.
# Ends with pytest's own summary line, or with what the check found.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install_test.sh
LANDFAST_CHROMIUM=$(scripts/chromium.sh)
export LANDFAST_CHROMIUM
. scripts/test_environment.sh

said=$(mktemp)
scripts/check.sh >"$said" 2>&1 &
check=$!
trap 'kill "$check" 2>/dev/null || true; rm -f "$said"' EXIT
.venv/bin/python -m tests.template

# One worker more than cores: a browser is often waited for. The order is tests/conftest.py's.
failed=0
.venv/bin/pytest -n 3 --dist loadfile --no-loadscope-reorder "$@" || failed=$?
if ! wait "$check"; then
  cat "$said"
  exit 1
fi
exit "$failed"
