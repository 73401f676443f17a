#!/usr/bin/env bash
# Are the locks as young as promised, and is a hole known in what they pin? The second needs the network.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=0
.venv/bin/python scripts/check_ages.py || failed=1
[ "${OFFLINE:-}" ] && exit "$failed"
.venv/bin/uv tool run --quiet pip-audit --disable-pip --require-hashes -r requirements/run.txt || failed=1
PATH="$PWD/.venv/bin:$PATH" npm audit --prefix frontend --omit=dev || failed=1
exit "$failed"
