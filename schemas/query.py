"""What each collection can be asked: its filters and orders."""

from marshmallow import RAISE, Schema

from schemas import Article, Check, Council, Framework, Issue, Organisation, Quote, Rating, Speaker, Statistic
from schemas.check import CLAIM_KINDS, VERDICTS
from schemas.parameter import (
    Choice, Councils, Cursor, Date, Day, FileName, Flag, Known, Lifetime, Limit, Names, Slugs, Sort, Text,
    TypedName, WebAddress, Word, Words,
)
from schemas.vocabulary import (
    ANNUAL_WORDS, AREAS, CERTAINTIES, COUNCIL_STATUSES, COUNCIL_TYPES, GRADES, QUALIFIERS, QUOTE_KINDS, REGIONS,
    RENDITIONS, SOURCES, STATUSES, TRUSTS,
)


class Query(Schema):
    """What an address takes: any other parameter is refused. `record` is the type it asks for, None for none."""

    class Meta:
        unknown = RAISE

    record = None


class PageQuery(Query):
    """What every collection takes.

    `searched` names the columns and lists whose words `q` looks at. `implied` are the filters that a parameter sets
    unless they are given. With `carries`, a council also means those that legally are it under an older code.
    """

    searched = ()
    implied = {}
    carries = False

    limit = Limit()
    cursor = Cursor()
    sort = Sort()


def asked_words(what):
    """The parameter `q`."""
    return Words(f'Words that {what} must hold: all of them, "in quotation marks" as a phrase, with * as a beginning.',
                 on=None, example="children's services")


def typed_name(what):
    """The parameter `q` of a collection of names."""
    return TypedName(f'Words that {what} must hold: all of them, the last perhaps only a beginning, "in quotation '
                     'marks" as a phrase.', on=None, example="bucking")


def councils(on, table=None, key=None):
    """The parameter `council`."""
    return Councils("Councils, by slug, GSS code, DfE code, Ofsted URN or any of their names; several are separated by "
                    "commas. A name that two councils had in turn means both: `meta.councils` says which were meant.",
                    on, table, key, example="birmingham")


def grades(on, table=None, key=None, others=()):
    """The parameter `grade`."""
    return Choice((*GRADES, *others), "The grade.", on, table=table, key=key)


def framework():
    """The parameter `framework`."""
    return Known("Ids of inspection frameworks; several are separated by commas.", "framework", "frameworks",
                 example="sif-2013")


def article(on="article_id", **more):
    """The parameter `article`."""
    return Slugs("Ids of articles; several are separated by commas.", on, example="003-382a58e98ad6cf3d", **more)


def since(on):
    """The parameter `from`."""
    return Day(">=", "The first day; what has no date never matches.", on, data_key="from", example="2013-01-01")


def until(on):
    """The parameter `to`."""
    return Day("<=", "The last day; what has no date never matches.", on, data_key="to", example="2016-12-31")


def as_of(what):
    """The parameter `as_of`."""
    return Date(metadata={"description": what, "format": "date", "example": "2015-03-31"})


def lineage():
    """The parameter `lineage`."""
    return Flag(metadata={"description": "Whether the councils mean all their predecessors too, over any number of "
                                         "steps. Without a council it changes nothing.", "example": True})


class CouncilQuery(PageQuery):
    """What councils can be asked."""

    record = Council
    searched = ("name", "official_name", "gss_code", "dfe_code", "ofsted_urn", "aliases", "former_gss_codes")

    q = typed_name("its names or codes")
    region = Choice(REGIONS, "The English region.", "region")
    type = Choice(COUNCIL_TYPES, "The kind of authority.", "type")
    status = Lifetime(COUNCIL_STATUSES, "Whether it still exists.", "valid_to")
    grade = Choice(GRADES, "The grade of its latest overall rating.", "latest_grade")
    as_of = as_of("A day: only councils that existed then, each with the official overall judgement that stood then as "
                  "its `latest`. `grade` and `sort=grade` look at that one.")
    sort = Sort(name="name", region="region", type="type", grade="latest_grade", valid_from="valid_from",
                valid_to="valid_to")


class RatingQuery(PageQuery):
    """What ratings can be asked."""

    record = Rating
    carries = True

    council = councils("council_id")
    grade = grades("grade")
    area = Choice(AREAS, "What was judged.", "area")
    status = Choice(STATUSES, "Whether the source gives it as the present grade or as an earlier one.", "status")
    certainty = Choice(CERTAINTIES, "Whether the source states the grade or only implies it.", "certainty")
    source = Choice(SOURCES, "Press article or official record.", "source")
    trust = Choice(TRUSTS, "How far the record can be relied on.", "trust")
    framework = framework()
    region = Choice(REGIONS, "The council's English region.", "region", table="councils", key="id", by="council_id")
    article = article()
    since = since("reported")
    until = until("reported")
    as_of = as_of("A day: only official judgements that stood then, one for each council that existed and each area. "
                  "`council` and `region` are then those of the council on that day.")
    lineage = lineage()
    sort = Sort(council="council_name", grade="grade", area="area", framework="framework", reported="reported")


class QuoteQuery(PageQuery):
    """What quotes can be asked."""

    record = Quote
    searched = ("text", "speaker_name", "role", "organisation_name")

    speaker = Slugs("Ids of speakers; several are separated by commas.", "speaker_id", example="ada-example")
    organisation = Slugs("Ids of the bodies spoken for; several are separated by commas.", "organisation_id",
                         example="ofsted")
    council = councils("id", "quotes_councils", "quote_id")
    kind = Choice(QUOTE_KINDS, "Only the speaker's words, a fragment in the writer's sentence, or reported speech.",
                  "kind")
    article = article()
    q = asked_words("the quote, its speaker, role or organisation")
    since = since("article_published")
    until = until("article_published")
    sort = Sort(speaker="speaker_id", organisation="organisation_id", kind="kind", published="article_published")


class StatisticQuery(PageQuery):
    """What statistics can be asked."""

    record = Statistic

    grade = grades("value", "statistics_grades", "statistic_id")
    subject = Names("What is counted", "subject", example="councils")
    area = Choice(AREAS, "What was judged.", "area")
    status = Choice(STATUSES, "Previous for a figure set beside a newer one.", "status")
    qualifier = Choice(QUALIFIERS, "How exactly the figure is printed.", "qualifier")
    framework = framework()
    article = article()
    since = since("article_published")
    until = until("article_published")
    sort = Sort(subject="subject", area="area", count="count", share="share", published="article_published")


class ArticleQuery(PageQuery):
    """What articles can be asked."""

    record = Article
    searched = ("headline", "publisher", "byline", "councils")

    publisher = Names("Who published it", "publisher", example="The Guardian")
    council = councils("id", "articles_councils", "article_id")
    q = asked_words("its headline, publisher, byline or councils")
    since = since("published")
    until = until("published")
    sort = Sort(headline="headline", publisher="publisher", published="published", words="words")


class SpeakerQuery(PageQuery):
    """What speakers can be asked."""

    record = Speaker
    searched = ("name", "honorific", "roles")

    q = typed_name("the name, roles or organisations")
    organisation = Slugs("Ids of bodies they spoke for; several are separated by commas.", "organisation_id",
                         "speakers_roles", "speaker_id", example="ofsted")
    article = article("article", table="speakers_roles", key="speaker_id")
    sort = Sort(name="name", quotes="quotes")


class OrganisationQuery(PageQuery):
    """What organisations can be asked."""

    record = Organisation
    searched = ("name", "aliases")

    q = typed_name("its names")
    sort = Sort(name="name", quotes="quotes")


class FrameworkQuery(PageQuery):
    """What frameworks can be asked."""

    record = Framework
    searched = ("name", "grades", "areas")

    q = asked_words("its name, grades or areas")
    grade = grades("value", "frameworks_grades", "framework_id", ANNUAL_WORDS)
    area = Choice(AREAS, "An area it judges.", "value", table="frameworks_areas", key="framework_id")
    sort = Sort(name="name", in_force_from="in_force_from")


class IssueQuery(PageQuery):
    """What issues can be asked."""

    record = Issue
    searched = ("kind", "detail", "article_headline")

    q = asked_words("its kind, detail or the article's headline")
    kind = Names("Kinds of doubt", "kind", example="ambiguous-council")
    article = article()
    since = since("article_published")
    until = until("article_published")
    sort = Sort(kind="kind", published="article_published")


class CheckQuery(PageQuery):
    """What checks can be asked."""

    record = Check

    verdict = Choice(VERDICTS, "The outcome; not-covered where gaps of the record could decide it.", "verdict")
    kind = Choice(CLAIM_KINDS, "A press rating, a press figure, or figures of one article held against one another.",
                  "claim_kind")
    council = councils("claim_council_id")
    article = article()
    sort = Sort(verdict="verdict", kind="claim_kind", council="claim_council_name", published="article_published")


class ExtractionQuery(Query):
    """What may be told of an article that is sent."""

    name = FileName(metadata={"description": "The file's name without its ending; ids are made of it.",
                              "example": "003-382a58e98ad6cf3d"})
    headline = Text(metadata={"description": "The headline.", "example": "Council told to improve"})
    publisher = Text(metadata={"description": "Who published it.", "example": "The Guardian"})
    byline = Text(metadata={"description": "Who wrote it."})
    published = Date(metadata={"description": "The day of publication.", "format": "date", "example": "2016-06-28"})
    url = WebAddress("Where it was published.")
    rendition = Word(RENDITIONS, "Whether it is the publisher's own text or a digest of it.")


QUERIES = (CouncilQuery, RatingQuery, QuoteQuery, StatisticQuery, ArticleQuery, SpeakerQuery, OrganisationQuery,
           FrameworkQuery, IssueQuery, CheckQuery)
