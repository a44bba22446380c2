"""Statistics: figures about councils, other providers, inspections or caseloads."""

from schemas.parts import ArticleReference, choice, evidence, listed, number, part, string, whole
from schemas.record import Record
from schemas.vocabulary import AREAS, GRADES, QUALIFIERS, STATUSES


class Statistic(Record):
    """A figure about councils, other providers, inspections or caseloads; above all how many hold which grades."""

    table = "statistics"
    noun = "statistic"

    id = string("The statistic's id.", "003-382a58e98ad6cf3d-s-1f0c2a9b")
    subject = string("What is counted.", "councils")
    grades = listed(choice(GRADES, "A grade."),
                    "The grades held, best first; empty for figures that are not about grades.")
    area = choice(AREAS, "What was judged; null for figures that are not about grades.", none=True)
    status = choice(STATUSES, "Previous for a figure set beside a newer one.")
    count = whole("How many.", 17, none=True)
    of = whole("Out of how many.", 50, none=True)
    share = number("The share, from 0 to 1.", 0.34)
    change = number("A rise or fall as a share: 0.12 for a rise of 12%.", None)
    qualifier = choice(QUALIFIERS, "How exactly the figure is printed.")
    as_printed = string("The figure's words as printed.", "17 of the 50")
    framework = string("The id of the inspection framework, if known.", "sif-2013", none=True)
    article = part(ArticleReference, "The article.")
    evidence = evidence()
