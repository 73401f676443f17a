from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, organisations, units, employment."""

    name = "landfast.people"
    label = "people"
