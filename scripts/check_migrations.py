"""No model may have changed without its migration."""

import sys

from django.core.management import call_command

from landfast.jobs.start import django_ready

if __name__ == "__main__":
    django_ready("owner", any_tables=True)
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)
    except SystemExit as error:
        print("A model has changed without a migration.", file=sys.stderr)
        sys.exit(error.code)
