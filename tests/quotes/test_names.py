"""Names are read whole whatever else their words mean: a surname may be a post or a building, a forename a month."""

import pytest

from fixtures.corpus import article
from fixtures.extract import extract

SURNAMES = ["Bishop", "Carpenter", "Constable", "Cook", "Fisher", "Foster", "Green", "Hall", "Hill", "King", "Knight", "London", "Major", "Marsh", "Mason", "Park", "Porter", "Reading", "Rivers", "Sergeant", "Stone", "Walker", "Young", "O'Neill", "McDonald", "Smith-Jones"]
FORENAMES = ["April", "Bill", "Dawn", "Faith", "Florence", "Frank", "Grace", "Grant", "Hope", "Jordan", "June", "Lincoln", "Mark", "May", "Pat", "Rob", "Rose", "Sandy", "Sue", "Will"]
NAMES = [f"Ann {name}" for name in SURNAMES] + [f"{name} Cooper" for name in FORENAMES]
SAID, TOLD = "“That is plenty of time for anybody to act,”", "“That is plenty of time for anybody to act.”"
TAGS = {
    "role": f"{SAID} said children’s minister {{}}.",
    "apposed": f"{{}}, chief executive of the Family Trust, said: {TOLD}",
    "age": f"Foster carer {{}}, 54, from Paignton, said: {TOLD}",
    "honorific": f"The council’s leader, Cllr {{}}, said: {TOLD}",
}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_whole(name, tag):
    text = f"Services in Bolton are inadequate.\n\n{TAGS[tag].format(name)}\n"
    quotes = [quote for quote in extract(article(text.encode(), "one")).quotes if quote["kind"] != "indirect"]
    assert [quote["speaker"]["name"] for quote in quotes if quote["speaker"]] == [name]
    assert quotes[0]["role"]


@pytest.mark.parametrize("place", ["Florence Hall", "Victoria Park", "Chelsea Green", "Charlotte Street", "June House"])
def test_a_building_or_a_park_is_nobody(place):
    text = f"Services in Bolton are inadequate.\n\nThe meeting was at {place} in Bolton. {SAID} one mother said.\n"
    assert [quote["speaker"] for quote in extract(article(text.encode(), "one")).quotes] == [None]
