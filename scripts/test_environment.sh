# Sourced: a database of the tests' own, so that they never meet what a developer tries out.
# Under /tmp, as root's server runs as a user who cannot walk through a closed home.
LANDFAST_HOME=${LANDFAST_TEST_HOME:-/tmp/landfast-test-$(id -u)-$(pwd | cksum | cut -d' ' -f1)}
LANDFAST_PG_FSYNC=off
LANDFAST_IDLE_MINUTES=1
LANDFAST_SECOND_FACTOR=off # tests of pages come in by a password; tests/login turns it on
export LANDFAST_HOME LANDFAST_PG_FSYNC LANDFAST_IDLE_MINUTES LANDFAST_SECOND_FACTOR
unset LANDFAST_REALMS LANDFAST_SEALING_KEYS LANDFAST_ENV LANDFAST_DEMO LANDFAST_DB_NAME LANDFAST_ROLE
unset DATABASE_URL LANDFAST_OWNER_URL LANDFAST_JOBS_URL
