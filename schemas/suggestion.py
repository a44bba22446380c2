"""Refuses words that are not known, with what was probably meant."""

import difflib

from marshmallow import ValidationError


def meant(word, words):
    """The one of `words` that a mistaken word probably stands for: it begins so or is spelt like it. None if none."""
    known = {other.casefold(): other for other in words}
    typed = word[:80].casefold()
    longer = sorted((other for other in known if len(typed) > 2 and other.startswith(typed)), key=len)
    close = longer or difflib.get_close_matches(typed, known, n=1, cutoff=0.7)
    return known[close[0]] if close else None


def refusal(word, words, what, show=True):
    """The sentence that refuses an unknown word: what was probably meant and, if `show`, what may be used."""
    guess = meant(word, words)
    short = word if len(word) <= 60 else f"{word[:60]}..."
    said = f"'{short}' is not {what}"
    if guess:
        said += f"; did you mean '{guess}'?"
    return said + (f" Use {', '.join(words)}." if show and guess else f"; use {', '.join(words)}." if show else "")


def all_known(found, words, what, show=True):
    """The words `found`, if all of them are among `words`; else the first that is not is refused."""
    for word in found:
        if word not in words:
            raise ValidationError(refusal(word, words, what, show))
    return found
