"""A Python client generated from the contract, untouched, reaches every operation of the real server."""

import datetime
import importlib
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

GENERATE = Path(sys.executable).with_name("openapi-python-client")
ROOT = Path(__file__).parents[2]
# What openapi-python-client cannot read it leaves as bytes.
OPAQUE = {"get_export", "get_openapi_yaml"}


@pytest.fixture(scope="module")
def client(address, tmp_path_factory):
    """The generated package's client, and a function that finds its operations."""
    folder = tmp_path_factory.mktemp("generated")
    made = subprocess.run([GENERATE, "generate", "--path", ROOT / "openapi.yaml", "--meta", "none",
                           "--output-path", folder / "facts_client"], capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(folder))
    package = importlib.import_module("facts_client")
    yield package.Client(base_url=address), lambda tag, name: importlib.import_module(f"facts_client.api.{tag}.{name}")
    sys.path.remove(str(folder))


def snake(name):
    """A name as the generator writes it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def arguments(operation, here):
    """What an operation cannot be called without."""
    place = [here for each in operation["parameters"] if each["in"] == "path"]
    query = {each["name"]: each["example"] for each in operation["parameters"]
             if each["in"] == "query" and each["required"]}
    if "requestBody" in operation:
        query["body"] = importlib.import_module("facts_client.types").File(payload=BytesIO(b"Ofsted rated Leeds good."))
    return place, query


def called(client, operation, place, query):
    """The answer to an operation, as the generated client reads it."""
    module = client[1](operation["tags"][0], snake(operation["operationId"]))
    if place and operation["operationId"] in ("getDocsFile", "getExport"):
        words = importlib.import_module("facts_client.models")
        kind = next(value for name, value in vars(words).items() if name.lower() == f"{operation['operationId']}File".lower())
        place = [kind(place[0])] if place[0] in [word.value for word in kind] else place
    return module.sync_detailed(*place, client=client[0], **query)


def test_every_operation_finds_what_is_there(client, operations):
    for path, _, operation, here in operations:
        answer = called(client, operation, *arguments(operation, here))
        assert answer.status_code == 200, path
        name = snake(operation["operationId"])
        assert name in OPAQUE or answer.parsed is not None, path
        assert type(answer.parsed).__name__ != "Problem"


def test_every_operation_reads_what_is_missing(client, operations):
    for path, _, operation, here in operations:
        place, query = arguments(operation, here)
        if not place or operation["operationId"] in ("getDocsFile", "getExport"):
            continue
        answer = called(client, operation, ["nothing-of-this-name"], query)
        assert answer.status_code == 404 and answer.parsed.status == 404 and answer.parsed.detail, path


def test_every_operation_reads_why_input_is_bad(client, operations):
    tried = 0
    for path, _, operation, here in operations:
        place, query = arguments(operation, here)
        names = [each["name"] for each in operation["parameters"] if each["in"] == "query"]
        bad = next(({name: value} for name, value in (("limit", 0), ("fields", "x"), ("q", " "), ("quote", " "),
                                                      ("name", "\x00")) if name in names), None)
        if bad:
            answer = called(client, operation, place, query | bad)
            assert answer.status_code == 422 and answer.parsed.errors[0].name in bad, path
            tried += 1
    assert tried > 25


def test_every_collection_is_read_page_by_page(client, operations):
    walked = 0
    for path, _, operation, here in operations:
        if not any(each["name"] == "cursor" for each in operation["parameters"]):
            continue
        place, query = arguments(operation, here)
        found, cursor = [], {}
        for _ in range(3):
            page = called(client, operation, place, query | {"limit": 2} | cursor).parsed
            found += [str(each.to_dict()) for each in page.data]
            if page.links.next_ is None:
                break
            cursor = {"cursor": parse_qs(urlsplit(page.links.next_).query)["cursor"][0]}
        assert len(found) == len(set(found)), path
        assert len(found) == min(6, page.meta.total), path
        walked += 1
    assert walked >= 12


def test_unknown_is_none_and_words_are_enums(client, records):
    module = client[1]("ratings", "list_ratings")
    page = module.sync(client=client[0], limit=500)
    assert {type(each.grade).__name__ for each in page.data} - {"NoneType"}
    assert any(each.article is None for each in page.data) and any(each.inspected is None for each in page.data)


def test_days_are_dates_and_months_are_words(client, records):
    ratings = client[1]("ratings", "list_ratings").sync(client=client[0], limit=500).data
    assert {type(each.reported) for each in ratings} <= {datetime.date, type(None)}
    assert {type(each.inspected.start) for each in ratings if each.inspected} <= {str, type(None)}
    press = [each.article.published for each in ratings if each.article]
    assert {type(day) for day in press} == {datetime.date, type(None)}
