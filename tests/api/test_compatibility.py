"""A change that would break a client of the committed contract fails until the version says so."""

import copy
import os
import subprocess

import pytest
import yaml

from tests.api.compatible import breaks
from tests.serving import ROOT

SPEC = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))


def committed():
    """The contract of the last commit, or of the one that CONTRACT_BASE names; None where there is no history."""
    base = os.environ.get("CONTRACT_BASE", "HEAD")
    shown = subprocess.run(["git", "-C", ROOT, "show", f"{base}:openapi.yaml"], capture_output=True)
    return yaml.safe_load(shown.stdout) if shown.returncode == 0 else None


def allows(old, new):
    """Whether the version says that clients may break: a new major number, or a new minor one while that is 0."""
    before, after = ([int(part) for part in each["info"]["version"].split(".")[:2]] for each in (old, new))
    return after > before if before[0] == 0 else after[0] > before[0]


def test_the_contract_breaks_no_client_of_the_committed_one():
    old = committed()
    if old is None:
        pytest.skip("there is no git history to compare with")
    found = list(breaks(old, SPEC))
    assert not found or allows(old, SPEC), "\n".join(found)


def without(document, *place):
    """The document without what stands at a place."""
    *way, last = place
    for part in way:
        document = document[part]
    del document[last]


RATINGS = ("paths", "/v1/ratings", "get")
BREAKING = {
    "is gone": lambda d: without(d, "paths", "/v1/quotes/{id}"),
    "the parameter": lambda d: d["paths"]["/v1/ratings"]["get"]["parameters"].pop(0),
    "takes less": lambda d: next(each for each in d["paths"]["/v1/ratings"]["get"]["parameters"]
                                 if each["name"] == "limit")["schema"].update(maximum=100),
    "is needed": lambda d: next(each for each in d["paths"]["/v1/ratings"]["get"]["parameters"]
                                if each["name"] == "grade").update(required=True),
    ".grade_as_printed is gone": lambda d: without(d, "components", "schemas", "Rating", "properties",
                                                   "grade_as_printed"),
    ".area may be missing": lambda d: d["components"]["schemas"]["Rating"]["required"].remove("area"),
    "no longer ['integer']": lambda d: d["components"]["schemas"]["Meta"]["properties"]["total"].update(type="string"),
    "no longer ['string']": lambda d: d["components"]["schemas"]["Quote"]["properties"]["text"].update(
        type=["string", "null"]),
    "no longer listRatings": lambda d: d["paths"]["/v1/ratings"]["get"].update(operationId="allRatings"),
    "is no text/csv": lambda d: without(d, *RATINGS, "responses", "200", "content", "text/csv"),
    "answers no 410": lambda d: without(d, *RATINGS, "responses", "410"),
    "takes no text/html": lambda d: without(d, "paths", "/v1/extractions", "post", "requestBody", "content",
                                            "text/html"),
}


@pytest.mark.parametrize("said", BREAKING)
def test_what_breaks_a_client_is_seen(said):
    changed = copy.deepcopy(SPEC)
    BREAKING[said](changed)
    found = list(breaks(SPEC, changed))
    assert found and any(said in each for each in found), found


def test_what_only_adds_is_allowed():
    assert not list(breaks(SPEC, SPEC))
    smaller = copy.deepcopy(SPEC)
    for said in ("is gone", "the parameter", ".grade_as_printed is gone", "is no text/csv"):
        BREAKING[said](smaller)
    assert not list(breaks(smaller, SPEC))


@pytest.mark.parametrize("before, after, allowed", [
    ("0.1.0", "0.1.1", False), ("0.1.0", "0.2.0", True), ("0.9.0", "1.0.0", True), ("1.0.0", "1.9.0", False),
    ("1.2.0", "2.0.0", True), ("0.1.0", "0.1.0", False),
])
def test_the_version_may_say_so(before, after, allowed):
    assert allows({"info": {"version": before}}, {"info": {"version": after}}) is allowed
