"""`serve`: serves a snapshot."""

import os

import click


@click.command()
@click.option("--database", required=True, metavar="FILE", help="The snapshot to serve.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--workers", default=lambda: os.cpu_count() or 1, show_default="the number of processors",
              type=click.IntRange(1, 256), help="How many processes answer.")
@click.option("--rate-limit", "limit", default="off", show_default=True, metavar="N/UNIT",
              callback=lambda context, option, text: _limit(text),
              help="How often one address may ask, such as 600/minute; counted over all workers.")
@click.option("--log", type=click.Choice(("requests", "clients", "off")), default="requests", show_default=True,
              help="One JSON line a request on standard output; `clients` adds the client's address.")
def command(database, host, port, workers, limit, log):
    """Serve a snapshot with gunicorn; a new one that replaces it is picked up."""
    from api.server import serve
    from api.snapshot import Unusable

    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    click.echo(f"Serving {database} at {address}/v1, to be read and tried at {address}/docs", err=True)
    try:
        serve(database, host, port, workers, limit, log)
    except Unusable as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"Cannot listen on {host}:{port}: {error.strerror}.") from None


def _limit(text):
    from api.limits import policy

    try:
        return policy(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
