from django.apps import AppConfig


class LoginConfig(AppConfig):
    """Logins beyond the password, and sessions."""

    name = "landfast.login"
    label = "login"
