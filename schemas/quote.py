"""Quotes: words somebody said, with who said them."""

from schemas.parts import (
    ArticleReference, CouncilReference, NamedReference, SpeakerReference, choice, evidence, listed, part, string,
)
from schemas.record import Record
from schemas.vocabulary import QUOTE_KINDS


class Quote(Record):
    """Words somebody said, with who said them."""

    table = "quotes"
    noun = "quote"

    id = string("The quote's id.", "003-382a58e98ad6cf3d-q-1f0c2a9b")
    text = string("The words; parts of one utterance joined by ` [...] ` where narration stood between them.")
    kind = choice(QUOTE_KINDS, "Only the speaker's words, a fragment in the writer's sentence, or reported speech.")
    speaker = part(SpeakerReference, "Who is quoted, if named.", none=True)
    role = string("The speaker's role as printed.", "chief inspector", none=True)
    organisation = part(NamedReference, "The body they speak for.", none=True)
    councils = listed(part(CouncilReference, "A council."), "Councils named in its sentence or spoken for.")
    article = part(ArticleReference, "The article.")
    evidence = evidence()
