"""`extract`: the records of one article, with no database."""

import sys
from pathlib import Path

import click

FORMATS = ("table", "json", "csv", "text")


@click.command()
@click.argument("file", default="-", metavar="[FILE or -]")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True,
              help="How to print; `text` is the cleaned text that evidence counts in.")
@click.option("--published", metavar="DATE", help="The day of publication, if the text does not say it.")
def command(file, shape, published):
    """Print the records of one article; `-` reads standard input."""
    from api.formats import extraction
    from fixtures.clean import Unreadable
    from fixtures.corpus import article
    from fixtures.details import day
    from fixtures.extract import extract

    if published and day(published) != published:
        raise click.BadParameter("must be a date such as 2016-06-28", param_hint="--published")
    name = "standard-input" if file == "-" else Path(file).stem
    try:
        read = article(_bytes(file), name, Path(file).suffix.lower(), {"published": published})
    except Unreadable as error:
        raise click.ClickException(f"{file}: {error}") from None
    if shape == "text":
        click.echo(read.text)
    else:
        extraction.show(shape, read, extract(read))


def _bytes(file):
    """What a file holds; of one that is too large, or has no end, no more than shows it."""
    from fixtures.clean import MAX_BYTES

    try:
        if file == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with open(file, "rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
