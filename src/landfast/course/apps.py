from django.apps import AppConfig


class CourseConfig(AppConfig):
    """Citizen, referral, course."""

    name = "landfast.course"
    label = "course"
