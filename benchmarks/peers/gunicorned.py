"""Serves the bare Flask view as the program serves itself: `python -m benchmarks.peers.gunicorned PORT WORKERS`.

With `plain` behind these its worker is gunicorn's own, as any Flask program has it, with as many threads.
"""

import sys

from gunicorn.app.base import BaseApplication

from api.serving.server import SETTINGS
from benchmarks.peers.bare import create_served


class Bare(BaseApplication):
    """gunicorn with the program's settings."""

    def load_config(self):
        """Take the program's settings, and the port and workers that were given."""
        given = {"bind": f"127.0.0.1:{sys.argv[1]}", "workers": int(sys.argv[2])}
        settings = {name: SETTINGS[name] for name in ("threads", "reuse_port", "keepalive")}
        for name, value in ((SETTINGS, settings)["plain" in sys.argv] | given).items():
            self.cfg.set(name, value)

    def load(self):
        """The bare application."""
        return create_served()


if __name__ == "__main__":
    Bare().run()
