"""The commands, one file for each: `api/commands/<name>.py` holds a click command called `command`.

A file is imported when its command is called, and imports what it needs inside it: serving never loads the loader.
"""

from importlib import import_module
from pkgutil import iter_modules

import click

from api.program import NAME, program_version


class Commands(click.Group):
    """The commands by the names of their files."""

    def list_commands(self, context):
        """The names, in order."""
        return sorted(module.name for module in iter_modules(__path__))

    def get_command(self, context, name):
        """The command of that name, or None."""
        return import_module(f"api.commands.{name}").command if name in self.list_commands(context) else None


@click.group(cls=Commands, name=NAME)
@click.version_option(program_version(), prog_name=NAME)
def main():
    """Facts from news about Ofsted inspections of English councils' children's services, with their evidence."""
