#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests; install the system's as root.
set -euo pipefail

find_one() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" && "$name" --version > /dev/null 2>&1; then
      return 0
    fi
  done
  return 1
}

if [ -n "${LANDFAST_CHROMIUM:-}" ]; then
  echo "$LANDFAST_CHROMIUM"
elif found=$(find_one); then
  echo "$found"
elif [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  {
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
  } >&2
  find_one
else
  echo "The browser tests need Chromium: install it with the system's package manager" >&2
  echo "(on Debian: apt install chromium), or set LANDFAST_CHROMIUM=/path/to/it." >&2
  exit 1
fi
