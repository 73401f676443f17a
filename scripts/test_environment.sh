# Sourced: a database of the tests' own, so that they never meet what a developer tries out.
# In memory where there is room for it, as each copy of a database is a thousand files; else under
# /tmp. Root's server runs as a user who cannot walk through a closed home.
room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }' || true)
base=/tmp
if [ -w /dev/shm ] && [ "${room:-0}" -gt 3000000 ]; then base=/dev/shm; fi
LANDFAST_HOME=${LANDFAST_TEST_HOME:-$base/landfast-test-$(id -u)-$(pwd | cksum | cut -d' ' -f1)}
unset room base
LANDFAST_PG_FSYNC=off
LANDFAST_IDLE_MINUTES=1
LANDFAST_SECOND_FACTOR=off # tests of pages come in by a password; tests/login turns it on
export LANDFAST_HOME LANDFAST_PG_FSYNC LANDFAST_IDLE_MINUTES LANDFAST_SECOND_FACTOR
unset LANDFAST_REALMS LANDFAST_SEALING_KEYS LANDFAST_ENV LANDFAST_DEMO LANDFAST_DB_NAME LANDFAST_ROLE
# What is compiled is kept, or each worker and each command that is tried compiles all of it anew.
unset PYTHONDONTWRITEBYTECODE
unset DATABASE_URL LANDFAST_OWNER_URL LANDFAST_JOBS_URL
