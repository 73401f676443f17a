#!/usr/bin/env bash
# Set Landfast up in .venv: Python packages, styles and scripts, translations.
# Each step runs only when what it reads has changed, so a second run takes a second.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
  echo "Landfast needs Python 3.11 or newer; set PYTHON=/path/to/python3 to choose one." >&2
  exit 1
fi
[ -d .venv ] || echo "Setting Landfast up in .venv. The first time takes some minutes; each step says its name."
if ! .venv/bin/python -m pip --version > /dev/null 2>&1; then
  if ! "$python" -m venv --clear .venv; then
    echo "Python's venv module is missing (on Debian and Ubuntu: apt install python3-venv)." >&2
    exit 1
  fi
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_REQUIRE_VIRTUALENV=1 PIP_NO_INPUT=1
PATH="$PWD/.venv/bin:$PATH"
changed() { .venv/bin/python scripts/when_changed.py "$@"; }

changed packages requirements/build.txt -- \
  .venv/bin/python -m pip install --quiet --require-hashes -r requirements/build.txt
changed landfast pyproject.toml src/landfast/__init__.py -- \
  .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .

changed npm --makes frontend/node_modules frontend/package-lock.json frontend/package.json -- \
  npm ci --prefix frontend --ignore-scripts --no-audit --no-fund --loglevel=error
# The templates too: the icons that they name are picked from them.
mapfile -t templates < <(find src/landfast -name '*.html')
changed assets --makes src/landfast/web/static/built --makes src/landfast/paper/fonts \
  frontend "${templates[@]}" -- \
  npm run --prefix frontend --silent build
if compgen -G 'src/landfast/locale/*/LC_MESSAGES/*.po' > /dev/null; then
  mapfile -t catalogues < <(find src/landfast/locale -name '*.po')
  changed texts --makes "${catalogues[0]%.po}.mo" "${catalogues[@]}" -- \
    pybabel --quiet compile --domain django --directory src/landfast/locale
fi
mapfile -t static < <(find src/landfast -type d -name static)
changed collected --makes src/landfast/web/collected/staticfiles.json "${static[@]}" \
  requirements/run.txt src/landfast/config/settings.py -- \
  env DJANGO_SETTINGS_MODULE=landfast.config.settings LANDFAST_SECRET_KEY=only-for-collecting \
  LANDFAST_ACTOR_KEY=only-for-collecting \
  LANDFAST_SEALING_KEYS=only-for-collecting \
  .venv/bin/python -m django collectstatic --noinput --clear --verbosity 0
