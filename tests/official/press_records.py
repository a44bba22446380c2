"""What the five articles say of ratings and figures, written by hand, in the JSON form of press records."""

from fixtures.article import fingerprint
from fixtures.tables import councils
from schemas.parts import reference

COUNCILS = {council["id"]: reference(council) for council in councils()}
PUBLISHED = {"000": "2021-12-07", "001": "2013-10-15", "002": "2015-03-10", "003": "2016-06-28", "004": "2013-09-18"}
OVERALL, PROTECTION = "overall-effectiveness", "help-and-protection"
LESS = ("requires-improvement", "inadequate")
SEVEN = ("birmingham", "buckinghamshire-county-council", "coventry", "knowsley", "manchester", "rotherham", "slough")
FAILING = ("birmingham", "calderdale", "doncaster", "cumbria", "northamptonshire")

RATED = [
    ("000", "solihull", "requires-improvement", OVERALL, "current"),
    ("001", "birmingham", "inadequate", PROTECTION, "current"),
    *(("002", council, "inadequate", OVERALL, "current") for council in SEVEN),
    *(("002", council, grade, OVERALL, status) for council in ("essex", "cambridgeshire")
      for grade, status in (("good", "current"), ("inadequate", "previous"))),
    ("003", "sunderland", "inadequate", OVERALL, "current"),
    *(("004", council, "inadequate", PROTECTION, "current") for council in FAILING),
]
FIGURES = [
    ("000", LESS, OVERALL, None, None, 0.5, "nearly", "nearly half"),
    ("001", ("inadequate",), PROTECTION, None, None, 1 / 7, "rounded", "one in seven"),
    ("001", ("inadequate",), PROTECTION, 20, None, None, "exact", "20"),
    ("001", ("good",), PROTECTION, None, None, 0.25, "rounded", "one in four"),
    ("002", LESS, OVERALL, None, None, 0.75, "rounded", "three-quarters"),
    ("002", ("inadequate",), OVERALL, 7, None, None, "exact", "Seven"),
    ("002", ("requires-improvement",), OVERALL, 26, None, None, "exact", "26"),
    ("002", ("good",), OVERALL, 10, 43, None, "exact", "Ten"),
    ("003", ("inadequate",), OVERALL, None, None, 0.25, "more-than", "More than a quarter"),
    ("003", LESS, OVERALL, None, None, 0.75, "rounded", "three-quarters"),
    ("003", ("inadequate",), OVERALL, None, None, 0.25, "rounded", "a quarter"),
    ("003", ("requires-improvement", "good", "outstanding"), OVERALL, None, None, 0.5, "more-than", "the majority"),
    ("004", ("inadequate",), PROTECTION, None, None, 1 / 3, "rounded", "one in three"),
    ("004", ("inadequate",), PROTECTION, 17, 50, None, "exact", "some 17"),
    ("004", ("outstanding",), PROTECTION, 0, None, None, "exact", "none"),
    ("004", ("good",), PROTECTION, 4, None, None, "exact", "four"),
    ("004", ("adequate",), PROTECTION, 29, None, None, "exact", "29"),
]


def article(name, published=None):
    """An article in the short form in which records name it."""
    return {"id": name, "headline": None, "publisher": None, "published": published or PUBLISHED.get(name), "url": None,
            "rendition": "original"}


def rating(name, council, grade, area, status, published=None):
    """A press rating."""
    said = article(name, published)
    return {
        "id": f"{name}-{council}-{grade}-{area}-{status}", "council": COUNCILS[council], "grade": grade,
        "grade_as_printed": grade, "area": area, "status": status, "certainty": "stated", "source": "press",
        "trust": "press", "framework": None, "reported": said["published"], "inspected": None, "article": said,
        "document": None, "evidence": [],
    }


def statistic(name, grades, area, count, of, share, qualifier, printed, published=None, subject="councils"):
    """A press figure."""
    return {
        "id": f"{name}-s-{fingerprint(grades, count, of, share, qualifier, subject)}", "subject": subject,
        "grades": list(grades), "area": area, "status": "current", "count": count, "of": of, "share": share,
        "change": None, "qualifier": qualifier, "as_printed": printed, "framework": None,
        "article": article(name, published), "evidence": [],
    }


def ratings():
    """The ratings of the five articles."""
    return [rating(*row) for row in RATED]


def statistics():
    """The figures of the five articles that are about grades, and one that is about other providers."""
    homes = statistic("003", ("good", "outstanding"), None, None, None, 0.8, "rounded", "four out of five",
                      subject="children's homes")
    return [*(statistic(*row) for row in FIGURES), homes]
