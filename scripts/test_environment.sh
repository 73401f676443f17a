# Sourced: a database of the tests' own, so that they never meet what a developer tries out.
# Under /tmp, as root's server runs as a user who cannot walk through a closed home.
LANDFAST_HOME=${LANDFAST_TEST_HOME:-/tmp/landfast-test-$(id -u)-$(pwd | cksum | cut -d' ' -f1)}
LANDFAST_PG_FSYNC=off
LANDFAST_IDLE_MINUTES=1
export LANDFAST_HOME LANDFAST_PG_FSYNC LANDFAST_IDLE_MINUTES
unset LANDFAST_ENV LANDFAST_DEMO LANDFAST_DB_NAME LANDFAST_ROLE
unset DATABASE_URL LANDFAST_OWNER_URL LANDFAST_JOBS_URL
