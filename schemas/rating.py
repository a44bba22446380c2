"""Ratings: one council, one grade, one judgement area, as one source reports it."""

from schemas.parts import ArticleReference, CouncilReference, choice, day, evidence, part, string, whole
from schemas.record import Part, Record
from schemas.vocabulary import AREAS, CERTAINTIES, GRADES, SOURCES, STATUSES, TRUSTS


class Inspected(Part):
    """When the inspectors were there: dates, a month or a year, as far as the source says."""

    start = string("The first day, month or year.", "2014-03-10", none=True)
    end = string("The last day, month or year.", "2014-04-02", none=True)


class Document(Part):
    """The official report that a rating was read from."""

    title = string("The report's title.")
    url = string("Where the report is published, if known.", none=True)
    page = whole("The page, from 1.", 8, none=True)
    reference = string("The report's path in the public repository of reports, or its address.", none=True)
    inspection = string("The kind of inspection, as the report or its list says.", "re-inspection", none=True)
    dated_by = string("What gives the day of publication: the report, its file's name or a summary table.", "report",
                      none=True)
    notes = string("What a careful reader should know.", none=True)


class Rating(Record):
    """One council, one grade, one judgement area, as one source reports it."""

    table = "ratings"
    noun = "rating"

    id = string("The rating's id.", "003-382a58e98ad6cf3d-birmingham-inadequate-help-and-protection-current")
    council = part(CouncilReference, "The council that is rated.")
    grade = choice(GRADES, "The grade; null where an official report gives none, and on the annual scale of 2009 to "
                           "2011.", none=True)
    grade_as_printed = string("The grade's words as printed.", "inadequate", none=True)
    area = choice(AREAS, "What was judged.")
    status = choice(STATUSES, "Whether the source gives it as the present grade or as an earlier one.")
    certainty = choice(CERTAINTIES, "Whether the source states the grade or only implies it.")
    source = choice(SOURCES, "Press article or official record.")
    trust = choice(TRUSTS, "How far the record can be relied on.")
    framework = string("The id of the inspection framework, if known.", "sif-2013", none=True)
    reported = day("The day of publication.", "2016-06-28", none=True)
    inspected = part(Inspected, "When the inspectors were there, if known.", none=True)
    article = part(ArticleReference, "The article; null for official ratings.", none=True)
    document = part(Document, "The official report; null for press ratings.", none=True)
    evidence = evidence()
