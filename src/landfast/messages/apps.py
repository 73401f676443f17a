from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Notices outside Landfast: channels, deliveries, and what did not arrive."""

    name = "landfast.messages"
    label = "notices"  # Django's own "messages" are the words of thanks on a page
