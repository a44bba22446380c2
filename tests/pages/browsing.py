"""The site as tests see it: where its pages are, and the server and browser that they are opened with."""

import importlib.util
import shutil
import sys
from pathlib import Path

import requests

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# No other host has an address, so that nothing but the server can be reached.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


def module(name, path):
    """A module of another folder of tests."""
    found = importlib.util.spec_from_file_location(name, path)
    made = importlib.util.module_from_spec(found)
    sys.modules[name] = made
    found.loader.exec_module(made)
    return made


invented = module("invented", ROOT / "tests" / "api" / "invented.py")
serving = module("serving", ROOT / "tests" / "api" / "conftest.py")


class Site:
    """Where the server is, and one of each kind of page."""

    def __init__(self, address):
        self.address = address
        self.session = requests.Session()
        self.pages = {
            "front": "/", "council": "/councils/birmingham", "abolished": "/councils/northamptonshire",
            "reorganised": "/councils/buckinghamshire", "article": self.first("articles"),
            "speaker": self.first("speakers", sort="-quotes"), "quote": self.first("quotes", kind="direct"),
            "rating": self.first("ratings", source="press"), "judgement": self.first("ratings", source="official"),
            "statistic": self.first("statistics"), "ratings": "/ratings?sort=-reported&grade=inadequate&region=London",
            "quotes": "/quotes?sort=-published", "statistics": "/statistics", "councils": "/councils?sort=name",
            "articles": "/articles", "people": "/speakers", "checks": "/checks", "check": self.first("checks"),
            "search": "/search?q=birmingham", "nothing": "/search?q=zzzz", "failure": "/ratings?grade=bad",
        }

    def first(self, table, **query):
        """The page of the first record of a table."""
        found = self.session.get(f"{self.address}/v1/{table}", params={"limit": 1} | query).json()["data"]
        return f"/{table}/{found[0]['id']}"

    def get(self, path, accept="text/html,*/*;q=0.8", **headers):
        """A reply as a browser gets it, its redirects not followed."""
        headers = {"Accept": accept} | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.session.get(self.address + path, headers=headers, allow_redirects=False, timeout=20)
