"""Reads the parameters of a request strictly: what is unknown, repeated, empty or not understood is refused by name."""

import re
from dataclasses import dataclass, field

from flask import request
from marshmallow import ValidationError
from werkzeug.exceptions import Gone, RequestURITooLarge

from api import cursors
from api.errors import BadParameters
from schemas.parameter import Councils, Cursor, Filter, Known, Limit, Sort, meant, refusal

LONGEST_QUERY = 16_384
PAGED = {
    "cursor": "This shape has no pages: it holds all records.",
    "facets": "This shape has no place for counts; ask for them in JSON.",
}
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass
class Asked:
    """A question to a collection, understood; `told` holds what neither narrows nor orders it."""

    snapshot: object
    record: type
    fields: dict
    filters: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)
    councils: tuple = ()
    limit: int = 50
    sort: str = "id"
    after: tuple = None

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
        return repr((self.record.table, sorted(self.filters.items()), self.sort))


class Form:
    """The parameters that an address takes; built once, when the program starts."""

    def __init__(self, query=None, without=(), more=None):
        self.record = query.record if query else None
        found = {each.data_key or name: each for name, each in query().fields.items()} if query else {}
        found |= more or {}
        self.fields = dict(sorted(found.items(), key=lambda item: not isinstance(item[1], Filter)))
        self.limit = self.fields["limit"].load_default if "limit" in self.fields else None
        self.names = tuple(name for name in self.fields if name not in without)
        self.needed = tuple(name for name in self.names if self.fields[name].required)

    def read(self, snapshot, councils=(), paged=True):
        """The question that the request asks; `councils` are those that its address names already.

        An answer that is not `paged` holds all records, whatever `limit` says.
        """
        asked = Asked(snapshot, self.record, self.fields, limit=self.limit)
        if councils:
            asked.filters["council"] = tuple(council["id"] for council in councils)
            asked.councils = councils
        errors, cursor = [], None
        for name, values in given():
            try:
                if not paged and name in PAGED:
                    raise ValidationError(PAGED[name])
                value = self._understood(asked, name, values)
            except ValidationError as error:
                errors.append({"in": "query", "name": name[:60], "detail": error.messages[0]})
                continue
            cursor = value if name == "cursor" else cursor
        errors += _backwards(asked.filters) + self._missing()
        if not errors and cursor:
            errors += _resumed(asked, cursor)
        if errors:
            raise BadParameters(errors)
        asked.limit = asked.limit if paged else None
        return asked

    def _missing(self):
        return [{"in": "query", "name": name, "detail": "It is missing: this address needs it."}
                for name in self.needed if name not in request.args]

    def _understood(self, asked, name, values):
        if name not in self.names:
            near = meant(name, self.names)
            raise ValidationError("There is no such parameter" + (f"; did you mean {near}?" if near else " here."))
        each, text = self.fields[name], values[0]
        _check_text(each, values)
        value = each.deserialize(text, name)
        if isinstance(each, Councils):
            asked.councils = councils_named(asked.snapshot, text)
            value = tuple(council["id"] for council in asked.councils)
        if isinstance(each, Known):
            _check_known(asked.snapshot.known[each.known], value, name)
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
    if len(request.query_string) > LONGEST_QUERY:
        raise RequestURITooLarge(f"The query is longer than {LONGEST_QUERY} characters.")
    return request.args.lists()


def _check_text(each, values):
    if len(values) > 1:
        raise ValidationError("It is given more than once; separate several values by commas where they are allowed.")
    if not values[0].strip():
        raise ValidationError("It is empty: leave it out or give it a value.")
    if len(values[0]) > each.longest:
        raise ValidationError(f"It is {len(values[0])} characters long; at most {each.longest} are read.")
    if CONTROL.search(values[0]):
        raise ValidationError("It holds a control character.")


def councils_named(snapshot, text):
    """The councils of a parameter's text."""
    found, unknown = snapshot.councils.any_of(text)
    if unknown is not None:
        near = snapshot.councils.suggestion(unknown)
        said = f"'{unknown[:60]}' is no council known here"
        raise ValidationError(f"{said}; did you mean '{near}'?" if near else f"{said}; /v1/councils lists them.")
    return found


def _check_known(words, value, name):
    for item in value:
        if item not in words:
            raise ValidationError(refusal(item, words, f"a known {name}"))


def _backwards(filters):
    if filters.get("from", "") > filters.get("to", "9999"):
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
