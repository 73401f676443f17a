#!/usr/bin/env bash
# What checks and tests need beside Landfast itself.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/python scripts/when_changed.py test-packages requirements/test.txt -- \
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
  -r requirements/test.txt
# An OpenID provider to sign in at (oidc-provider), started and ended by tests/login.
PATH="$PWD/.venv/bin:$PATH" .venv/bin/python scripts/when_changed.py test-provider \
  --makes tests/login/provider/node_modules \
  tests/login/provider/package.json tests/login/provider/package-lock.json -- \
  npm ci --prefix tests/login/provider --ignore-scripts --no-audit --no-fund --loglevel=error
