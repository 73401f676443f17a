#!/usr/bin/env bash
# Refresh requirements/*.txt from pyproject.toml: pinned, with hashes, without addresses.
# `scripts/lock.sh --upgrade` takes newer versions; without it what is pinned stays.
set -euo pipefail
cd "$(dirname "$0")/.."

pins=$(mktemp)
trap 'rm -f "$pins"' EXIT

compile() { # NAME [uv options]: NAME.txt; later locks agree with earlier ones
  local name=$1
  shift
  .venv/bin/uv pip compile pyproject.toml "$@" --quiet \
    --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
    --constraint "$pins" --output-file "requirements/$name.txt"
  grep -oE '^[a-z0-9._-]+==[^\\]+' "requirements/$name.txt" >> "$pins"
}

upgrade=("$@")
compile run ${upgrade[@]+"${upgrade[@]}"}
compile build --group build ${upgrade[@]+"${upgrade[@]}"}
compile test --group build --group test ${upgrade[@]+"${upgrade[@]}"}
case " ${upgrade[*]-} " in *" --upgrade "*) date -u +%F > requirements/renewed ;; esac
.venv/bin/python scripts/check_locks.py
