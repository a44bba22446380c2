"""The addresses that are asked: for each kind of request as many as are wanted, no two alike."""

import random
import sqlite3
from contextlib import closing
from datetime import timedelta

from api.cursors import write
from benchmarks.invent import COMMON, DAYS, FIRST_DAY, Skewed, word
from fixtures.tables import councils
from schemas.vocabulary import GRADES

KINDS = ("one", "page", "quotes", "summary", "overview", "facets", "search", "words")
GROWING = (*KINDS, "full_page", "common_word", "ordered", "backwards", "speakers_facet", "timeline", "verify",
           # Of these answers are as long whatever the snapshot holds.
           "short_page", "full_words", "short_timeline", "changed")


class Addresses:
    """Addresses of one snapshot; the same seed gives the same ones."""

    def __init__(self, database, seed=1):
        self.chance, self.asked = random.Random(seed), {}
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            self.dataset = connection.execute("SELECT value FROM meta WHERE key = 'dataset'").fetchone()[0]
            last = connection.execute("SELECT max(rowid) FROM quotes").fetchone()[0]
            wanted = sorted(self.chance.sample(range(1, last + 1), min(last, 60_000)))
            found = [connection.execute("SELECT id, text FROM quotes WHERE rowid = ?", (row,)).fetchone()
                     for row in wanted]
        self.chance.shuffle(found)
        self.ids, self.texts = [id for id, _ in found], [text for _, text in found[:2000]]
        self.councils = sorted(council["id"] for council in councils())

    def distinct(self, kind, most):
        """Up to `most` addresses of a kind, none of which was given before."""
        asked, found, make = self.asked.setdefault(kind, set()), [], getattr(self, kind)
        for _ in range(most * 3):
            address = make(len(asked))
            if address not in asked:
                asked.add(address)
                found.append(address)
            if len(found) == most:
                break
        return found

    def rounds(self, kind, base, most, rounds):
        """For each round the addresses to ask, `most` if there are as many, and whether to ask them again and again."""
        if kind != base:
            return [self.mix(kind, base, most) for _ in range(rounds)]
        every = self.distinct(kind, most * rounds)
        each = len(every) // rounds
        return [(every[number * each:(number + 1) * each], False) for number in range(rounds)]

    def mix(self, kind, base, most):
        """Addresses to ask, and whether to ask them again and again: `kind` may be a way to ask those of `base`."""
        if kind == base:
            return self.distinct(kind, most), False
        if kind == "zipf":
            known = [getattr(self, base)(number) for number in range(min(2000, len(self.ids)))]
            return Skewed(self.chance, known).some(most), True
        return [getattr(self, base)(0)], True

    def any_id(self):
        """The id of any quote."""
        return self.chance.choice(self.ids)

    def day(self):
        """A day of the data."""
        return (FIRST_DAY + timedelta(self.chance.randrange(DAYS))).isoformat()

    def one(self, number):
        """One record."""
        return f"/v1/quotes/{self.ids[number % len(self.ids)]}"

    def page(self, number):
        """A filtered page of 20."""
        return (f"/v1/ratings?council={self.chance.choice(self.councils)}&grade={self.chance.choice(GRADES)}"
                f"&from={self.day()[:7]}-01&limit=20")

    def full_page(self, number):
        """A page of 20 that is full in a small snapshot too."""
        since = (FIRST_DAY + timedelta(number // len(GRADES) % 1000)).isoformat()
        return f"/v1/ratings?grade={GRADES[number % len(GRADES)]}&status=current&from={since}&limit=20"

    def quotes(self, number):
        """50 quotes by keyset."""
        question = repr(("quotes", [], [], "id"))
        id = self.ids[number % len(self.ids)]
        return f"/v1/quotes?cursor={write(self.dataset, question, [id, id])}"

    def summary(self, number):
        """Ratings of two councils, counted by two fields."""
        return f"/v1/summary?by=grade,framework&council={','.join(self.chance.sample(self.councils, 2))}"

    def overview(self, number):
        """All ratings counted by two fields; only the order and how many rows may be given tell one from another."""
        order = ("id", "-id", "count", "-count")[number % 4]
        return f"/v1/summary?by=grade,framework&sort={order}&limit={100 + number // 4 % 401}{'&' * (number // 1604)}"

    def facets(self, number):
        """One record, and how many there are of each kind and of each council since a day."""
        return f"/v1/ratings?facets=grade,area&limit=1&from={self.day()}&to=20{self.chance.randint(24, 99)}-01-01"

    def search(self, number):
        """A search for one or two words, a frequent one among them."""
        return f"/v1/search?q={self._frequent()}+{self._rarer()}*&limit=20"

    def words(self, number):
        """Quotes that hold two words, a frequent one among them."""
        return f"/v1/quotes?q={self._frequent()}+{self._rarer()}&limit=20"

    def common_word(self, number):
        """A search for the most frequent word; only how many are wanted tells one from another."""
        return f"/v1/search?q=the&limit={number % 50 + 1}{'&' * (number // 50)}"

    def ordered(self, number):
        """A page of quotes of two kinds since a day, the newest first."""
        return f"/v1/quotes?kind=direct,mixed&from={self.day()[:7]}-01&sort=-published&limit=20{'&' * (number // 99)}"

    def backwards(self, number):
        """A page of all ratings in another order, begun in the midst of it."""
        question = repr(("ratings", [], [], "-reported"))
        return f"/v1/ratings?sort=-reported&cursor={write(self.dataset, question, [self.day(), str(number)])}"

    def speakers_facet(self, number):
        """Who is quoted most since a day."""
        return f"/v1/quotes?facets=speaker&limit=1&from={self.day()}"

    def timeline(self, number):
        """What is known of a council since a day."""
        return f"/v1/councils/{self.chance.choice(self.councils)}/timeline?from={self.day()}&limit=20"

    def verify(self, number):
        """Whether some frequent words were printed."""
        return f"/v1/verify?quote={'+'.join(self._frequent() for _ in range(5))}"

    def short_page(self, number):
        """As many ratings of a council since a day as a small snapshot has too."""
        return f"/v1/ratings?council={self.chance.choice(self.councils)}&from={self._early()}&limit=3"

    def full_words(self, number):
        """As many quotes that hold two frequent words as a small snapshot has too."""
        return f"/v1/quotes?q={self._frequent()}+{self._frequent()}&limit={number % 5 + 8}{'&' * (number // 99)}"

    def short_timeline(self, number):
        """As much of what is known of a council since a day as a small snapshot knows too."""
        return f"/v1/councils/{self.chance.choice(self.councils)}/timeline?from={self._early()}&limit=5"

    def changed(self, number):
        """Whether a printed quote was printed, one of its words changed."""
        words = self.texts[number % len(self.texts)].split()
        words[number % len(words)] = word(number % 9000 + 20_000)
        return f"/v1/verify?quote={'+'.join(words)}"

    def _early(self):
        return (FIRST_DAY + timedelta(self.chance.randrange(DAYS // 3))).isoformat()

    def _frequent(self):
        return self.chance.choice(COMMON.split())

    def _rarer(self):
        return word(17 + int(1500 ** self.chance.random()))
