"""Every name and code of a council leads to it on a day when it existed, and the resolver says why."""

import pytest

from api.resolver import Resolver
from fixtures.tables import councils

RESOLVER = Resolver(councils())


def day(council):
    """A day when a council existed."""
    return council["valid_to"] or council["valid_from"] or "2026-01-01"


@pytest.mark.parametrize("council", councils(), ids=lambda council: council["id"])
def test_every_code_and_name_resolves(council):
    """Each slug, code, name and alias of a council is it, on a day when it existed."""
    codes = (council["gss_code"], council["dfe_code"], council["ofsted_urn"], *council["former_gss_codes"])
    for called in (council["id"], council["name"], council["official_name"], *council["aliases"], *filter(None, codes)):
        found = RESOLVER.resolve(called, day(council))
        assert found["match"] and found["match"]["id"] == council["id"], found["reason"]
        assert RESOLVER.resolve(called.upper(), day(council))["match"] == found["match"]


@pytest.mark.parametrize("query,on,match", [
    ("Bucks County Council", "2014-06-01", "buckinghamshire-county-council"),
    ("bucks", "2021-06-01", "buckinghamshire"),
    ("Bucks", None, "buckinghamshire"),
    ("80442", "2019-01-01", "buckinghamshire-county-council"),
    ("somerset", "2014-06-01", "somerset-county-council"),
    ("somerset", None, "somerset"),
    ("E08000016", None, "barnsley"),
    ("the City of York", None, "york"),
    ("Hull CC", None, "kingston-upon-hull"),
    ("Durham  County   Council", "2008-05-05", "durham-county-council"),
])
def test_one_council(query, on, match):
    """A name or code that means one council is matched."""
    assert RESOLVER.resolve(query, on)["match"]["id"] == match


@pytest.mark.parametrize("query,on,candidates,reason", [
    ("Bournemouth", "2022-01-01", ["bournemouth", "bournemouth-christchurch-and-poole"], "its last day was 2019-03-31"),
    ("E06000058", "2010-01-01", ["bournemouth-christchurch-and-poole", "bournemouth", "poole"],
     "its first day was 2019-04-01"),
    ("Cheshire", "2015-01-01", ["cheshire", "cheshire-east", "cheshire-west-and-chester"], "its area went to"),
    ("Birmingam", None, ["birmingham"], "No council is known as"),
    ("Leicester County Council", None, ["leicester", "leicestershire"], "No council is known as"),
    ("Atlantis", None, [], "No council is known as"),
    ("x" * 10000, None, [], "No council is known as"),
])
def test_no_council_but_a_reason(query, on, candidates, reason):
    """What means no council, or none on that day, gets candidates and a reason."""
    found = RESOLVER.resolve(query, on)
    assert found["match"] is None and reason in found["reason"]
    assert [one["id"] for one in found["candidates"]][:3] == candidates[:3]


def test_no_day_is_vouched_for_that_is_not_on_record():
    """Of a council whose first day is unknown nobody says that it existed long ago."""
    unknown = next(each for each in councils() if not each["valid_from"] and not each["valid_to"])
    known = next(each for each in councils() if each["valid_from"] and not each["valid_to"])
    assert "first day is not on record" in RESOLVER.resolve(unknown["id"], "1800-01-01")["reason"]
    assert "which existed on 2024-01-01" in RESOLVER.resolve(known["id"], "2024-01-01")["reason"]
