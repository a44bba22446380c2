"""A bare Flask view that returns bytes from memory: the least that any answer of Flask costs."""

from flask import Flask, Response


def create_bare(body):
    """An application that answers every address with `body`."""
    app = Flask("bare", static_folder=None)

    @app.get("/<path:address>")
    def canned(address):
        return Response(body, mimetype="application/json")
    return app
