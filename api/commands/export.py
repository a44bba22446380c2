"""`export`: the whole data set as files."""

from pathlib import Path

import click

from api.commands import database_option


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@database_option("The snapshot to export.")
def command(folder, database):
    """Write the data set to DIR: CSV with a Frictionless datapackage.json, both zipped too, NDJSON, and SQLite."""
    from api.background.exporter import PACKAGE, export
    from api.snapshot import Snapshot, Unusable

    _refuse_other_files(Path(folder), PACKAGE)
    try:
        Snapshot(database)
        dataset, names = export(database, folder)
    except Unusable as error:
        raise click.ClickException(f"{database}: {error}") from None
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror or error}") from None
    for name in names:
        click.echo(f"{folder}/{name}")
    click.echo(f"Data set {dataset[:12]}")


def _refuse_other_files(folder, package):
    """Refuse a folder that holds anything but an earlier export: a corpus has an articles.csv too."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / package).is_file():
        raise click.ClickException(f"{folder} holds other files; name an empty folder or one of an earlier export.")
