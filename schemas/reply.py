"""Replies that are composed of records or say something about the program: pages, problems, the entry page."""

from functools import cache

from marshmallow import fields

from schemas import RECORDS, Issue, Quote, Rating, Statistic
from schemas.parts import ArticleReference, CouncilReference, choice, day, listed, part, string, whole
from schemas.record import Part
from schemas.summary import DIMENSIONS
from schemas.vocabulary import AREAS, SOURCES


class Links(Part):
    """Where this page is and where the next one is."""

    self = string("The address of this page.", "/v1/ratings?limit=1")
    next = string("The address of the next page, or null on the last one.", None, none=True)


class Meta(Part):
    """What a page is a part of."""

    total = whole("How many records there are on all pages.", 1)
    limit = whole("How many records a page holds at most.", 50)
    dataset = string("The data set's hash: it changes when any record does.", "5f0c3a9e")


class CouncilMeta(Meta):
    """What a page is a part of, and which councils were asked for."""

    councils = listed(part(CouncilReference, "A council."),
                      "The councils that the parameter `council` or the address was taken to mean; empty without it.")


class FacetCount(Part):
    """How many records have a value."""

    value = string("The value; null for those without one.", "good", none=True)
    count = whole("How many records have it.", 12)


def facets():
    """The counts that `facets` asks for; absent without it."""
    return fields.Dict(keys=fields.String(), values=fields.List(fields.Nested(FacetCount)), metadata={
        "description": "For each field that `facets` names, its most frequent values; absent without `facets`.",
        "example": {"grade": [{"value": "good", "count": 12}]}})


class Coverage(Part):
    """How much of a day the record covers."""

    existing = whole("How many councils existed on the day, in the regions and among the councils asked for.", 23)
    judged = whole("How many of them have a judgement on record that fits the other filters, whatever its grade.", 22)
    missing = listed(part(CouncilReference, "A council."), "Those that have none. They may have been judged: the "
                                                           "record has gaps.")
    until = day("The last day that the record knows: what was judged later is not in the answer.", "2026-06-18",
                none=True)


class SummaryMeta(CouncilMeta):
    """What a summary counts."""

    by = listed(choice(DIMENSIONS, "A field."), "What it counts by, in the order of the rows.")
    as_of = day("The day on which the ratings stood that it counts; null where it counts all.", "2015-03-31",
                none=True)
    area = listed(choice(AREAS, "An area."), "The areas that it counts; empty for all. With `as_of` "
                                             "overall-effectiveness unless another is asked for.")
    source = listed(choice(SOURCES, "A source."), "The sources that it counts; empty for all. With `as_of` official.")
    coverage = part(Coverage, "How many councils existed on the day, and which of them the counts leave out because "
                              "the record has no judgement of them; null without `as_of`.", none=True)


@cache
def page_of(record, councils, counted=False):
    """The reply that holds a page of records.

    With `councils` its meta says which councils were meant, and of what is `counted` also what that is.
    """
    noun = record.__name__
    meta = SummaryMeta if counted else CouncilMeta if councils else Meta
    return type(f"{noun}Page", (Part,), {
        "__doc__": f"A page of {record.table}.",
        "data": listed(part(record, f"A {record.noun}."), "The records of this page, in order."),
        "meta": part(meta, "What this page is a part of."),
        "facets": facets(),
        "links": part(Links, "Where this page and the next one are."),
    })


class ParameterError(Part):
    """What is wrong with one parameter."""

    place = string("Where the parameter stands.", "query", data_key="in")
    name = string("Its name.", "grade")
    detail = string("What is wrong with it, and what was probably meant.",
                    "'bad' is not a known grade; use outstanding, good, requires-improvement, adequate, inadequate.")


class Problem(Part):
    """Why a request failed (RFC 9457)."""

    type = string("The kind of problem; about:blank means that the status says it all.", "about:blank")
    title = string("The meaning of the status.", "Unprocessable Content")
    status = fields.Integer(required=True, strict=True, metadata={
        "description": "The HTTP status.", "example": 422})
    detail = string("What happened and what helps.", "The parameter grade cannot be understood.")
    instance = string("The address that was asked for.", "/v1/ratings")
    errors = fields.List(fields.Nested(ParameterError, metadata={"description": "One parameter."}), metadata={
        "description": "For bad parameters: each of them."})


class Extraction(Part):
    """The records of one article that was sent."""

    article = part(ArticleReference, "What is known of the article.")
    ratings = listed(part(Rating, "A rating."), "Its ratings.")
    statistics = listed(part(Statistic, "A statistic."), "Its statistics.")
    quotes = listed(part(Quote, "A quote."), "Its quotes.")
    issues = listed(part(Issue, "An issue."), "What could not be settled.")


class Licence(Part):
    """Terms of use."""

    name = string("What the licence is called.", "Open Government Licence v3.0")
    url = string("Where it can be read.",
                 "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
    attribution = string("What to say when the data is used.",
                         "Contains Ofsted information licensed under the Open Government Licence v3.0")


class Export(Part):
    """A file of the whole data set."""

    name = string("The file's name.", "inspection-facts.zip")
    description = string("What it holds.", "All records as CSV.")
    media_type = string("Its media type.", "application/zip")
    size = whole("Its size in bytes.", 123456)
    digest = string("Its digest, as the header Repr-Digest says it (RFC 9530).",
                    "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
    licence = part(Licence, "The terms of the official facts; what articles and those they quote say is theirs.")
    link = string("Its address.", "/v1/exports/inspection-facts.zip")


class ExportMeta(Part):
    """What the files hold, and how many there are."""

    total = whole("How many files there are.", 3)
    limit = whole("How many are given at most: all.", 3)
    dataset = string("The data set's hash: it changes when any record does.", "5f0c3a9e")


class ExportLinks(Part):
    """Where this list is."""

    self = string("The address of this list.", "/v1/exports")
    next = string("Always null: the list is whole.", None, none=True)


class ExportList(Part):
    """The files of the whole data set."""

    data = listed(part(Export, "A file."), "The files.")
    meta = part(ExportMeta, "What the files hold, and how many there are.")
    links = part(ExportLinks, "Where this list is.")


Counts = type("Counts", (Part,), {
    "__doc__": "How many records of each type there are.",
    **{record.table: whole(f"How many {record.table}.", 1) for record in RECORDS},
})

Addresses = type("Addresses", (Part,), {
    "__doc__": "Where everything is.",
    **{record.table: string(f"All {record.table}.", f"/v1/{record.table}") for record in RECORDS},
    "summary": string("How many ratings there are.", "/v1/summary"),
    "resolve": string("Which council a name means, by example.", "/v1/councils/resolve?q=birmingham"),
    "openapi": string("This API in OpenAPI.", "/openapi.yaml"),
    "docs": string("A page to read and try this API.", "/docs"),
})


class Entry(Part):
    """What there is."""

    name = string("The program's name.", "inspection-facts")
    version = string("The program's version.", "0.1.0")
    dataset = string("The data set's hash: it changes when any record does.", "5f0c3a9e")
    licence = part(Licence, "The terms of the official facts; what articles and those they quote say is theirs.")
    counts = part(Counts, "How many records there are.")
    links = part(Addresses, "Where everything is.")


class Health(Part):
    """Whether the program runs."""

    status = string("Always ok.", "ok")


class Readiness(Part):
    """Whether the program can answer, and from which data."""

    status = string("Always ready.", "ready")
    dataset = string("The hash of the data set in service.", "5f0c3a9e")
    refused = string("Why the file that stands there now is not in service, if it is not.", None, none=True)
