"""What is fuzzed: each target takes any bytes and raises only where the program is wrong."""

import json
import tempfile
from functools import cache
from pathlib import Path

from api.app import create_app
from fixtures.clean import Unreadable
from fixtures.corpus import BadCorpus, article, sources
from fixtures.extract import extract
from fixtures.load import load
from schemas import Issue, Quote, Rating, Statistic
from schemas.query import QUERIES

ROOT = Path(__file__).parents[2]
COLLECTIONS = [f"/v1/{query.record.table}" for query in QUERIES]
ADDRESSES = [*COLLECTIONS, "/v1/search", "/v1/verify", "/v1/summary", "/v1/councils/resolve", "/v1/councils/kent/timeline",
             "/v1/councils/kent/ratings", "/v1/councils/kent/quotes"]
ANSWERS = {200, 304, 404, 406, 410, 413, 414, 422}


def text(data):
    """A text file."""
    _read(data, ".txt")


def markdown(data):
    """A Markdown file."""
    _read(data, ".md")


def html(data):
    """A saved page."""
    _read(data, ".html")


def _read(data, suffix):
    try:
        read = article(data, "fuzzed", suffix)
    except Unreadable as refusal:
        assert str(refusal) and "\n" not in str(refusal)
        return
    read.text.encode()
    found = extract(read)
    for record, values in ((Rating, found.ratings), (Statistic, found.statistics), (Quote, found.quotes),
                           (Issue, found.issues)):
        assert len({value["id"] for value in values}) == len(values), "an id stands twice"
        for value in values:
            wrong = record().validate(json.loads(json.dumps(value)))
            assert not wrong, wrong
            for piece in value["evidence"]:
                assert read.text[piece["start"]:piece["end"]] == piece["exact"] != "", piece


def table(data):
    """The file articles.csv beside an article."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "kent.txt").write_text("Kent was rated good by Ofsted.", encoding="utf-8")
        (Path(folder) / "articles.csv").write_bytes(data)
        try:
            for source in sources(folder):
                article(source.path.read_bytes(), source.path.stem, ".txt", source.stated).text.encode()
        except BadCorpus as refusal:
            assert str(refusal).startswith("articles.csv") and "\n" not in str(refusal), str(refusal)


def query(data):
    """A question to the API: the first byte chooses the address, the rest is its query."""
    address = ADDRESSES[(data[0] if data else 0) % len(ADDRESSES)]
    answer = _client().get(address, query_string=data[1:].decode("latin-1"))
    assert answer.status_code in ANSWERS, (address, data[1:], answer.status_code, answer.text)
    document = json.loads(answer.data) if answer.data and answer.mimetype.endswith("json") else {}
    assert not document.get("errors") or all(error["detail"] for error in document["errors"])


@cache
def _client():
    folder = tempfile.mkdtemp(prefix="inspection-facts-fuzz-")
    database = Path(folder) / "facts.sqlite"
    load([ROOT / "fixtures" / "articles"], database, workers=1)
    app = create_app(database)
    app.testing = True
    return app.test_client()


def seeds(name):
    """What a target begins with: the articles of the tests, tables, and good questions."""
    if name in ("text", "markdown", "html"):
        suffix = {"text": "*.txt", "markdown": "*.md", "html": "*.html"}[name]
        for path in sorted((ROOT / "tests" / "articles").rglob(suffix)):
            yield path.read_bytes()
        if name != "html":
            for path in sorted((ROOT / "tests" / "rules").glob("*.jsonl")):
                for line in path.read_text(encoding="utf-8").splitlines()[::4]:
                    yield json.loads(line)["text"].encode()
    elif name == "table":
        yield b"file,publisher,headline,byline,published,url,rendition\nkent.txt,Courier,\"A, b\",,2016-06-28,,digest\n"
        yield b"\xef\xbb\xbffile;headline\r\nkent.txt;\"x\r\ny\"\r\n"
    else:
        for number, each in enumerate(QUERIES):
            for key, field in each().fields.items():
                if "example" in field.metadata:
                    yield bytes([number]) + f"{field.data_key or key}={field.metadata['example']}&limit=3".encode()
        for number in range(len(ADDRESSES)):
            yield bytes([number]) + b"q=%22children%27s+serv*%22&as_of=2015-01-01&sort=-id&cursor=abc"


TARGETS = {each.__name__: each for each in (text, markdown, html, table, query)}
