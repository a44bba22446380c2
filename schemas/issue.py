"""Issues: what a text seems to say but could not be settled. They are data, stored and served."""

from schemas.parts import ArticleReference, evidence, part, string
from schemas.record import Record


class Issue(Record):
    """What a text seems to say but could not be settled."""

    table = "issues"
    noun = "issue"

    id = string("The issue's id.", "003-382a58e98ad6cf3d-i-1f0c2a9b")
    kind = string("The kind of doubt.", "ambiguous-council")
    detail = string("What is in doubt, in a sentence.")
    article = part(ArticleReference, "The article; null when a file could not be read.", none=True)
    evidence = evidence()
