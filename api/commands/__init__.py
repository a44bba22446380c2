"""The commands, one file for each: `api/commands/<name>.py` holds a click command called `command`.

A file is imported when its command is called, and imports what it needs inside it: serving never loads the loader.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from api.program import NAME, program_version


PREFIX = "INSPECTION_FACTS_"


def setting(name, **more):
    """An option that may be given in the environment too."""
    return click.option(name, envvar=PREFIX + name.strip("-").replace("-", "_").upper(), show_envvar=True, **more)


def database_option(what):
    """The option that names a snapshot."""
    return setting("--database", required=True, metavar="FILE", help=what)


class Commands(click.Group):
    """The commands by the names of their files."""

    def list_commands(self, context):
        """The names, in order."""
        return sorted(module.name for module in iter_modules(__path__))

    def get_command(self, context, name):
        """The command of that name, or None."""
        return import_module(f"api.commands.{name}").command if name in self.list_commands(context) else None

    def invoke(self, context):
        """Run the command; wrong usage is one line, for it may end up in the journal of a service.

        So is what cannot be printed, which Python would otherwise find out when the command is over.
        """
        try:
            done = super().invoke(context)
            sys.stdout.flush()
            return done
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise WrongUsage(error) from None
        except BrokenPipeError:
            raise
        except (OSError, UnicodeEncodeError) as error:
            raise click.ClickException(_unwritten(error)) from None


def _unwritten(error):
    if isinstance(error, UnicodeEncodeError):
        return f"the output cannot be written: {error.encoding} has no sign for some of it; set PYTHONIOENCODING=utf-8"
    return f"{error.filename or 'the output cannot be written'}: {error.strerror}"


class WrongUsage(click.ClickException):
    """Wrong usage, told with the command that explains the right one."""

    exit_code = 2

    def __init__(self, error):
        path = error.ctx.command_path if error.ctx else NAME
        said = error.format_message().rstrip()
        super().__init__(f"{said if said[-1:] in '.?)' else f'{said}.'} Try '{path} --help'.")


@click.group(cls=Commands, name=NAME)
@click.version_option(program_version(), prog_name=NAME)
def main():
    """Facts from news about Ofsted inspections of English councils' children's services, with their evidence."""
