"""Writes quotes and ratings as linked data, JSON-LD in the words of schema.org."""

from api.program import DATA_LICENCE
from schemas import Quote

CONTEXT = "https://schema.org"
OPENING = f'{{"@context":"{CONTEXT}","@graph":['


def linked(record, values):
    """A record as a node; absent keys are unknown."""
    node = _quotation(values) if record is Quote else _rating(values)
    node = {"@type": "Quotation" if record is Quote else "Rating", "@id": f"/v1/{record.table}/{values['id']}",
            "identifier": values["id"], **node}
    return {key: value for key, value in node.items() if value is not None and value != []}


def _quotation(values):
    return {
        "text": values["text"], "creator": _person(values) or _organisation(values["organisation"]),
        "about": [_council(council) for council in values["councils"]], "isPartOf": _article(values["article"]),
        "license": DATA_LICENCE["url"],
    }


def _rating(values):
    return {
        "ratingValue": values["grade"], "bestRating": "outstanding", "worstRating": "inadequate",
        "reviewAspect": values["area"], "about": _council(values["council"]),
        "author": {"@type": "GovernmentOrganization", "name": "Ofsted"},
        "ratingExplanation": values["evidence"][0]["exact"] if values["evidence"] else None,
        "subjectOf": _article(values["article"]) or _report(values["document"]),
    }


def _person(values):
    speaker = values["speaker"]
    return speaker and _known({"@type": "Person", "@id": f"/v1/speakers/{speaker['id']}", "name": speaker["name"],
                               "honorificPrefix": speaker["honorific"], "jobTitle": values["role"],
                               "affiliation": _organisation(values["organisation"])})


def _organisation(values):
    return values and {"@type": "Organization", "@id": f"/v1/organisations/{values['id']}", "name": values["name"]}


def _council(values):
    return {"@type": "GovernmentOrganization", "@id": f"/v1/councils/{values['id']}", "name": values["name"],
            "identifier": values["gss_code"]}


def _article(values):
    return values and _known({
        "@type": "NewsArticle", "@id": f"/v1/articles/{values['id']}", "headline": values["headline"],
        "publisher": values["publisher"] and {"@type": "Organization", "name": values["publisher"]},
        "datePublished": values["published"], "url": values["url"]})


def _report(values):
    return values and _known({"@type": "Report", "name": values["title"], "url": values["url"]})


def _known(node):
    return {key: value for key, value in node.items() if value is not None}
