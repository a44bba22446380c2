"""Questions of a day are refused by name where they are wrong, and looked up where they are right."""

import pytest

from api.parameters import Asked, Form
from api.queries import phases
from api.snapshot import Source
from api.sources import narrowed
from schemas.inquiry import SummaryQuery, TimelineQuery
from schemas.query import CouncilQuery, RatingQuery
from tests.api.test_bad_input import refused
from tests.api.test_query_plan import plan

CASES = [
    (RatingQuery, {"as_of": "2015-03-31"}, {}), (RatingQuery, {"as_of": "2015-03-31"}, {"council": ("leeds",)}),
    (CouncilQuery, {"as_of": "2015-03-31"}, {}), (TimelineQuery, {}, {"council": ("leeds",)}),
    (TimelineQuery, {}, {"council": ("leeds",), "from": "2015-01-01"}),
    (SummaryQuery, {"as_of": "2015-03-31", "by": ("grade", "region")}, {"area": ("leadership",)}),
    (SummaryQuery, {"by": ("grade",)}, {}), (SummaryQuery, {"by": ("type",)}, {"source": ("press",)}),
]
SMALL = ("SCAN c ", "SCAN c", "SCAN (subquery", "SCAN t")


@pytest.mark.parametrize("path, query, name, said", [
    ("/v1/ratings", "as_of=2015-13-01", "as_of", "write one as 2015-03-31"),
    ("/v1/ratings", "as_of=", "as_of", "empty"),
    ("/v1/ratings", "asof=2015-03-31", "asof", "did you mean as_of?"),
    ("/v1/councils", "as_of=today", "as_of", "write one as"),
    ("/v1/quotes", "as_of=2015-03-31", "as_of", "no such parameter"),
    ("/v1/ratings", "lineage=yes", "lineage", "neither true nor false"),
    ("/v1/councils/leeds/timeline", "linage=true", "linage", "did you mean lineage?"),
    ("/v1/councils/leeds/timeline", "council=leeds", "council", "no such parameter"),
    ("/v1/councils/leeds/timeline", "from=2016-01-02&to=2016-01-01", "from", "after"),
    ("/v1/summary", "by=colour", "by", "grade, region, framework, type"),
    ("/v1/summary", "by=grade,", "by", "empty"),
    ("/v1/summary", "by=regoin", "by", "did you mean 'region'?"),
    ("/v1/summary", "sort=grade", "sort", "count"),
    ("/v1/summary", "facets=grade", "facets", "no such parameter"),
    ("/v1/checks", "verdict=agree", "verdict", "did you mean 'agrees'?"),
    ("/v1/checks", "kind=figure", "kind", "statistic"),
    ("/v1/councils/resolve", "on=2014-06-01", "q", "missing"),
    ("/v1/councils/resolve", "q=Leeds&on=2014", "on", "write one as"),
    ("/v1/councils/resolve", "q=a&q=b", "q", "more than once"),
    ("/v1/councils/resolve", "q=%00", "q", "control"),
    ("/v1/councils/resolve", "q=" + "x" * 10_000, "q", "10000 characters long"),
])
def test_a_parameter_is_refused_by_name_with_what_was_meant(api, path, query, name, said):
    assert said in refused(api, query, [name], path)


@pytest.mark.parametrize("path", ["/v1/councils/Atlantis/timeline", "/v1/checks/nothing", "/v1/summary/x",
                                  "/v1/councils/resolve/x", "/v1/councils/leeds/timeline.bib", "/v1/summary.bib"])
def test_what_is_not_there_is_404(api, path):
    assert api.get(path).status_code == 404


@pytest.mark.parametrize("first, other", [
    ("/v1/ratings?as_of=2015-03-31&limit=1", "as_of=2015-03-30"), ("/v1/ratings?limit=1", "as_of=2015-03-31"),
    ("/v1/summary?by=grade&limit=1", "by=region"), ("/v1/summary?by=grade,type&limit=1", "by=type,grade"),
])
def test_a_cursor_goes_on_with_its_own_question_only(api, first, other):
    cursor = api.json(first)["links"]["next"].split("cursor=")[1]
    refused(api, f"{other}&cursor={cursor}", ["cursor"], first.split("?")[0])


@pytest.mark.parametrize("sort", ["id", "-id"])
@pytest.mark.parametrize("query, told, filters", CASES, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_asked_is_looked_up(database, query, told, filters, sort):
    """No table is read whole but those of councils and counts, which are small whatever is loaded."""
    snapshot = Source(database).current()
    asked = Asked(snapshot, query.record, Form(query).fields, dict(filters), dict(told), sort=sort)
    source, where, values = narrowed(asked)
    count = f"SELECT count(*) FROM {source}" + (f" WHERE {' AND '.join(where)}" if where else "")
    for sql, given in [(count, values), *((sql, (*given, 10)) for sql, given in phases(asked))]:
        steps = [step for step in plan(snapshot, sql, given) if step.startswith("SCAN")]
        assert not [step for step in steps if "INDEX" not in step and step not in SMALL], steps
