"""The kinds of query parameters: how each is read, what it refuses, and which stored columns it looks at."""

import datetime
import re

from marshmallow import ValidationError, fields, validate

from schemas.several import any_of, items, names
from schemas.slug import slug
from schemas.suggestion import all_known
from schemas.wording import plain, unmarked

LONGEST = 4000
# How many words a quotation may have.
MOST_WORDS = 500
# Other addresses (javascript:, data:) would run in the pages of whoever links them.
WEB = re.compile(r"https?://[^\s<>\"]+$", re.I)
WORD = re.compile(r"\w+")
# A phrase in quotation marks, of which the closing one may be missing, or a word.
PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Filter(fields.String):
    """A parameter that narrows a collection.

    It looks at the column `on` of the collection's table or, with `table`, at that column of another table, whose
    `key` is equal to the column `by` of the collection's.
    """

    collate = ""
    longest = LONGEST

    def __init__(self, description, on, table=None, key=None, by="id", example=None, **more):
        metadata = {"description": description} | ({"example": example} if example else {})
        super().__init__(metadata=metadata, **more)
        self.on, self.table, self.key, self.by = on, table, key, by


class Choice(Filter):
    """Any of the words of a closed list."""

    def __init__(self, words, description, on, **more):
        super().__init__(description, on, example=words[0], **more)
        self.words = words
        self.metadata["pattern"] = any_of(words)
        self.metadata["description"] += f" Any of {', '.join(words)}; several are separated by commas."

    def _deserialize(self, value, attr, data, **kwargs):
        return all_known(items(value), self.words, f"a known {attr}")


class Lifetime(Choice):
    """Whether a record still exists, read from the column of its last day."""


class Slugs(Filter):
    """Any of the ids of other records; a name is read as the slug it gives."""

    def _deserialize(self, value, attr, data, **kwargs):
        return tuple(slug(item) or item for item in names(value))


class Names(Filter):
    """Any of the names as they are printed, in capitals or not."""

    collate = " COLLATE NOCASE"

    def __init__(self, description, on, **more):
        super().__init__(f"{description}; several are separated by commas. A name with a comma in it stands in "
                         'quotation marks, as in CSV: "Gazette, The".', on, **more)

    def _deserialize(self, value, attr, data, **kwargs):
        return names(value)


class Known(Filter):
    """Any of the ids of a table of the snapshot; others are refused by whoever holds the snapshot."""

    def __init__(self, description, on, known, **more):
        super().__init__(description, on, **more)
        self.known = known

    def _deserialize(self, value, attr, data, **kwargs):
        return items(value)


class Councils(Filter):
    """Any of the councils; names hold commas too, so whoever knows the councils takes the text apart."""


class Text(fields.String):
    """A text that is taken as it is."""

    longest = 500


class Quotation(Text):
    """The words of one quotation, taken as they are."""

    longest = LONGEST

    def _deserialize(self, value, attr, data, **kwargs):
        number = len(plain(value))
        if not number:
            raise ValidationError("There is no word in it to look for.")
        if number > MOST_WORDS:
            raise ValidationError(f"These are {number} words, at most {MOST_WORDS} are looked for: ask about one "
                                  "quotation at a time.")
        return value


class FileName(Text):
    """A name that an id can be made of."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not slug(value):
            raise ValidationError("It has no letter or digit to make an id of.")
        return value


class WebAddress(Text):
    """An address on the web."""

    def __init__(self, description):
        super().__init__(metadata={"description": description, "pattern": "^https?://[^\\s<>\"]+$",
                                   "example": "https://news.example/council-told-to-improve"})

    def _deserialize(self, value, attr, data, **kwargs):
        if not WEB.match(value):
            raise ValidationError("It must be an address that begins with http:// or https://.")
        return value


def day(value):
    """A date in ISO 8601, checked."""
    try:
        # Python also takes weeks (2015-W13-2), which no client means by a date.
        if not DAY.fullmatch(value):
            raise ValueError
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValidationError(f"'{value[:20]}' is not a date; write one as 2015-03-31.") from None


class Date(Text):
    """One day."""

    def _deserialize(self, value, attr, data, **kwargs):
        return day(value)


class Day(Filter):
    """A day that the column must not lie before (`order` is >=) or after (<=)."""

    def __init__(self, order, description, on, **more):
        super().__init__(description, on, **more)
        self.order = order
        self.metadata |= {"format": "date"}

    def _deserialize(self, value, attr, data, **kwargs):
        return day(value)


class Words(Filter):
    """Words that the record's texts must hold: all of them, "in quotation marks" as a phrase, with * as a beginning."""

    longest = 500

    def _deserialize(self, value, attr, data, **kwargs):
        found = [term for part in PHRASE.finditer(value) if (term := _term(*part.groups()))]
        if not found:
            raise ValidationError("There is no word in it to look for.")
        return " ".join(found)


class TypedName(Words):
    """Words of a name as somebody types it: the last one may be only a beginning."""

    def _deserialize(self, value, attr, data, **kwargs):
        found = super()._deserialize(value, attr, data, **kwargs)
        return f"{found}*" if value[-1:].isalnum() and found.endswith('"') else found


def _term(phrase, word):
    """One term as the full-text index takes it: always quoted, so that nothing in it is read as an operator."""
    text = unmarked(phrase if word is None else word)
    if not WORD.search(text):
        return None
    return f'"{text}"' + ("*" if word and word.endswith("*") else "")


class Word(fields.String):
    """One word of a closed list."""

    longest = LONGEST

    def __init__(self, words, description, **more):
        super().__init__(validate=validate.OneOf(words), metadata={"description": description}, **more)
        self.words = words

    def _deserialize(self, value, attr, data, **kwargs):
        return all_known((value,), self.words, f"a known {attr}")[0]


class Flag(fields.Boolean):
    """Yes or no."""

    longest = LONGEST

    def _deserialize(self, value, attr, data, **kwargs):
        if value.casefold() not in ("true", "false"):
            raise ValidationError(f"'{value[:20]}' is neither true nor false.")
        return value.casefold() == "true"


class Several(Text):
    """Words of a closed list, in the order given."""

    def __init__(self, words, description, default):
        super().__init__(load_default=default, metadata={
            "description": description, "example": ",".join(words[:2]), "pattern": any_of(words)})
        self.words = words

    def _deserialize(self, value, attr, data, **kwargs):
        return all_known(items(value), self.words, "a field to count by")


def countable(query, without=()):
    """The filters of a query whose values can be counted."""
    declared = query._declared_fields
    return tuple(name for name, each in declared.items() if isinstance(each, Filter) and each.on
                 and not isinstance(each, Day) and name not in without)


class Sort(fields.String):
    """The field that a collection is ordered by, `-field` for the other way round."""

    longest = LONGEST

    def __init__(self, **columns):
        self.columns = {"id": "id", **columns}
        names = [sign + name for name in self.columns for sign in ("", "-")]
        described = "The field to order by; with - the other way round. Ties are ordered by id; the unknown is last."
        super().__init__(load_default="id", validate=validate.OneOf(names), metadata={"description": described})
        self.names = names

    def _deserialize(self, value, attr, data, **kwargs):
        return all_known((value,), self.names, "a field to sort by")[0]


class Limit(fields.Integer):
    """How many records a page holds."""

    longest = LONGEST

    def __init__(self, most=500, usual=50):
        super().__init__(load_default=usual, validate=validate.Range(min=1, max=most), metadata={
            "description": "How many records a page holds at most.", "example": 20})
        self.most = most

    def _deserialize(self, value, attr, data, **kwargs):
        if not (value.isascii() and value.isdigit() and len(value) <= 3 and 1 <= int(value) <= self.most):
            raise ValidationError(f"It must be a whole number from 1 to {self.most}.")
        return int(value)


class Cursor(fields.String):
    """Where the page before ended."""

    longest = LONGEST

    def __init__(self):
        super().__init__(metadata={
            "description": "Where the page before ended: take it from `links.next` and change nothing else."})
