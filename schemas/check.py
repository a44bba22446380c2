"""Checks: what the press says, held against the official record and against itself, with the working shown."""

from schemas.parts import ArticleReference, CouncilReference, choice, listed, part, string
from schemas.record import Part, Record
from schemas.vocabulary import GRADES, STATUSES

VERDICTS = ("agrees", "differs", "not-covered")
CLAIM_KINDS = ("rating", "statistic", "arithmetic")
STEP_KINDS = ("judgement", "rule", "count", "sum", "tolerance", "gap")


class Claim(Part):
    """The press record that is checked."""

    kind = choice(CLAIM_KINDS, "A press rating, a press figure, or figures of one article held against one another.")
    id = string("The id of the rating or statistic; of figures held against one another that of the whole or share.",
                "004-bf617010d5f81dd4-s-1f0c2a9b")
    council = part(CouncilReference, "The council; null for figures.", none=True)
    status = choice(STATUSES, "Whether the article gives it as present or as earlier.")


class Step(Part):
    """One step of the working."""

    kind = choice(STEP_KINDS, "What the step looks at.")
    text = string("The step in words.", "17 + 0 + 4 + 29 = 50")
    rating = string("The official rating looked at.", "essex-slac-2009-2011-10-safeguarding", none=True)
    grade = choice(GRADES, "The grade of that rating.", none=True)
    date = string("The day, month or year that places it in time.", "2011-10", none=True)


class Check(Record):
    """A press rating or figure held against the official record, or figures of one article against one another."""

    table = "checks"
    noun = "check"

    id = string("The check's id.", "004-bf617010d5f81dd4-s-1f0c2a9b-check")
    claim = part(Claim, "What is checked.")
    verdict = choice(VERDICTS, "Not-covered where the record has gaps that could decide it.")
    working = listed(part(Step, "A step."), "The judgements, dates, sums and tolerances looked at, in order.")
    explanation = string("The outcome in a sentence.")
    article = part(ArticleReference, "The article that makes the claim.")
