"""`export`: the whole data set as files."""

import click

from api.commands import database_option


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@database_option("The snapshot to export.")
def command(folder, database):
    """Write the data set to DIR: CSV with a Frictionless datapackage.json, both zipped too, NDJSON, and SQLite."""
    from api.exporter import export
    from api.snapshot import Snapshot, Unusable

    try:
        Snapshot(database)
        dataset, names = export(database, folder)
    except Unusable as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror or error}") from None
    for name in names:
        click.echo(f"{folder}/{name}")
    click.echo(f"Data set {dataset[:12]}")
