"""The whole data set can be taken as files, which are the same each time, whole or in parts."""

import csv
import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
import zipfile
from base64 import b64decode

import pytest
import requests

from api.app import create_app
from api.background.exports import Exports
from fixtures import snapshot
from schemas import RECORDS
from schemas.shape import table_columns
from tests import invented
from tests.serving import COMMAND


@pytest.fixture(scope="module")
def folder(database, tmp_path_factory):
    """What the command writes."""
    path = tmp_path_factory.mktemp("export") / "out"
    subprocess.run([COMMAND, "export", path, "--database", database], check=True, capture_output=True)
    return path


def test_the_list_tells_each_file_by_size_digest_and_licence(api):
    files = api.json("/v1/exports")["data"]
    assert [each["name"].rpartition(".")[2] for each in files] == ["zip", "ndjson", "sqlite"]
    for each in files:
        answer = requests.get(api.address + each["link"], timeout=20)
        assert answer.status_code == 200 and len(answer.content) == each["size"]
        assert answer.headers["Repr-Digest"] == each["digest"] and answer.headers["Accept-Ranges"] == "bytes"
        digest = b64decode(each["digest"].removeprefix("sha-256=:").removesuffix(":"))
        assert digest == hashlib.sha256(answer.content).digest()
        assert each["name"] in answer.headers["Content-Disposition"] and 'rel="license"' in answer.headers["Link"]
        assert each["licence"]["name"]


def test_the_command_writes_the_same_files_each_time(api, database, folder, tmp_path):
    for each in api.json("/v1/exports")["data"]:
        assert (folder / each["name"]).read_bytes() == requests.get(api.address + each["link"], timeout=20).content
    subprocess.run([COMMAND, "export", tmp_path / "again", "--database", database], check=True, capture_output=True)
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_the_data_package_describes_its_tables(folder, records):
    with zipfile.ZipFile(folder / "inspection-facts.zip") as archive:
        package = json.loads(archive.read("datapackage.json"))
        assert archive.testzip() is None
        assert {resource["path"] for resource in package["resources"]} | {"datapackage.json"} == set(archive.namelist())
        for record, resource in zip(RECORDS, package["resources"], strict=True):
            data = archive.read(resource["path"])
            assert resource["bytes"] == len(data)
            assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
            rows = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
            names = [field["name"] for field in resource["schema"]["fields"]]
            assert names == list(table_columns(record)) and (not rows or list(rows[0]) == names)
            assert sorted(row["id"] for row in rows) == sorted(each["id"] for each in records.get(record, ()))
            assert all(field["description"] and field["type"] for field in resource["schema"]["fields"])
    assert package["licenses"][0]["path"].startswith("https://") and package["dataset"]


def test_lines_and_sqlite_hold_everything(folder, records):
    lines = [json.loads(line) for line in (folder / "inspection-facts.ndjson").read_text().splitlines()]
    for record in RECORDS:
        found = [line["record"] for line in lines if line["type"] == record.noun]
        assert found == sorted(records.get(record, ()), key=lambda each: each["id"])
    database = sqlite3.connect(folder / "inspection-facts.sqlite")
    assert database.execute("SELECT count(*) FROM quotes").fetchone()[0] == 640


def test_a_file_is_sent_in_parts(api):
    address = api.address + "/v1/exports/inspection-facts.sqlite"
    whole = requests.get(address, timeout=20)
    part = requests.get(address, headers={"Range": "bytes=100-199"}, timeout=20)
    assert part.status_code == 206 and part.content == whole.content[100:200]
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(whole.content)}"
    tag = whole.headers["ETag"]
    for known, status in ((tag, 206), ('"other"', 200)):
        asked = requests.get(address, headers={"Range": "bytes=0-9", "If-Range": known}, timeout=20)
        assert asked.status_code == status
    assert requests.get(address, headers={"If-None-Match": tag}, timeout=20).status_code == 304
    beyond = requests.get(address, headers={"Range": "bytes=999999999-"}, timeout=20)
    assert beyond.status_code == 416 and beyond.headers["Content-Type"] == "application/problem+json"
    coded = requests.get(address, headers={"Accept-Encoding": "gzip", "Range": "bytes=0-9"}, timeout=20)
    assert "Content-Encoding" not in coded.headers and coded.content == whole.content[:10]


FILE = "/v1/exports/inspection-facts.zip"


@pytest.mark.parametrize("asked", [
    "items=0-1", "bytes=abc", "bytes=9-1", "bytes=0-1,5-6", "bytes=", "bytes=-", "x", "bytes=1", f"bytes=0-{'9' * 60}"])
def test_a_range_that_is_none_here_is_passed_over(api, asked):
    answer = api.get(FILE, headers={"Range": asked})
    assert answer.status_code == 200 and "Content-Range" not in answer.headers
    assert len(answer.content) == int(answer.headers["Content-Length"])


def test_conditions_of_files_are_those_of_everything(api):
    got = api.get(FILE)
    tag, day = got.headers["ETag"], got.headers["Last-Modified"]
    assert day == api.get("/v1").headers["Last-Modified"]
    part = {"Range": "bytes=0-9"}
    for headers, status in (
            ({"If-Match": '"x"'}, 200), ({"If-Unmodified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}, 200),
            ({"If-Modified-Since": day}, 200), (part, 206), ({"Range": "BYTES=-5"}, 206),
            (part | {"If-None-Match": tag}, 304), (part | {"If-None-Match": "*"}, 304),
            (part | {"If-None-Match": '"x"'}, 206), (part | {"If-Range": tag}, 206), (part | {"If-Range": '"x"'}, 200),
            (part | {"If-Range": f"W/{tag}"}, 200), (part | {"If-Range": day}, 200)):
        answer = api.get(FILE, headers=headers)
        assert answer.status_code == status, headers
        assert answer.content == {200: got.content, 206: got.content[-5:] if "BYTES" in str(headers) else
                                  got.content[:10], 304: b""}[status]
        assert answer.headers["ETag"] == tag and answer.headers["Last-Modified"] == day
    head = api.ask("HEAD", FILE, headers=part)
    assert head.status_code == 200 and head.headers["Content-Length"] == str(len(got.content))


def test_what_is_no_file_is_404(api):
    for name in ("x", "inspection-facts.csv", "..%2Ffacts.sqlite", "manifest.json", "ratings.csv"):
        assert api.get(f"/v1/exports/{name}").status_code == 404


def test_a_new_snapshot_has_new_files_and_the_old_go(database, tmp_path):
    own = shutil.copy(database, tmp_path / "own.sqlite")
    (tmp_path / "scratch").mkdir()
    app = create_app(own, tmp_path / "scratch")
    client = app.test_client()
    before = client.get("/v1/exports").get_json()
    snapshot.write(own, invented.records(quotes=7))
    after = client.get("/v1/exports").get_json()
    assert before["meta"] != after["meta"]
    assert len(list((tmp_path / "scratch").iterdir())) == 1
    lines = client.get("/v1/exports/inspection-facts.ndjson").data.splitlines()
    assert sum(b'{"type":"quote"' in line[:20] for line in lines) == 7


def test_while_files_are_made_it_is_503(database, tmp_path, monkeypatch):
    monkeypatch.setattr("api.background.exports.SECONDS", 0)
    client = create_app(database, tmp_path).test_client()
    answer = client.get("/v1/exports")
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    monkeypatch.setattr("api.background.exports.SECONDS", 20)
    assert client.get("/v1/exports").status_code == 200


def test_the_command_refuses_in_one_line(tmp_path, database):
    missing = subprocess.run([COMMAND, "export", tmp_path / "o", "--database", tmp_path / "none"], capture_output=True,
                             text=True)
    assert missing.returncode == 1 and "There is no snapshot" in missing.stderr and "Traceback" not in missing.stderr
    (tmp_path / "file").write_text("x")
    for place in ("file", "file/below"):
        refused = subprocess.run([COMMAND, "export", tmp_path / place, "--database", database], capture_output=True,
                                 text=True)
        assert refused.returncode in (1, 2) and "Traceback" not in refused.stderr


def test_the_command_writes_over_nothing_but_an_export(tmp_path, database):
    """A corpus has an articles.csv too."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "articles.csv").write_text("file,publisher\n")
    refused = subprocess.run([COMMAND, "export", tmp_path / "corpus", "--database", database], capture_output=True, text=True)
    assert refused.returncode == 1 and "holds other files" in refused.stderr
    assert [path.name for path in (tmp_path / "corpus").iterdir()] == ["articles.csv"]
    for _ in range(2):
        assert subprocess.run([COMMAND, "export", tmp_path / "out", "--database", database], check=True, capture_output=True)


def test_the_private_folder_goes_with_the_server(database):
    exports = Exports(database)
    assert exports.folder.exists() and exports.folder.stat().st_mode & 0o077 == 0
