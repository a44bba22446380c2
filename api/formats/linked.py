"""Writes quotes and ratings as linked data, JSON-LD in the words of schema.org.

`base` is where the API's addresses begin: what a document names is the same wherever it is read.
"""

from api.formats.terms import licence
from schemas import Quote

CONTEXT = "https://schema.org"
OPENING = f'{{"@context":"{CONTEXT}","@graph":['


def linked(record, values, base=""):
    """A record as a node; absent keys are unknown."""
    node = _quotation(values, base) if record is Quote else _rating(values, base)
    node = {"@type": "Quotation" if record is Quote else "Rating", "@id": f"{base}/v1/{record.table}/{values['id']}",
            "identifier": values["id"], **node}
    return {key: value for key, value in node.items() if value is not None and value != []}


def _quotation(values, base):
    return {
        "text": values["text"], "creator": _person(values, base) or _organisation(values["organisation"], base),
        "about": [_council(council, base) for council in values["councils"]],
        "isPartOf": _article(values["article"], base),
        "copyrightNotice": licence(Quote, values),
    }


def _rating(values, base):
    return {
        "ratingValue": values["grade"], "bestRating": "outstanding", "worstRating": "inadequate",
        "reviewAspect": values["area"], "about": _council(values["council"], base),
        "author": {"@type": "GovernmentOrganization", "name": "Ofsted"},
        "ratingExplanation": values["evidence"][0]["exact"] if values["evidence"] else None,
        "subjectOf": _article(values["article"], base) or _report(values["document"]),
    }


def _person(values, base):
    speaker = values["speaker"]
    return speaker and _known({"@type": "Person", "@id": f"{base}/v1/speakers/{speaker['id']}", "name": speaker["name"],
                               "honorificPrefix": speaker["honorific"], "jobTitle": values["role"],
                               "affiliation": _organisation(values["organisation"], base)})


def _organisation(values, base):
    return values and {"@type": "Organization", "@id": f"{base}/v1/organisations/{values['id']}",
                       "name": values["name"]}


def _council(values, base):
    return {"@type": "GovernmentOrganization", "@id": f"{base}/v1/councils/{values['id']}", "name": values["name"],
            "identifier": values["gss_code"]}


def _article(values, base):
    return values and _known({
        "@type": "NewsArticle", "@id": f"{base}/v1/articles/{values['id']}", "headline": values["headline"],
        "publisher": values["publisher"] and {"@type": "Organization", "name": values["publisher"]},
        "datePublished": values["published"], "url": values["url"]})


def _report(values):
    return values and _known({"@type": "Report", "name": values["title"], "url": values["url"]})


def _known(node):
    return {key: value for key, value in node.items() if value is not None}
