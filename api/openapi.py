"""The OpenAPI document, made from the routes, their operations and the record declarations."""

import json
import re
from http import HTTPStatus

import yaml
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from api import examples
from api.addresses import template
from api.errors import DETAILS, MEDIA, TITLES
from api.program import ATTRIBUTION, LICENCE, NAME, program_version
from schemas.reply import Problem
from schemas.shape import APART, CSL, SELECTION, Format
from schemas.timeline import AnyOf

VERSION = "3.1.1"
ABOUT = f"""\
Facts that news articles give about Ofsted inspections of English councils' children's services: ratings, figures and
quotes, each with the characters of the article that it rests on.

A collection answers a page: `data`, `meta` with the total, and `links` with the address of the next page. Parameters
are strict: what is unknown, repeated, empty or not understood is refused by name with status 422. Every failure is
`application/problem+json`. Unknown is `null`, never a missing key. Replies may gain fields.

{ATTRIBUTION}."""
PROBLEMS = {
    404: "NotFound", 406: "NotAcceptable", 410: "Gone",
    413: "TooLarge", 415: "UnsupportedType", 416: "NoSuchPart", 422: "BadParameters", 500: "Failure",
    503: "Unavailable",
}
BINARY = {"application/octet-stream": {"format": "binary"}}
READABLE = ("text/", "application/json", "application/linkset+json")
OF_PAGES = ("limit", "cursor", "format", "fields", "facets")
# No control character, and something besides spaces.
NOT_BLANK = r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$"
GONE = "The data has changed since this cursor was given: start again from the first page."
HEADERS = {
    "Repr-Digest": "The digest of the whole file (RFC 9530).",
    "ETag": "Changes with the data, the program's version, the format and the encoding.",
    "Link": "The next page, the contract, the licence (RFC 8288).",
}


def document(app):
    """The document as a dict; made once for an app."""
    if "openapi" not in app.extensions:
        app.extensions["openapi"] = _made(app)
    return app.extensions["openapi"]


def text(app):
    """The document as YAML."""
    return yaml.dump(document(app), Dumper=Readable, sort_keys=False, allow_unicode=True, width=120)


class Readable(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """YAML whose texts of several lines stand as they are read; libyaml, where it is there, is five times as fast."""

    def ignore_aliases(self, data):
        """Write what occurs twice twice."""
        return True


def _lines(dumper, value):
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


Readable.add_representer(str, _lines)


def operations(app):
    """All addresses of an app's API with their operations, in the order they were declared; pages are none."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint.partition(".")[0] not in app.extensions["nouns"]:
            continue
        operation = getattr(app.view_functions[rule.endpoint], "operation", None)
        yield template(rule.rule), rule.endpoint, operation


def _made(app):
    plugin = MarshmallowPlugin(schema_name_resolver=lambda schema: _name(schema))
    spec = APISpec(NAME, program_version(), VERSION, plugins=[plugin], **_about(app))
    plugin.converter.add_attribute_function(_any_of)
    spec.components.schema("Problem", schema=Problem)
    for header, description in HEADERS.items():
        spec.components.header(header, {"description": description, "schema": {"type": "string"}})
    for status, name in PROBLEMS.items():
        spec.components.response(name, _problem(status))
    spec.components.response("Problem", _problem(None))
    for path, endpoint, operation in operations(app):
        if operation:
            spec.path(path, operations={operation.method: _operation(plugin, path, endpoint, operation)})
            for shape in (shape for shape in operation.shapes if shape in APART):
                apart = _apart(_operation(plugin, path, endpoint, operation), operation, shape)
                spec.path(f"{path}.{shape.endings[0]}", operations={operation.method: apart})
    return _tidied(json.loads(json.dumps(spec.to_dict())))


def _any_of(converter, field, **more):
    """What a field that holds one of several records says of itself."""
    if not isinstance(field, AnyOf):
        return {}
    return {"anyOf": [converter.resolve_nested_schema(schema) for schema in field.schemas]}


def _name(schema):
    found = schema if isinstance(schema, type) else type(schema)
    return found.__name__


def _about(app):
    tags = [{"name": name, "description": module.__doc__.strip()} for name, module in app.extensions["nouns"].items()]
    return {
        "info": {"summary": "Facts about Ofsted inspections of children's services, with evidence.",
                 "description": ABOUT, "contact": {"name": "The authors of inspection-facts"},
                 "license": {"name": LICENCE["name"], "identifier": LICENCE["name"]}},
        "servers": [{"url": "/", "description": "Where this document was read."}],
        "security": [],
        "tags": tags,
    }


def _apart(told, operation, shape):
    """An operation in a shape that has an address of its own."""
    schema = {"type": "array", "items": {"type": "object"}} if shape is CSL else {"type": "object"}
    content = {shape.media: {"schema": schema, "example": examples.shaped(operation.reply, shape)}}
    return told | {
        "operationId": f"{told['operationId']}As{shape.name.replace('-json', '').capitalize()}",
        "summary": f"{told['summary']} as {shape.what}",
        "parameters": [each for each in told["parameters"] if each["name"] not in OF_PAGES],
        "responses": told["responses"] | {"200": told["responses"]["200"] | {"content": content}},
    }


def _operation(plugin, path, endpoint, operation):
    summary, _, description = (operation.view.__doc__ or "").strip().partition("\n")
    return {
        "operationId": _identifier(endpoint),
        "summary": summary.rstrip("."),
        "description": re.sub(r"\n +", "\n", description.strip()) or summary,
        "tags": [endpoint.split(".")[0]],
        **({"deprecated": True} if operation.deprecated else {}),
        "parameters": [*_in_path(operation), *_in_query(plugin, operation.form)],
        **({"requestBody": _body(operation)} if operation.body else {}),
        "responses": _responses(path, operation),
    }


def _body(operation):
    content = {media: {"schema": {"type": "string"} | BINARY.get(media, {}), "example": examples.BODIES[media]}
               for media in operation.body}
    return {"required": True, "description": "The article, in UTF-8 or Windows-1252.", "content": content}


def _identifier(endpoint):
    first, *rest = endpoint.split(".")[-1].split("_")
    return first + "".join(word.capitalize() for word in rest)


def _in_path(operation):
    for name, description, *words in operation.path:
        schema = {"type": "string"} | ({"enum": words} if words else {})
        yield {"name": name, "in": "path", "required": True, "description": description, "schema": schema,
               "example": words[0] if words else examples.path(operation.reply)}


def _in_query(plugin, form):
    for name in form.names:
        schema = plugin.converter.field2property(form.fields[name])
        if isinstance(form.fields[name], Format):
            schema["enum"] = [word for word in schema["enum"] if word not in [shape.name for shape in APART]]
        if schema["type"] == "string" and not {"enum", "pattern", "format"} & set(schema):
            schema |= {"minLength": 1, "maxLength": form.fields[name].longest, "pattern": NOT_BLANK}
        description, example = schema.pop("description"), schema.pop("example", None)
        yield {"name": name, "in": "query", "required": form.fields[name].required, "description": description,
               "schema": schema, **({"example": example} if example is not None else {})}


def _responses(path, operation):
    content = {media: _content(path, operation) for media in operation.media} | _shaped(operation)
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in operation.headers}
    found = {"200": {"description": "What was asked for.", "headers": headers, "content": content}}
    if "Repr-Digest" in operation.headers:
        found["416"] = {"$ref": f"#/components/responses/{PROBLEMS[416]}"}
        found["206"] = found["200"] | {"description": "The part of the file that was asked for."}
    if "ETag" in operation.headers:
        found["304"] = {"description": "The client has it already.", "headers": {"ETag": headers["ETag"]}}
    found |= {str(status): {"$ref": f"#/components/responses/{PROBLEMS[status]}"}
              for status in sorted(set(operation.problems))}
    # A generated client that cannot read a type would take what it does not know for a problem.
    opaque = operation.reply is None and not operation.media[0].startswith(READABLE)
    return found if opaque else found | {"default": {"$ref": "#/components/responses/Problem"}}


def _shaped(operation):
    """The other shapes of the same records. They share the schema, so that a client generated with all has one type."""
    shared = [SELECTION, *(shape.media for shape in operation.shapes[1:] if shape not in APART)]
    return {media: {"schema": operation.reply} for media in shared} if operation.shapes else {}


def _content(path, operation):
    if operation.reply is None:
        return {"schema": {"type": "object" if operation.media[0].endswith(("json", "yaml")) else "string"},
                "example": operation.example}
    return {"schema": operation.reply, "example": operation.example or examples.reply(operation.reply, path)}


def _problem(status):
    if status is None:
        return {"description": "Any other failure.", "content": {MEDIA: {"schema": Problem}}}
    title = TITLES.get(status) or HTTPStatus(status).phrase
    example = examples.of(Problem) | {"title": title, "status": status}
    if status != 422:
        example.pop("errors")
        example["detail"] = DETAILS.get(status, GONE)
    return {"description": f"{title}.", "content": {MEDIA: {"schema": Problem, "example": example}}}


def _tidied(node):
    """The document as generated clients read it best; replies may grow."""
    for schema in node["components"]["schemas"].values():
        schema.pop("additionalProperties", None)
        for member in schema.get("properties", {}).values():
            _tidy(member)
    return {"openapi": node.pop("openapi"), **node}


def _tidy(member):
    """JSON Schema 2020-12 has `examples`; a list of words or null is best told as one or the other."""
    example = member.pop("example", None)
    if example is not None:
        member["examples"] = [example]
    if None in member.get("enum", ()):
        words = [word for word in member.pop("enum") if word is not None]
        member.pop("type")
        member["anyOf"] = [{"type": "string", "enum": words}, {"type": "null"}]
    if "items" in member:
        _tidy(member["items"])
