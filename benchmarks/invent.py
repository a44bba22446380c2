"""Invents the records of a snapshot of any size: a few councils, speakers and words take most of it, as in the press.

`python -m benchmarks.invent 100000 FILE` writes a snapshot with that many quotes through the real writer.
"""

import random
import sys
from bisect import bisect
from datetime import date, timedelta
from itertools import accumulate

from fixtures import snapshot
from fixtures.gather import organisations, speakers, with_latest
from fixtures.official import official_ratings
from fixtures.tables import councils, frameworks
from schemas import Article, Check, Council, Framework, Issue, Organisation, Quote, Rating, Speaker, Statistic
from schemas.check import CLAIM_KINDS, VERDICTS
from schemas.parts import reference
from schemas.vocabulary import AREAS, CERTAINTIES, GRADES, QUALIFIERS, QUOTE_KINDS, STATUSES

COMMON = (
    "the to and of children in that is for services we have are council on improve care social with not be our support "
    "work families staff inspectors young people")
SYLLABLES = "ba del fo gri ha lin mo ner pa quo ras sel tu vor wen yal zi"
FIRST_DAY, DAYS = date(2008, 1, 1), 5800


class Skewed:
    """Draws from a list so that the first are drawn most, the one at place n about 1/n as often as the first."""

    def __init__(self, chance, values, weight=1.0):
        self.values = values
        self._sums = list(accumulate(1 / (place ** weight) for place in range(1, len(values) + 1)))
        self._draw, self._all = chance.random, self._sums[-1]

    def one(self):
        """One of the values."""
        return self.values[bisect(self._sums, self._draw() * self._all)]

    def some(self, count):
        """Several, not necessarily different."""
        return [self.one() for _ in range(count)]


def word(number):
    """An invented word for a number, another for each."""
    found, pieces = "", SYLLABLES.split()
    while number or not found:
        number, place = divmod(number, len(pieces))
        found += pieces[place]
    return found


class Invention:
    """Records of every type for a number of quotes; the same number gives the same records."""

    def __init__(self, quotes):
        self.chance = chance = random.Random(quotes)
        self.count = quotes
        self.words = Skewed(chance, [*COMMON.split(), *(word(number) for number in range(17, 20_000))])
        self.places = Skewed(chance, sorted((reference(council) for council in councils()), key=lambda one: one["id"]),
                             0.6)
        self.people = [self._person(number) for number in range(max(20, quotes // 20))]
        self.bodies = [{"id": f"{word(n)}-{n}", "name": f"{word(n).title()} Association"}
                       for n in range(max(5, quotes // 200))]
        self.texts = [self._article(number) for number in range(max(5, quotes // 10))]
        self.published_in = Skewed(chance, [self._short(text) for text in self.texts], 0.3)
        self.speaking, self.speaking_for = Skewed(chance, self.people, 0.8), Skewed(chance, self.bodies)

    def write(self, path):
        """Write a snapshot of it all; returns the data set's hash."""
        small = max(5, self.count // 50)
        made = {Article: (self.texts, None), Quote: (self._quote, self.count),
                Rating: (self._rating, self.count * 3 // 10), Statistic: (self._statistic, self.count // 10),
                Issue: (self._issue, small), Check: (self._check, small)}
        with snapshot.drafting(path) as draft:
            for record, (make, count) in made.items():
                draft.insert(record, make if count is None else map(make, range(count)))
            draft.insert(Rating, official_ratings())
            draft.insert(Council, with_latest(councils(), draft.connection))
            draft.insert(Framework, ({key: each[key] for key in Framework._declared_fields} for each in frameworks()))
            draft.insert(Speaker, speakers(draft.connection))
            draft.insert(Organisation, organisations(draft.connection))
            return draft.finish()

    def _person(self, number):
        name = f"{word(number % 289).title()} {word(number).title()}"
        return {"id": name.lower().replace(" ", "-"), "name": name,
                "honorific": self.chance.choice([None, None, None, "Dame", "Cllr"])}

    def _said(self, few, many):
        return " ".join(self.words.some(self.chance.randint(few, many)))

    def _day(self):
        return (FIRST_DAY + timedelta(self.chance.randrange(DAYS))).isoformat()

    def _article(self, number):
        return {
            "id": f"{number:07d}-{word(number)}", "headline": self._said(4, 12).capitalize(),
            "publisher": f"The {word(number % 37).title()} {self.chance.choice(['Times', 'Courier', 'Post'])}",
            "byline": self.people[number % len(self.people)]["name"], "published": self._day(),
            "url": f"https://news.example/{number}", "rendition": "original", "sha256": f"{number:064x}",
            "words": self.chance.randint(150, 1200), "councils": self._places(3), "ratings": 3, "statistics": 1,
            "quotes": 10, "issues": 0,
        }

    @staticmethod
    def _short(article):
        return {key: article[key] for key in ("id", "headline", "publisher", "published", "url", "rendition")}

    def _places(self, most):
        found = {one["id"]: one for one in self.places.some(self.chance.randint(0, most))}
        return list(found.values())

    def _evidence(self, text):
        start = self.chance.randint(40, 6000)
        return [{"exact": text, "prefix": f"{self._said(4, 6)} ", "suffix": f" {self._said(4, 6)}", "start": start,
                 "end": start + len(text)}]

    def _quote(self, number):
        article, text = self.published_in.one(), self._said(8, 40)
        named = self.chance.random() < 0.7
        return {
            "id": f"{article['id']}-q-{number:08x}", "text": text, "kind": self.chance.choice(QUOTE_KINDS),
            "speaker": self.speaking.one() if named else None,
            "role": self.chance.choice(["leader", "chief inspector", "spokesperson", None]),
            "organisation": self.speaking_for.one() if self.chance.random() < 0.5 else None,
            "councils": self._places(2), "article": article, "evidence": self._evidence(text),
        }

    def _rating(self, number):
        article, place, chance = self.published_in.one(), self.places.one(), self.chance
        grade = chance.choices(GRADES, (10, 35, 35, 5, 15))[0]
        area = chance.choices(AREAS, [20, *(1 for _ in AREAS[1:])])[0]
        return {
            "id": f"{article['id']}-{number:07x}-{place['id']}-{grade}", "council": place, "grade": grade,
            "grade_as_printed": grade, "area": area, "status": chance.choices(STATUSES, (8, 2))[0],
            "certainty": chance.choices(CERTAINTIES, (9, 1))[0], "source": "press", "trust": "press",
            "framework": chance.choice([None, "sif-2013", "ilacs-2018"]), "reported": article["published"],
            "inspected": None, "article": article, "document": None, "evidence": self._evidence(self._said(5, 15)),
        }

    def _statistic(self, number):
        article, chance = self.published_in.one(), self.chance
        return {
            "id": f"{article['id']}-s-{number:07x}",
            "subject": chance.choice(["councils", "children's homes", "schools"]),
            "grades": chance.sample(GRADES, chance.randint(0, 2)), "area": chance.choice([None, *AREAS]),
            "status": chance.choice(STATUSES), "count": number % 153, "of": 153, "share": None, "change": None,
            "qualifier": chance.choice(QUALIFIERS), "as_printed": f"{number % 153} of 153", "framework": None,
            "article": article, "evidence": self._evidence(self._said(5, 15)),
        }

    def _issue(self, number):
        return {"id": f"issue-{number:07x}", "kind": self.chance.choice(["ambiguous-council", "unknown-grade"]),
                "detail": self._said(5, 15), "article": self.published_in.one(),
                "evidence": self._evidence(self._said(2, 6))}

    def _check(self, number):
        return {
            "id": f"check-{number:07x}", "verdict": self.chance.choice(VERDICTS), "working": [],
            "claim": {"kind": self.chance.choice(CLAIM_KINDS), "id": f"claim-{number}", "council": self.places.one(),
                      "status": "current"},
            "explanation": self._said(10, 20), "article": self.published_in.one(),
        }


if __name__ == "__main__":
    print(Invention(int(sys.argv[1])).write(sys.argv[2]))
