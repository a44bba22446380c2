"""`serve`: serves a snapshot."""

import os

import click

from api.commands import PREFIX, database_option, setting
from api.middleware.lines import CHOICES


@click.command()
@database_option("The snapshot to serve.")
@setting("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@setting("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@setting("--workers", default=lambda: os.cpu_count() or 1, show_default="the number of processors",
         type=click.IntRange(1, 256), help="How many processes answer.")
@setting("--rate-limit", default="off", show_default=True, metavar="N/UNIT",
         callback=lambda context, option, text: _limit(text),
         help="How often one address may ask, such as 600/minute; counted over all workers.")
@setting("--log", type=click.Choice(CHOICES), default="requests", show_default=True,
         help="One JSON line a request on standard output; `clients` adds the client's address.")
@setting("--stop-within", default=30, show_default=True, metavar="SECONDS", type=click.IntRange(1, 3600),
         help="How long requests in flight may take when the server is told to stop.")
def command(database, host, port, workers, rate_limit, log, stop_within):
    """Serve a snapshot with gunicorn; a new one that replaces it is picked up."""
    from api.serving.server import check, serve
    from api.snapshot import Unusable

    _refuse_unknown(os.environ)
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    try:
        check(database, host, port)
    except Unusable as error:
        raise click.ClickException(f"{database}: {error}") from None
    except OSError as error:
        raise click.ClickException(f"Cannot listen on {host}:{port}: {error.strerror}.") from None
    click.echo(f"Serving {database} at {address}/v1, to be read and tried at {address}/docs", err=True)
    serve(database, host, port, workers, rate_limit, log, stop_within)


def _limit(text):
    from api.middleware.limits import policy

    try:
        return policy(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _refuse_unknown(environment):
    """Refuse a setting of the environment that has a wrong name: it would be silently without effect."""
    from schemas.suggestion import meant

    known = [option.envvar for option in command.params]
    for name in environment:
        if name.startswith(PREFIX) and name not in known:
            near = meant(name, known)
            said = f"did you mean {near}?" if near else f"there are {', '.join(known)}."
            raise click.UsageError(f"There is no setting {name}; {said}")
