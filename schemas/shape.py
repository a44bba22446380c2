"""The shapes that the same records are answered in, and the parameters that choose them."""

from dataclasses import dataclass

from marshmallow import fields

from schemas import Quote, Rating
from schemas.parameter import LONGEST, Text, Word
from schemas.several import any_of, items
from schemas.suggestion import all_known


@dataclass(frozen=True)
class Shape:
    """A shape: its name in `format`, media type, the endings of its addresses, and what it is.

    A `paged` one is cut into pages, the others hold all records.
    """

    name: str
    media: str
    endings: tuple
    what: str
    paged: bool = False


JSON = Shape("json", "application/json", ("json",), "JSON, in pages", paged=True)
CSV = Shape("csv", "text/csv", ("csv",), "a table for spreadsheets")
NDJSON = Shape("ndjson", "application/x-ndjson", ("ndjson", "jsonl"), "one JSON record a line")
XLSX = Shape("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",),
             "an Excel workbook")
JSONLD = Shape("jsonld", "application/ld+json", ("jsonld",), "linked data in the words of schema.org")
BIBTEX = Shape("bibtex", "application/x-bibtex", ("bib", "bibtex"), "citations for LaTeX")
RIS = Shape("ris", "application/x-research-info-systems", ("ris",), "citations for Zotero, EndNote and others")
CSL = Shape("csl-json", "application/vnd.citationstyles.csl+json", ("csl-json",), "citations for citation processors")

SHAPES = (JSON, CSV, NDJSON, XLSX, JSONLD, BIBTEX, RIS, CSL)
TABLES, CITATIONS = (CSV, NDJSON, XLSX), (BIBTEX, RIS, CSL)
ENDINGS = {ending: shape for shape in SHAPES for ending in shape.endings}
# JSON that holds only the fields asked for is no record of the contract, so it says that it is something else.
SELECTION = "application/vnd.inspection-facts.selection"
# JSON of another form: the contract gives it addresses of its own, so that generated clients keep one type for each.
APART = (JSONLD, CSL)


def shapes_of(record, many):
    """The shapes that a record, or many of its type, can be asked for in."""
    linked = (JSONLD,) if record in (Quote, Rating) else ()
    return (JSON, *(TABLES if many else ()), *linked, *CITATIONS)


class Format(Word):
    """The shape of the answer."""

    def __init__(self, shapes):
        listed = "; ".join(f"{shape.name}: {shape.what}" for shape in shapes)
        ending = f"ending of the address, such as .{shapes[1].endings[0]},"
        super().__init__([shape.name for shape in shapes], f"The shape of the answer. {listed}. An {ending} goes "
                         "before this parameter, and this before the header Accept.")


class Fields(fields.String):
    """The fields that an answer is to hold, those of a part with a dot."""

    longest = LONGEST

    def __init__(self, record):
        self.paths = paths(record)
        whole = [path for path in self.paths if "." not in path]
        super().__init__(metadata={
            "description": "The fields that the answer holds, separated by commas, in this order; those of a part with "
                           f"a dot. Of {', '.join(self.paths)}. The answer's type is then {SELECTION}.",
            "example": ",".join(whole[:2]), "pattern": any_of(self.paths)})

    def _deserialize(self, value, attr, data, **kwargs):
        return all_known(items(value), self.paths, "a field of these records", show=len(self.paths) < 30)


class Facets(Text):
    """The fields whose values are counted."""

    longest = LONGEST

    def __init__(self, words):
        super().__init__(metadata={
            "description": "Fields whose values are counted over all records that the filters leave, separated by "
                           f"commas. Of {', '.join(words)}. The 100 most frequent values of each are given.",
            "example": words[0], "pattern": any_of(words)})
        self.words = words

    def _deserialize(self, value, attr, data, **kwargs):
        return all_known(items(value), self.words, "a field that can be counted")


def paths(schema):
    """The fields of a schema and of its parts, as they are written with dots."""
    found = []
    for key, field in schema._declared_fields.items():
        found.append(key)
        inner = field.inner if isinstance(field, fields.List) else field
        parts = (type(inner.schema),) if isinstance(inner, fields.Nested) else getattr(inner, "schemas", ())
        found += dict.fromkeys(f"{key}.{path}" for part in parts for path in paths(part))
    return tuple(found)


def table_columns(record):
    """The columns that a record has in a flat table, each with the path of its field."""
    known = paths(record)
    leaves = [path for path in known if not any(other.startswith(f"{path}.") for other in known)]
    return {path.replace(".", "_"): tuple(path.split(".")) for path in leaves}
