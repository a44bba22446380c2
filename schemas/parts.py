"""The short forms in which records name one another, and the evidence they rest on."""

from marshmallow import fields, validate

from schemas.record import Part
from schemas.vocabulary import RENDITIONS

# How many characters before and after it evidence keeps.
CONTEXT = 40


def string(description, example=None, none=False, **more):
    """A required text field; `none` allows null."""
    metadata = {"description": description} | ({"example": example} if example is not None else {})
    return fields.String(required=True, allow_none=none, metadata=metadata, **more)


def day(description, example=None, none=False):
    """A required day (ISO 8601), never a mere month or year; kept as the text that it is."""
    field = string(description, example, none)
    field.metadata["format"] = "date"
    return field


def choice(values, description, none=False):
    """A required text field that holds one of a closed list of words."""
    return string(description, values[0], none, validate=validate.OneOf([*values, None] if none else values))


def number(description, example=None, none=True):
    """A required number, null if unknown."""
    return fields.Float(required=True, allow_none=none, metadata={"description": description, "example": example})


def whole(description, example=None, none=False):
    """A required whole number of at least nought."""
    return fields.Integer(required=True, allow_none=none, strict=True, validate=validate.Range(min=0),
                          metadata={"description": description, "example": example})


def listed(inner, description):
    """A required list, empty if there is nothing."""
    return fields.List(inner, required=True, metadata={"description": description})


def part(schema, description, none=False):
    """A required part, null if `none` allows it."""
    return fields.Nested(schema, required=True, allow_none=none, metadata={"description": description})


class CouncilReference(Part):
    """A council, as other records name it."""

    id = string("The council's slug.", "birmingham")
    name = string("The council's usual name.", "Birmingham")
    gss_code = string("The council's GSS code, from the Office for National Statistics.", "E08000025")


def reference(council):
    """A council in the short form in which other records name it."""
    return {key: council[key] for key in CouncilReference._declared_fields}


class ArticleReference(Part):
    """The article that a record was read from."""

    id = string("The article's slug, from its file's name.", "003-382a58e98ad6cf3d")
    headline = string("The article's headline.", "Council told to improve", none=True)
    publisher = string("Who published the article.", "The Guardian", none=True)
    published = day("The day of publication.", "2016-06-28", none=True)
    url = string("Where the article was published.", none=True)
    rendition = choice(RENDITIONS, "Whether the loaded text is the publisher's own or a digest of it.")


class Evidence(Part):
    """The characters of an article that a record rests on, counted in the cleaned text of the rendition loaded."""

    exact = string("The characters themselves.", "Birmingham city council was judged inadequate")
    prefix = string(f"Up to {CONTEXT} characters before them.")
    suffix = string(f"Up to {CONTEXT} characters after them.")
    start = whole("Offset of the first character, in Unicode characters.", 120)
    end = whole("Offset after the last character.", 165)


class NamedReference(Part):
    """An organisation, as other records name it."""

    id = string("The organisation's slug.", "ofsted")
    name = string("The fullest name that the article prints for it.", "Ofsted")


class SpeakerReference(Part):
    """A speaker, as a quote names them."""

    id = string("The speaker's slug, without honorific.", "ada-example")
    name = string("The fullest name that the article prints.", "Ada Example")
    honorific = string("The title printed before the name.", "Dame", none=True)


def evidence():
    """The evidence of a record: a list, because a fact may be printed more than once."""
    return listed(part(Evidence, "A place in the article."), "The places in the article that the record rests on.")
