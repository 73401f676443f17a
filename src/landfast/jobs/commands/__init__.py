"""The commands of `landfast`: a module each, with the click command as `command`.

A module is imported when its command is called (or listed), so keep its top free of
Django: a command that needs Django calls `landfast.jobs.start.django_ready` first.
"""
