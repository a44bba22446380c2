"""The press held against the record, over HTTP: the five articles, and the original articles where they are at hand."""

from urllib.parse import urlencode

import pytest

from fixtures.corpus import SHIPPED
from fixtures.load import load
from tests.compared import FOLDER, needs_originals
from tests.serving import Client

SEVEN = ("birmingham", "buckinghamshire-county-council", "coventry", "knowsley", "manchester", "rotherham", "slough")
RATINGS = [
    *(("002", council, "current", "agrees") for council in (*SEVEN, "essex", "cambridgeshire")),
    ("002", "cambridgeshire", "previous", "agrees"), ("002", "essex", "previous", "differs"),
    ("003", "sunderland", "current", "agrees"), ("000", "solihull", "current", "agrees"),
    ("001", "birmingham", "current", "agrees"),
    *(("004", council, "current", "agrees") for council in ("birmingham", "calderdale", "doncaster")),
    *(("004", council, "current", "not-covered") for council in ("cumbria", "northamptonshire")),
]


@pytest.fixture(scope="module", params=["digests", pytest.param("originals", marks=needs_originals)])
def api(request, run_server, spec, tmp_path_factory):
    """A client of a server of the five articles, as digests and as originals, with the record."""
    database = tmp_path_factory.mktemp("checks") / "facts.sqlite"
    load((SHIPPED if request.param == "digests" else FOLDER,), database)
    with run_server(database) as address:
        yield Client(address, spec)


def asked(api, **query):
    """The checks that a question gives."""
    return api.json(f"/v1/checks?{urlencode({'limit': 500} | query)}")["data"]


@pytest.mark.parametrize("article, council, status, verdict", RATINGS)
def test_ratings_of_the_five_articles(api, article, council, status, verdict):
    found = [one for one in asked(api, council=council, kind="rating")
             if one["article"]["id"].startswith(article) and one["claim"]["status"] == status]
    assert [one["verdict"] for one in found] == [verdict]
    assert api.json(f"/v1/checks/{found[0]['id']}") == found[0] and found[0]["explanation"].endswith(".")
    claim = api.json(f"/v1/ratings/{found[0]['claim']['id']}")
    assert claim["council"]["id"] == council and claim["source"] == "press"


def test_no_other_rating_is_checked(api):
    assert len(asked(api, kind="rating")) == len(RATINGS) == api.json("/v1/ratings?source=press")["meta"]["total"]


def test_what_differs_is_essex_alone_and_shows_its_working(api):
    """Safeguarding was adequate in the inspection just before, and inadequate only in the one before that."""
    (found,) = asked(api, verdict="differs")
    assert (found["claim"]["council"]["id"], found["claim"]["status"]) == ("essex", "previous")
    assert "just before gave Essex adequate for safeguarding (inspected October 2011)" in found["explanation"]
    assert "the one before that gave inadequate (inspected August 2010)" in found["explanation"]
    looked_at = [api.json(f"/v1/ratings/{step['rating']}") for step in found["working"] if step["rating"]]
    assert [(one["grade"], one["inspected"]["end"][:7]) for one in looked_at[1:]] == [
        ("adequate", "2011-10"), ("inadequate", "2010-08")]


def test_gaps_are_named(api):
    for council in ("cumbria", "northamptonshire"):
        (found,) = asked(api, council=council, kind="rating")
        assert "no inspection report of" in found["explanation"]


@pytest.mark.parametrize("count, grade, held", [(17, "inadequate", 15), (29, "adequate", 29), (4, "good", 4)])
def test_figures_of_fifty_are_not_covered_by_two(api, count, grade, held):
    """17, 29 and 4 of 50 are 15, 29 and 4 of the 48 on record."""
    figures = {one["id"] for one in api.json(f"/v1/statistics?article={article(api, '004')}&grade={grade}")["data"]
               if one["count"] == count}
    (found,) = [one for one in asked(api, kind="statistic", article=article(api, "004"))
                if one["claim"]["id"] in figures]
    assert found["verdict"] == "not-covered" and f"{held} of the 48 on record" in found["explanation"]
    assert "of the 50 councils" in found["explanation"] and "those two councils" in found["explanation"]


@pytest.mark.parametrize("prefix, total", [("002", "the 43"), ("004", "the 50")])
def test_the_parts_add_up(api, prefix, total):
    """7 + 26 + 10 = 43 and 17 + 0 + 4 + 29 = 50, and the shares fit."""
    found = asked(api, kind="arithmetic", article=article(api, prefix))
    assert {one["verdict"] for one in found} == {"agrees"}
    assert any(total in one["explanation"] and "add up" in one["explanation"] for one in found)
    sums = {"002": ("7", "26", "10", "43"), "004": ("17", "0", "4", "29", "50")}[prefix]
    steps = [step["text"] for one in found for step in one["working"] if step["kind"] == "sum"]
    assert any(all(number in text for number in sums) for text in steps)


def test_filters_divide_the_checks(api):
    every = {one["id"] for one in asked(api)}
    for name, words in (("verdict", ("agrees", "differs", "not-covered")),
                        ("kind", ("rating", "statistic", "arithmetic"))):
        parts = [{one["id"] for one in asked(api, **{name: word})} for word in words]
        assert set().union(*parts) == every and sum(map(len, parts)) == len(every)
    assert api.json("/v1")["counts"]["checks"] == len(every)
    assert {one["article"]["id"] for one in asked(api, article=article(api, "003"))} == {article(api, "003")}


def test_every_figure_is_checked(api):
    figures = {one["id"] for one in api.json("/v1/statistics?limit=500")["data"]}
    assert {one["claim"]["id"] for one in asked(api, kind="statistic")} == figures


def article(api, prefix):
    """The id of the article whose id begins so."""
    return next(one["id"] for one in api.json("/v1/articles")["data"] if one["id"].startswith(prefix))
