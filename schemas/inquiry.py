"""What can be asked that is no collection of records: summaries, timelines, and which council a name means."""

from schemas import Council
from schemas.parameter import Councils, Date, Day, Several, Sort, Text
from schemas.query import PageQuery, Query, RatingQuery, as_of, lineage
from schemas.summary import DIMENSIONS, Summary
from schemas.timeline import TimelineEntry


class SummaryQuery(RatingQuery):
    """What summaries can be asked."""

    record = Summary
    implied = {"as_of": {"area": ("overall-effectiveness",), "source": ("official",)}}

    by = Several(DIMENSIONS, f"What to count by: any of {', '.join(DIMENSIONS)}; several make a table. `grade` if it "
                             "is left out.", "grade")
    sort = Sort(count="count")


class TimelineQuery(PageQuery):
    """What a timeline can be asked."""

    record = TimelineEntry

    council = Councils("The council.", "council_id", "timeline_councils", "entry_id")
    lineage = lineage()
    since = Day(">=", "The first day; a month or a year matches if any of its days does.", "ends", data_key="from",
                example="2013-01-01")
    until = Day("<=", "The last day; a month or a year matches if any of its days does.", "starts", data_key="to",
                example="2016-12-31")
    sort = Sort(date="date")


class CouncilDayQuery(Query):
    """What one council can be asked."""

    record = Council

    as_of = as_of("A day: `latest` is then the official overall judgement that stood on it.")


class ResolutionQuery(Query):
    """What the resolver is asked."""

    q = Text(required=True, metadata={"description": "A council's name, former name, slug, GSS code, DfE code or "
                                      "Ofsted URN.", "example": "Birmingham Council"})
    on = Date(metadata={"description": "The day on which it is meant; without it the present council, or the last.",
                        "format": "date", "example": "2014-06-01"})
