#!/usr/bin/env bash
# Check, then every test, browser tests included. Ends with pytest's own summary line.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install_test.sh
LANDFAST_CHROMIUM=$(scripts/chromium.sh)
export LANDFAST_CHROMIUM
. scripts/test_environment.sh
.venv/bin/python -m tests.template & # while the code is checked
scripts/check.sh
wait
exec .venv/bin/pytest -n 2 --dist loadfile "$@"
