"""Councils: English local authorities with children's-services duties, present or abolished."""

from schemas.parts import CouncilReference, choice, day, listed, part, string
from schemas.record import Part, Record
from schemas.vocabulary import COUNCIL_TYPES, GRADES, REGIONS, SOURCES, TRUSTS


class LatestRating(Part):
    """A council's newest overall rating, official before press."""

    id = string("The rating's id.", "birmingham-ilacs-2018-2023-04-18-overall-effectiveness")
    grade = choice(GRADES, "The grade.", none=True)
    source = choice(SOURCES, "Who says so.")
    trust = choice(TRUSTS, "How far it can be relied on; unverified was not checked against the inspection report.")
    reported = day("The day it was reported.", "2023-04-18", none=True)


class Council(Record):
    """An English local authority with children's-services duties, present or abolished."""

    table = "councils"
    noun = "council"

    id = string("The council's slug.", "birmingham")
    name = string("The usual name.", "Birmingham")
    official_name = string("The name in law.", "Birmingham City Council")
    gss_code = string("The code of the Office for National Statistics.", "E08000025")
    former_gss_codes = listed(string("A code."), "Codes that the same council had before.")
    dfe_code = string("The Department for Education's code.", "330", none=True)
    ofsted_urn = string("Ofsted's unique reference number.", "80429", none=True)
    type = choice(COUNCIL_TYPES, "The kind of authority.")
    region = choice(REGIONS, "The English region.")
    valid_from = day("The council's first day, if known.", "1974-04-01", none=True)
    valid_to = day("The council's last day, or null while it exists.", none=True)
    predecessors = listed(part(CouncilReference, "A council."), "Councils whose area, or part of it, came to this one.")
    successors = listed(part(CouncilReference, "A council."), "Councils that its area went to.")
    continued_by = part(CouncilReference, "The present council that legally is this one.", none=True)
    aliases = listed(string("A name."), "Other names in use, capitals as written.")
    latest = part(LatestRating, "The newest overall rating, official before press, or null.", none=True)


