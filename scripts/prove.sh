#!/usr/bin/env bash
# The long proofs, whole; figures to docs/proofs.md.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install_test.sh
LANDFAST_CHROMIUM=$(scripts/chromium.sh)
export LANDFAST_CHROMIUM
. scripts/test_environment.sh
exec .venv/bin/python scripts/prove.py "$@"
