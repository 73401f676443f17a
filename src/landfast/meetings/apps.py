from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings."""

    name = "landfast.meetings"
    label = "meetings"
