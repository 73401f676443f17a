from django.apps import AppConfig


class RedThreadConfig(AppConfig):
    """Explained findings over a course (værd at se på)."""

    name = "landfast.redthread"
    label = "redthread"
