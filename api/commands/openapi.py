"""`openapi`: prints the contract."""

import click


@click.command()
def command():
    """Print the OpenAPI document."""
    from api.app import create_app
    from api.openapi import text

    click.echo(text(create_app("none")), nl=False)
