"""A name is found as it is typed."""

import pytest


@pytest.mark.parametrize(("typed", "council"), [
    ("buck", "buckinghamshire"), ("north north", "north-northamptonshire"), ("E060000", "medway"), ("birmingham", "birmingham"),
])
def test_a_council_is_found_by_the_beginning_of_its_name_or_code(api, typed, council):
    found = api.json(f"/v1/councils?q={typed}&limit=200")
    assert council in {one["id"] for one in found["data"]}


def test_a_beginning_in_quotation_marks_is_a_whole_phrase(api):
    assert api.json('/v1/councils?q="buck"')["data"] == []
