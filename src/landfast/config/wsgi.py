"""The WSGI entry: the database is up and the role is weak before the first request."""

import os

from django.core.wsgi import get_wsgi_application

from landfast.kernel import postgres

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landfast.config.settings")
postgres.ensure_running()
django = get_wsgi_application()

from landfast.access.start import refuse_strong_role  # noqa: E402 - needs Django to be set up
from landfast.web.running_past import LetRunPast  # noqa: E402

refuse_strong_role()
application = LetRunPast(django)
