from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """People around the citizen."""

    name = "landfast.network"
    label = "network"
