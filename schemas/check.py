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
                "003-382a58e98ad6cf3d-birmingham-inadequate-help-and-protection-current")
    council = part(CouncilReference, "The council; null for figures.", none=True)
    status = choice(STATUSES, "Whether the article gives it as present or as earlier.")


class Step(Part):
    """One step of the working."""

    kind = choice(STEP_KINDS, "What the step looks at.")
    text = string("The step in words.",
                  "Birmingham: inadequate for help and protection (sif-2013, published 23 May 2014)")
    rating = string("The official rating looked at.", "birmingham-sif-2013-2014-05-23-help-and-protection", none=True)
    grade = choice(GRADES, "The grade of that rating.", none=True)
    date = string("The day, month or year that places it in time.", "2014-05-23", none=True)


class Check(Record):
    """A press rating or figure held against the official record, or figures of one article against one another."""

    table = "checks"
    noun = "check"

    id = string("The check's id.", "003-382a58e98ad6cf3d-birmingham-inadequate-help-and-protection-current-check")
    claim = part(Claim, "What is checked.")
    verdict = choice(VERDICTS, "Not-covered where the record has gaps that could decide it.")
    working = listed(part(Step, "A step."), "The judgements, dates, sums and tolerances looked at, in order.")
    explanation = string("The outcome in a sentence.",
                         "On 28 June 2016 Birmingham stood at inadequate, published 23 May 2014, as the article says.")
    article = part(ArticleReference, "The article that makes the claim.")
