#!/usr/bin/env bash
# Web pages and background work together, until Ctrl-C; ends when either of them ends.
set -euo pipefail
cd "$(dirname "$0")/.."

landfast=.venv/bin/landfast
"$landfast" migrate
"$landfast" jobs &
jobs=$!
"$landfast" serve ${PORT:+--port "$PORT"} &
serve=$!
# One TERM each: Ctrl-C has reached them already, a TERM to us has not.
trap 'kill -TERM "$jobs" "$serve" 2> /dev/null || true; wait' EXIT
trap 'exit 0' INT TERM HUP
wait -n
