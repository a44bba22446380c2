"""The site as tests see it: where its pages are, and how a browser asks for them."""

import requests


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
            "search": "/search?q=birmingham", "nothing": "/search?q=zzzz", "verify": "/verify", "failure": "/ratings?grade=bad",
        }

    def first(self, table, **query):
        """The page of the first record of a table."""
        found = self.session.get(f"{self.address}/v1/{table}", params={"limit": 1} | query).json()["data"]
        return f"/{table}/{found[0]['id']}"

    def get(self, path, accept="text/html,*/*;q=0.8", **headers):
        """A reply as a browser gets it, its redirects not followed."""
        headers = {"Accept": accept} | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.session.get(self.address + path, headers=headers, allow_redirects=False, timeout=20)
