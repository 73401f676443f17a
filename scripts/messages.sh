#!/bin/sh
# Texts for translation: extract the Danish ones, update each catalogue, compile.
#   scripts/messages.sh           all three
#   scripts/messages.sh compile   only compile (the build does this)
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
locale=src/landfast/locale
domain=django

if [ "${1:-all}" != compile ]; then
  pot=$(mktemp)
  trap 'rm -f "$pot"' EXIT
  PYTHONPATH=scripts pybabel --quiet extract --mapping babel.cfg --output "$pot" \
    --keyword da --keyword _t --keyword gettext_lazy --keyword ngettext_lazy:1,2 \
    --keyword pgettext_lazy:1c,2 --keyword gettext_noop \
    --add-location file --sort-by-file --no-wrap \
    --project Landfast --copyright-holder "Landfast contributors" .
  # English says everything; other languages say some pages and hold no more (docs/languages.md).
  pybabel --quiet update --locale en --input-file "$pot" --output-dir "$locale" --domain "$domain" \
    --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
fi
pybabel --quiet compile --directory "$locale" --domain "$domain"
