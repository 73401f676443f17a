"""What a command will not do, or cannot use."""

import click


class Refused(click.ClickException):
    """Its sentences, as they are; the command ends with 2."""

    exit_code = 2
