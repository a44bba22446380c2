"""Makes corpora of any size: articles put together from sentences written for this, all names invented.

`python -m benchmarks.articles DIR COUNT [SIZE]` writes them; the same numbers give the same articles. A few councils,
people and bodies stand in most articles and the others in few, as in the press.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

from fixtures.tables import councils

FIRST_DAY, DAYS = date(2013, 12, 1), 4000
A_FOLDER = 1000
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
WEIGHTS = (8, 45, 35, 12)
PAPERS = ("Tamsel Courier", "Brackley Moor Gazette", "The Wendle Argus", "Social Care Fortnight", "Pennock News")
FORENAMES = ("Ottoline", "Barnaby", "Prudence", "Ignatius", "Rosalba", "Cuthbert", "Philippa", "Lorcan", "Henrietta",
             "Mungo", "Saffron", "Thaddeus", "Beatrix", "Jolyon", "Marigold", "Ruaridh")
BEGINNINGS = ("Tamsel", "Wend", "Brack", "Pell", "Thorn", "Oster", "Hask", "Quill", "Merri", "Dunn", "Farth", "Gale")
ENDINGS = ("bury", "leigh", "worth", "combe", "shaw", "field", "mere", "stead")
POSTS = ("director of children's services", "cabinet member for children", "leader", "chief executive",
         "independent chair of the improvement board", "lead member for families")
BODIES = ("the Albion Association of Social Workers", "the Fostering Forum", "the Wendle Children's Alliance",
          "the League of Care Leavers")
DID = ("The visit took place over two weeks and looked at more than 200 files.",
       "Inspectors sat in on team meetings and met young people who had recently left care.",
       "A further visit is expected before the end of next year, when progress will be measured again.",
       "The department employs some 300 staff and spends a fifth of the authority's budget.",
       "Managers had been told twice since the spring that assessments were taking too long.",
       "Foster carers were thanked for the support that they gave to children who had been moved.",
       "A plan was drawn up after the last visit, and a board meets each month to see that it is kept.",
       "Neighbouring authorities have offered to lend experienced managers while posts are filled.",
       "The number of agency workers has come down, and caseloads have come down with it.",
       "Reports of every visit are published, and councillors discuss them in public.")
SAID = ("We have listened to what the inspectors told us and we are already putting it right",
        "Every child deserves a worker who knows their name and their story",
        "Nobody here is hiding from how much there is still to do",
        "I am proud of what our staff have done with very little",
        "It will take money, patience and people who stay",
        "Families told us that they were passed from one team to the next, and that has to end",
        "The easy part is behind us and the hard part has begun",
        "We asked for this to be looked at and we accept what was found",
        "Our social workers go out in all weathers and they keep going back",
        "What matters is what happens after the cameras have gone")
FRAGMENTS = ("swift and sensible action", "drift and delay in too many cases", "an unusually loyal workforce",
             "a culture of openness and challenge", "weak oversight by senior managers",
             "a clear and ambitious plan for children")
TALLIES = (
    "Of the {all} councils inspected so far, {n} are {a}, {m} are {b} and the rest await a verdict.",
    "Across England, {p} per cent of councils are now rated {a}, up from {q} per cent a year earlier.",
    "Only {n} of {all} authorities had been rated {a} by the end of the year.",
    "Nearly half of local authorities are rated {a}, according to the latest figures.",
    "More than {n} councils were rated {b} when the annual report was written.")
RATINGS = (
    "{council} has been rated {a} by Ofsted after an inspection of its children's services.",
    "Children's services at {council} were judged {a}, up from {b} three years ago.",
    "Inspectors found that {council} was {a} overall, while its leadership was rated {a}.",
    "Ofsted said that services for care leavers in {place} were {a}, and that help and protection there required "
    "improvement.",
    "{council}, which was rated {b} at its last inspection, is now {a}.")
BOTH = "{council}, rated {a}, has lent managers to {other}, where inspectors are expected next year."
SPEECH = (
    '"{words}," said {person}, {council}\'s {post}. "{more}."',
    '{person}, {post} at {council}, said: "{words}. {more}."',
    '"{words}," {short} said.',
    'A spokesperson for {body} said: "{words}."',
    '"{words}," said {person} of {body}.\n\n"{more}," {pronoun} added.',
    "{person}, {post} at {council}, said that the plan would be ready within weeks.",
    'Inspectors described "{fragment}" and said there was "{another}".',
    'The report speaks of "{fragment}", although it also praises those who work with families.')


def article(number, size=4000, seed=1):
    """One article of about `size` characters; it needs no other to be made."""
    chance = random.Random(f"{seed} {number}")
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    own, other = (_often(chance, COUNCILS) for _ in range(2))
    cast = [(_person(chance), chance.choice(POSTS)) for _ in range(3)]
    paper = _often(chance, PAPERS)
    grades = {council["id"]: _two_grades(chance) for council in (own, other)}
    lines = [f"{own['name']} is rated {grades[own['id']]['a']} by inspectors", f"By {_person(chance)}, {paper}",
             f"{day.day} {day:%B %Y}", _rating(chance, own, other, grades)]
    while sum(map(len, lines)) < size - 100:
        lines += chance.choices(
            (_rating(chance, own, other, grades), _speech(chance, own, cast), _told(chance)), (2, 4, 5))
        if chance.random() < 0.12:
            lines.append(_tally(chance))
    return "\n\n".join(lines) + "\n"


COUNCILS = random.Random(7).sample([one for one in councils() if one["valid_to"] is None], 150)


def _often(chance, choices):
    """One of `choices`, the first ones far more often."""
    return choices[min(int(chance.paretovariate(0.8)) - 1, len(choices) - 1)]


def _person(chance):
    """One of some 1,500 names, a few of them far more often."""
    number = min(int(chance.paretovariate(0.6)), len(FORENAMES) * len(BEGINNINGS) * len(ENDINGS)) - 1
    number, first = divmod(number, len(FORENAMES))
    start, end = divmod(number, len(ENDINGS))
    return f"{FORENAMES[first]} {BEGINNINGS[start]}{ENDINGS[end]}"


def _grade(chance):
    return chance.choices(GRADES, WEIGHTS)[0]


def _two_grades(chance):
    first = _grade(chance)
    return {"a": first, "b": chance.choice([grade for grade in GRADES if grade != first])}


def _rating(chance, own, other, grades):
    meant = own if chance.random() < 0.7 else other
    if meant is other and chance.random() < 0.2:
        return BOTH.format(council=own["official_name"], other=other["official_name"], **grades[own["id"]])
    return chance.choice(RATINGS).format(
        council=meant["official_name"], place=meant["name"], **grades[meant["id"]])


def _tally(chance):
    whole, part = chance.randint(40, 152), chance.randint(2, 30)
    return chance.choice(TALLIES).format(
        all=whole, n=part, m=chance.randint(2, 10), p=part + 20, q=part + 12, **_two_grades(chance))


def _told(chance):
    return " ".join(chance.sample(DID, chance.randint(1, 3)))


def _speech(chance, own, cast):
    (person, post), (words, more) = chance.choice(cast), chance.sample(SAID, 2)
    fragment, another = chance.sample(FRAGMENTS, 2)
    return chance.choice(SPEECH).format(
        words=words, more=more, person=person, short=person.split()[-1], post=post, council=own["official_name"],
        body=_often(chance, BODIES), pronoun=chance.choice(("she", "he")), fragment=fragment, another=another)


def write(folder, count, size=4000, seed=1):
    """Write `count` articles to a folder, a thousand to a subfolder."""
    for number in range(count):
        into = Path(folder) / f"{number // A_FOLDER:04d}"
        if number % A_FOLDER == 0:
            into.mkdir(parents=True, exist_ok=True)
        (into / f"cutting-{number:07d}.txt").write_text(article(number, size, seed), encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1], *map(int, sys.argv[2:]))
