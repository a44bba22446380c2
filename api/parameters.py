"""Reads the parameters of a request strictly: what is unknown, repeated, empty or not understood is refused by name."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote_plus

from flask import request
from marshmallow import ValidationError
from werkzeug.exceptions import Gone, RequestURITooLarge

from api import cursors
from api.errors import BadParameters
from schemas.parameter import Councils, Cursor, Filter, Known, Limit, Several, Sort
from schemas.suggestion import all_known, meant

LONGEST_QUERY = 16_384
PAGED = {
    "cursor": "This shape has no pages: it holds all records.",
    "facets": "This shape has no place for counts; ask for them in JSON.",
}
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass
class Asked:
    """A question to a collection, understood; `told` holds what neither narrows nor orders it.

    Records that are to be `cited` come with the byline of their article.
    """

    snapshot: object
    record: type
    fields: dict
    filters: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)
    councils: tuple = ()
    limit: int = 50
    sort: str = "id"
    after: tuple = None
    cited: bool = False

    @property
    def descending(self):
        """Whether the order is turned round."""
        return self.sort.startswith("-")

    @property
    def column(self):
        """The column that the page is ordered by."""
        return self.fields["sort"].columns[self.sort.removeprefix("-")]

    @property
    def question(self):
        """What a cursor is bound to: the collection, its filters and its order."""
        made = [(name, self.told[name]) for name in ("as_of", "by") if name in self.told]
        return repr((self.record.table, sorted(self.filters.items()), made, self.sort))


class Form:
    """The parameters that an address takes; built once, when the program starts."""

    def __init__(self, query=None, without=(), more=None):
        self.query, self.record = query, query.record if query else None
        found = {each.data_key or name: each for name, each in query().fields.items()} if query else {}
        found |= more or {}
        self.fields = dict(sorted(found.items(), key=lambda item: not isinstance(item[1], Filter)))
        # The same words are asked for again and again.
        self.value = lru_cache(maxsize=1024)(self._value)
        self.limit = self.fields["limit"].load_default if "limit" in self.fields else None
        self.names = tuple(name for name in self.fields if name not in without)
        self.needed = tuple(name for name in self.names if self.fields[name].required)
        self.unsaid = {name: (self.fields[name].load_default,) for name in self.names
                       if isinstance(self.fields[name], Several)}

    def read(self, snapshot, councils=(), paged=True):
        """The question that the request asks; `councils` are those that its address names already.

        An answer that is not `paged` holds all records, whatever `limit` says.
        """
        return self.understood(snapshot, given(), councils, paged)

    def understood(self, snapshot, said, councils=(), paged=True):
        """The question that the parameters `said` ask, a mapping of each name to all its values."""
        asked = Asked(snapshot, self.record, self.fields, told=dict(self.unsaid), limit=self.limit)
        if councils:
            asked.filters["council"] = tuple(council["id"] for council in councils)
            asked.councils = councils
        errors, cursor = [], None
        for name, values in said.items():
            try:
                if not paged and name in PAGED:
                    raise ValidationError(PAGED[name])
                value = self._understood(asked, name, values)
            except ValidationError as error:
                errors.append({"in": "query", "name": name[:60], "detail": error.messages[0]})
                continue
            cursor = value if name == "cursor" else cursor
        errors += _backwards(asked.filters) + self._missing(said)
        if not errors:
            self._settle(asked)
        if not errors and cursor:
            errors += _resumed(asked, cursor)
        if errors:
            raise BadParameters(errors)
        asked.limit = asked.limit if paged else None
        return asked

    def _missing(self, said):
        return [{"in": "query", "name": name, "detail": "It is missing: this address needs it."}
                for name in self.needed if name not in said]

    def _settle(self, asked):
        """Set what the parameters imply, and widen the councils to those before them that they mean too."""
        for name in asked.told:
            for implied, value in getattr(self.query, "implied", {}).get(name, {}).items():
                asked.filters.setdefault(implied, value)
        if "council" not in asked.filters:
            return
        if asked.told.get("lineage"):
            asked.councils = asked.snapshot.line(asked.councils)
            asked.filters["council"] = tuple(council["id"] for council in asked.councils)
        elif getattr(self.query, "carries", False) and "as_of" not in asked.told:
            asked.filters["council"] = asked.snapshot.carried(asked.councils)

    def _value(self, name, text):
        """What a parameter's text means by itself."""
        _check_text(self.fields[name], text)
        return self.fields[name].deserialize(text, name)

    def _understood(self, asked, name, values):
        if name not in self.names:
            near = meant(name, self.names)
            raise ValidationError("There is no such parameter" + (f"; did you mean {near}?" if near else " here."))
        if len(values) > 1:
            raise ValidationError(
                "It is given more than once; separate several values by commas where they are allowed.")
        each, text = self.fields[name], values[0]
        value = self.value(name, text)
        if isinstance(each, Councils):
            asked.councils = councils_named(asked.snapshot, text)
            value = tuple(council["id"] for council in asked.councils)
        if isinstance(each, Known):
            all_known(value, asked.snapshot.known[each.known], f"a known {name}")
        if isinstance(each, Filter):
            asked.filters[name] = value
        elif isinstance(each, Limit):
            asked.limit = value
        elif isinstance(each, Sort):
            asked.sort = value
        elif not isinstance(each, Cursor):
            asked.told[name] = value
        return value if isinstance(each, Cursor) else None


def given():
    """The parameters of the request, each with all its values."""
    raw = request.environ.get("QUERY_STRING", "")
    if len(raw) > LONGEST_QUERY:
        raise RequestURITooLarge(f"The query is longer than {LONGEST_QUERY} characters.")
    if not raw.isascii():
        raw = raw.encode("latin-1").decode(errors="replace")
    found = {}
    for piece in filter(None, raw.split("&")):
        name, _, value = piece.partition("=")
        found.setdefault(unquote_plus(name), []).append(unquote_plus(value))
    return found


def _check_text(each, text):
    if not text.strip():
        raise ValidationError("It is empty: leave it out or give it a value.")
    if len(text) > each.longest:
        raise ValidationError(f"It is {len(text)} characters long; at most {each.longest} are read.")
    if CONTROL.search(text):
        raise ValidationError("It holds a control character.")


def councils_named(snapshot, text):
    """The councils of a parameter's text."""
    found, unknown = snapshot.council_names.any_of(text)
    if unknown is not None:
        near = snapshot.council_names.suggestion(unknown)
        said = f"'{unknown[:60]}' is no council known here"
        raise ValidationError(f"{said}; did you mean '{near}'?" if near else f"{said}; /v1/councils lists them.")
    return found


def _backwards(filters):
    if "from" in filters and "to" in filters and filters["from"] > filters["to"]:
        detail = f"{filters['from']} lies after the last day, {filters['to']}."
        return [{"in": "query", "name": "from", "detail": detail}]
    return []


def _resumed(asked, cursor):
    try:
        asked.after = cursors.read(asked.snapshot.dataset, asked.question, cursor)
    except cursors.Outdated:
        raise Gone("The data has changed since this cursor was given: start again from the first page.") from None
    except cursors.Foreign:
        detail = "It is no cursor of this question: take it from links.next, and leave filters and sort as they were."
        return [{"in": "query", "name": "cursor", "detail": detail}]
    return []
