"""A bare Flask view that returns bytes from memory: the least that any answer of Flask costs."""

import os
from pathlib import Path

from flask import Flask, Response


def create_bare(bodies):
    """An application that answers `/v1/KIND` with the bytes `bodies[KIND]`."""
    app = Flask("bare", static_folder=None)

    @app.get("/v1/<kind>")
    def canned(kind):
        return Response(bodies[kind], mimetype="application/json")
    return app


def create_served():
    """The application for a server of its own: the bodies are the files of the folder that BODIES names."""
    return create_bare({path.name: path.read_bytes() for path in Path(os.environ["BODIES"]).iterdir()})
