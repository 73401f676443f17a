#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests; install the system's as root.
# The one without windows first: the same engine, and a third less of the processor.
set -euo pipefail
bare=chromium-headless-shell

find_one() {
  local name
  for name in $bare chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" && "$name" --version > /dev/null 2>&1; then
      return 0
    fi
  done
  return 1
}

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null
}

installs() {
  {
    timeout 120 apt-get update -q
    DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -q -y --no-install-recommends "$1"
  } >&2
}

if [ -n "${LANDFAST_CHROMIUM:-}" ]; then
  echo "$LANDFAST_CHROMIUM"
  exit
fi
# A build server is nobody's own machine: what makes it quicker is put there.
if [ -n "${LANDFAST_BUILD_SERVER:-}" ] && may_install && ! command -v $bare > /dev/null; then
  installs $bare || echo "no $bare: another Chromium will do" >&2
fi
if found=$(find_one); then
  echo "$found"
elif may_install; then
  installs $bare || installs chromium
  find_one
else
  echo "The browser tests need Chromium: install it with the system's package manager" >&2
  echo "(on Debian: apt install $bare), or set LANDFAST_CHROMIUM=/path/to/it." >&2
  exit 1
fi
