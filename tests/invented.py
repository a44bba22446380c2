"""Records of every type, invented: what they say is not true of any council, article or person."""

import random

from fixtures.tables import councils, frameworks
from schemas import Article, Check, Council, Framework, Issue, Organisation, Quote, Rating, Speaker, Statistic
from schemas.check import CLAIM_KINDS, STEP_KINDS, VERDICTS
from schemas.parts import reference
from schemas.vocabulary import AREAS, CERTAINTIES, GRADES, QUALIFIERS, QUOTE_KINDS, STATUSES

WORDS = [
    "children's", "services", "safeguarding", "café", "inspector's", "leaders", "improved", "slowly", '"very"',
    "quickly", "AND", "or", "not", "x:y",
]
PUBLISHERS = ("The Invented Times", "Courier of Nowhere", "Gazette, The", None)


def records(articles=40, quotes=640, ratings=320, statistics=260, issues=55, seed=1):
    """Records by type; the same numbers give the same records."""
    chance = random.Random(seed)
    texts = [_article(chance, number) for number in range(articles)]
    bodies = [{"id": f"body-{n}", "name": f"Body {n}"} for n in range(9)]
    people = [{"id": f"ann-other-{n}", "name": f"Ann Other {n}", "honorific": chance.choice([None, "Dame"])}
              for n in range(60)]
    said = [_quote(chance, number, texts, people, bodies) for number in range(quotes)]
    return {
        Council: [council | {"latest": _latest(chance, council)} for council in councils()],
        Rating: [_rating(chance, number, texts) for number in range(ratings)],
        Quote: said,
        Statistic: [_statistic(chance, number, texts) for number in range(statistics)],
        Article: texts,
        Speaker: [_speaker(person, said) for person in people],
        Organisation: [_organisation(body, said) for body in bodies],
        # The tables may hold columns that are not served.
        Framework: [{key: each[key] for key in Framework._declared_fields} for each in frameworks()],
        Issue: [_issue(chance, number, texts) for number in range(issues)],
        Check: [_checked(chance, number, texts) for number in range(issues)],
    }


def _day(chance):
    return chance.choice([None, f"20{chance.randint(10, 20)}-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"])


def _references(chance, most):
    return [reference(council) for council in chance.sample(councils(), chance.randint(0, most))]


def _article(chance, number):
    return {
        "id": f"article-{number}", "headline": chance.choice([None, " ".join(chance.sample(WORDS, 4))]),
        "publisher": chance.choice(PUBLISHERS), "byline": chance.choice([None, "Ann Other"]),
        "published": _day(chance), "url": None, "rendition": "digest", "sha256": f"{number:064x}", "words": number % 7,
        "councils": _references(chance, 3), "ratings": 1, "statistics": 2, "quotes": 3, "issues": 0,
    }


def _short(article):
    return {key: article[key] for key in ("id", "headline", "publisher", "published", "url", "rendition")}


def _evidence(number):
    return [{"exact": f"words {number}", "prefix": "", "suffix": ".", "start": number, "end": number + 7}]


def _latest(chance, council):
    if chance.random() < 0.6:
        return None
    return {"id": f"rating-of-{council['id']}", "grade": chance.choice(GRADES), "source": "press", "trust": "press",
            "reported": None}


def _rating(chance, number, texts):
    article, grade = chance.choice(texts), chance.choice(GRADES)
    official = number % 10 == 0
    return {
        "id": f"rating-{number}", "council": reference(chance.choice(councils())), "grade": grade,
        "grade_as_printed": grade, "area": chance.choice(AREAS), "status": chance.choice(STATUSES),
        "certainty": chance.choice(CERTAINTIES), "source": "official" if official else "press",
        "trust": "restated" if official else "press",
        "framework": chance.choice([None, *(framework["id"] for framework in frameworks())]),
        "reported": article["published"],
        "inspected": {"start": None, "end": "2012-09"} if official else chance.choice(
            [None, {"start": "2012-09", "end": None}]),
        "article": None if official else _short(article),
        "document": _document() if official else None,
        "evidence": [] if official else _evidence(number),
    }


def _checked(chance, number, texts):
    kind = chance.choice(CLAIM_KINDS)
    council = reference(chance.choice(councils())) if kind == "rating" else None
    step = {"kind": chance.choice(STEP_KINDS), "text": f"Step {number}.", "rating": None,
            "grade": chance.choice([None, *GRADES]), "date": chance.choice([None, "2011-10"])}
    return {
        "id": f"check-{number}", "verdict": chance.choice(VERDICTS), "working": [step] * (number % 3),
        "claim": {"kind": kind, "id": f"rating-{number}", "council": council, "status": chance.choice(STATUSES)},
        "explanation": f"Explanation {number}.", "article": _short(chance.choice(texts)),
    }


def _document():
    return {"title": "A report", "url": None, "page": 3, "reference": "reports/3.pdf", "inspection": "full",
            "dated_by": "report", "notes": None}


def _quote(chance, number, texts, people, bodies):
    return {
        "id": f"quote-{number}", "text": " ".join(chance.sample(WORDS, 5)), "kind": chance.choice(QUOTE_KINDS),
        "speaker": chance.choice([None, *people]), "role": chance.choice([None, "leader"]),
        "organisation": chance.choice([None, *bodies]), "councils": _references(chance, 2),
        "article": _short(chance.choice(texts)), "evidence": _evidence(number),
    }


def _statistic(chance, number, texts):
    return {
        "id": f"statistic-{number}", "subject": chance.choice(["councils", "children's homes", "Schools"]),
        "grades": chance.sample(GRADES, chance.randint(0, 2)), "area": chance.choice([None, *AREAS]),
        "status": chance.choice(STATUSES), "count": chance.choice([None, number % 11]), "of": None,
        "share": chance.choice([None, (number % 9) / 10]), "change": None, "qualifier": chance.choice(QUALIFIERS),
        "as_printed": "some", "framework": chance.choice([None, "sif-2013"]),
        "article": _short(chance.choice(texts)), "evidence": _evidence(number),
    }


def _speaker(person, said):
    own = [quote for quote in said if quote["speaker"] == person]
    roles = [{"role": quote["role"], "organisation": quote["organisation"], "article": quote["article"]["id"]}
             for quote in own]
    return person | {"roles": roles, "quotes": len(own)}


def _organisation(body, said):
    count = sum(quote["organisation"] == body for quote in said)
    return body | {"aliases": [f"The {body['name']}"], "quotes": count}


def _issue(chance, number, texts):
    article = chance.choice([None, _short(chance.choice(texts))])
    return {
        "id": f"issue-{number}", "kind": chance.choice(["ambiguous-council", "unread-file"]),
        "detail": " ".join(chance.sample(WORDS, 3)), "article": article,
        "evidence": _evidence(number) if article else [],
    }
