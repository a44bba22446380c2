"""What the program calls itself, and under which terms it and its data may be used."""

from functools import cache
from importlib.metadata import version

NAME = "inspection-facts"
LICENCE = {"name": "MIT", "url": "https://opensource.org/license/mit"}
DATA_LICENCE = {
    "name": "Open Government Licence v3.0",
    "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "attribution": "Contains Ofsted information licensed under the Open Government Licence v3.0",
}


@cache
def program_version():
    """The version that is installed."""
    return version(NAME)
ATTRIBUTION = DATA_LICENCE["attribution"]
