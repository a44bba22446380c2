"""Which councils a slug, a code or a name in a path or a filter means; for a day resolver.py says more of it."""

import re

from schemas.suggestion import meant
from schemas.parts import reference

SPACE = re.compile(r"\s+")
COMMA = re.compile(r"\s*,\s*")


class CouncilNames:
    """All councils of a snapshot by every slug, code and name that they go by."""

    def __init__(self, councils):
        self._exact, self._names = {}, {}
        self._last_days = {}
        for council in councils:
            short = reference(council)
            self._last_days[council["id"]] = council["valid_to"] or "9999"
            for code in (council["gss_code"], *council["former_gss_codes"]):
                self._exact[code.casefold()] = short
            shared = (council["dfe_code"], council["ofsted_urn"])
            for name in (*names_of(council), *filter(None, shared)):
                self._names.setdefault(plain(name), {})[short["id"]] = short
        self._slugs = {council["id"]: self._exact[council["gss_code"].casefold()] for council in councils}
        self._longest = max((name.count(",") for name in self._names), default=0) + 1

    def meant(self, text):
        """The councils that a slug, code or name means: none, one, or a predecessor and its successor."""
        one = self._slugs.get(text) or self._exact.get(text.casefold())
        if one:
            return (one,)
        found = self._names.get(plain(text)) or ({} if text == text.lower() else self._slug(text))
        return tuple(sorted(found.values(), key=lambda council: council["id"]))

    def _slug(self, text):
        one = self._slugs.get(text.lower())
        return {one["id"]: one} if one else {}

    def present(self, text):
        """The one council that a path means: of several the one that exists now, or existed last. None if unknown."""
        return max(self.meant(text), key=lambda council: self._last_days[council["id"]], default=None)

    def any_of(self, text):
        """The councils of a list separated by commas, and the first piece that is none, or None.

        Names hold commas too, so the longest run of pieces that is a name is taken as one.
        """
        pieces = COMMA.split(text.strip())
        found, at = {}, 0
        while at < len(pieces):
            for end in range(min(at + self._longest, len(pieces)), at, -1):
                councils = self.meant(", ".join(pieces[at:end]))
                if councils:
                    break
            else:
                return (), pieces[at]
            found |= {council["id"]: council for council in councils}
            at = end
        return tuple(found.values()), None

    def suggestion(self, text):
        """The slug of the council that a mistaken name probably means, or None."""
        near = meant(text, self._slugs) or meant(plain(text), self._names)
        return near if near in self._slugs or near is None else next(iter(self._names[near]))


def names_of(council):
    """All names that a council goes by."""
    return [council["name"], council["official_name"], *council["aliases"]]


def plain(text):
    """A name as it is compared: in small letters, single spaces, straight apostrophes, one space after a comma."""
    return COMMA.sub(", ", SPACE.sub(" ", text.strip())).replace("’", "'").casefold()
