"""`verify`: proves a snapshot's evidence against the articles."""

import click

from api.commands import database_option


@click.command()
@click.argument("corpora", nargs=-1, required=True, metavar="CORPUS ...", type=click.Path())
@database_option("The snapshot to prove.")
def command(corpora, database):
    """Prove each record's evidence against the articles; exit status 1 and a list where it fails."""
    from api.snapshot import Snapshot, Unusable
    from fixtures.corpus import BadCorpus
    from fixtures.verify import verify

    try:
        Snapshot(database)
        proved, failures = verify(database, corpora)
    except Unusable as error:
        raise click.ClickException(f"{database}: {error}") from None
    except BadCorpus as error:
        raise click.ClickException(str(error)) from None
    for failure in failures:
        click.echo(failure)
    if failures:
        raise click.ClickException(f"{len(failures)} to mend, {proved} pieces of evidence hold.")
    click.echo(f"All {proved} pieces of evidence hold.")
