"""openapi.yaml is what the program does, and nothing else."""

import copy
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from openapi_spec_validator import validate

from api.app import create_app
from api.openapi import operations
from schemas import shape
from tests.serving import COMMAND, ROOT

SPEC = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
APART = tuple(f".{ending}" for shape in shape.APART for ending in shape.endings)
POSTED = ("/v1/extractions", "post")
ALL = [(path, operation) for path, item in SPEC["paths"].items() for operation in item.values()]
OPERATIONS = [(path, item["get"]) for path, item in SPEC["paths"].items() if "get" in item]


def test_the_committed_document_is_the_one_the_program_prints():
    printed = subprocess.run([COMMAND, "openapi"], capture_output=True, check=True).stdout
    assert printed == (ROOT / "openapi.yaml").read_bytes()


def test_the_served_documents_are_the_committed_one(api, spec):
    assert api.get("/openapi.yaml").content == Path(ROOT / "openapi.yaml").read_bytes()
    assert api.json("/openapi.json") == spec


def test_the_document_is_valid_openapi():
    validate(copy.deepcopy(SPEC))
    assert SPEC["openapi"] == "3.1.1"


def test_routes_and_document_name_the_same_addresses():
    assert [path for path, _, _ in operations(create_app("none"))] == [path for path in SPEC["paths"]
                                                                       if not path.endswith(APART)]
    assert all(operation for _, _, operation in operations(create_app("none")))
    assert {(path, *item) for path, item in SPEC["paths"].items() if list(item) != ["get"]} == {POSTED}


def test_every_operation_says_what_it_does():
    names = [operation["operationId"] for _, operation in ALL]
    assert len(set(names)) == len(names) and all(re.fullmatch("[a-z]+[A-Za-z]+", name) for name in names)
    for path, operation in ALL:
        assert operation["summary"] and operation["description"] and operation["tags"], path
        assert all(parameter["description"] for parameter in operation["parameters"])
        assert set(operation["tags"]) <= {tag["name"] for tag in SPEC["tags"]}


@pytest.mark.parametrize("path, operation", ALL, ids=[path for path, _ in ALL])
def test_every_operation_has_an_example_that_fits_it(api, path, operation):
    contents = operation["responses"]["200"]["content"]
    for content in [contents[media] for number, media in enumerate(contents) if number == 0 or media.endswith("+json")]:
        assert "example" in content
        if "$ref" in content["schema"]:
            api.validate(content["schema"]["$ref"].replace("#", "urn:spec#"), content["example"])


def needed(operation, but=None):
    """The parameters that an address cannot do without, by example."""
    return [f"{each['name']}={each['example']}" for each in operation["parameters"]
            if each["in"] == "query" and each["required"] and each["name"] != but]


@pytest.mark.parametrize("path, operation", OPERATIONS, ids=[path for path, _ in OPERATIONS])
def test_every_operation_answers_as_it_says(api, records, path, operation):
    ids = {f"/v1/{record.table}/{{id}}{ending}": values[0]["id"]
           for record, values in records.items() for ending in ("", *APART)}
    file = next((p["example"] for p in operation["parameters"] if p["name"] == "file"), "")
    address = path.replace("{id}", ids.get(path, "leeds")).replace("{file}", file)
    answer = api.get("?".join([address, *needed(operation)]))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].split(";")[0] in operation["responses"]["200"]["content"]


@pytest.mark.parametrize("path, operation", [item for item in OPERATIONS if "304" in item[1]["responses"]],
                         ids=[path for path, item in OPERATIONS if "304" in item["responses"]])
def test_every_example_of_a_parameter_is_taken(api, records, path, operation):
    ids = {f"/v1/{record.table}/{{id}}": values[0]["id"] for record, values in records.items()}
    for parameter in operation["parameters"]:
        if parameter["in"] == "query" and "example" in parameter:
            address = path.replace("{id}", ids.get(path, "leeds"))
            query = [f"{parameter['name']}={parameter['example']}", *needed(operation, parameter["name"])]
            answer = api.get(f"{address}?{'&'.join(query)}")
            assert answer.status_code == 200, answer.text


def test_schemas_leave_room_to_grow_and_miss_no_key():
    for name, schema in SPEC["components"]["schemas"].items():
        assert "additionalProperties" not in schema
        optional = {"errors"} if name == "Problem" else {"facets"} if name.endswith("Page") else set()
        assert set(schema["required"]) | optional == set(schema["properties"]), name
        assert all("description" in member or "$ref" in member for member in schema["properties"].values()), name


def test_examples_tell_of_what_they_stand_for():
    """An example's page is at its own address, its records belong together, and no text in it describes a field."""
    described = {member["description"] for schema in SPEC["components"]["schemas"].values()
                 for member in schema.get("properties", {}).values() if "description" in member}
    seen = 0
    for path, methods in SPEC["paths"].items():
        content = methods.get("get", {}).get("responses", {}).get("200", {}).get("content", {})
        example = content.get("application/json", {}).get("example")
        if not isinstance(example, dict):
            continue
        assert not described & set(texts(example)), path
        if "links" in example and "self" in example["links"]:
            assert example["links"]["self"].split("?")[0] == path.replace("{id}", "birmingham")
        for record in example.get("data", [example]):
            if isinstance(record.get("article"), dict) and "id" in record:
                assert record["id"].startswith(record["article"]["id"])
                seen += 1
    assert seen >= 10


def texts(node):
    """Every text in a document."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from texts(each)
