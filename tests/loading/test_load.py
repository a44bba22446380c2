"""Loading: the same articles give the same snapshot, whatever the order, the workers and the run; a bad one is named."""

import hashlib
import json
import shutil
import sqlite3

import pytest

from fixtures.corpus import SHIPPED, BadCorpus
from fixtures.load import load
from fixtures.verify import verify
from schemas import RECORDS

TUNED = "tests/articles/tuned"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_articles_that_come_with_the_project_load_and_hold(tmp_path):
    loaded = load([SHIPPED], tmp_path / "facts.sqlite")
    assert loaded.totals["articles"] == 5
    assert loaded.totals["councils"] == 168
    proved, failures = verify(tmp_path / "facts.sqlite", [SHIPPED])
    assert proved > 100 and failures == []


def test_every_stored_record_is_valid_in_its_schema(tmp_path):
    load([SHIPPED, TUNED], tmp_path / "facts.sqlite", official=False)
    connection = sqlite3.connect(tmp_path / "facts.sqlite")
    for record in RECORDS:
        schema = record()
        for (stored,) in connection.execute(f"SELECT json FROM {record.table}"):
            values = json.loads(stored)
            assert schema.validate(values) == {}
            assert list(values) == list(schema.declared_fields)


def test_ids_are_unique_and_made_for_addresses(tmp_path):
    load([SHIPPED, TUNED], tmp_path / "facts.sqlite")
    connection = sqlite3.connect(tmp_path / "facts.sqlite")
    for record in RECORDS:
        ids = [row[0] for row in connection.execute(f"SELECT id FROM {record.table}")]
        assert len(ids) == len(set(ids))
        assert all(one and one == one.strip("-") and one.replace("-", "").isalnum() and one.isascii() for one in ids)


def test_any_order_and_number_of_workers_gives_the_same_bytes(tmp_path):
    first = load([SHIPPED, TUNED], tmp_path / "a.sqlite", workers=1)
    second = load([TUNED, SHIPPED], tmp_path / "b.sqlite", workers=1)
    assert first.dataset == second.dataset
    assert digest(tmp_path / "a.sqlite") == digest(tmp_path / "b.sqlite")


def test_many_files_read_by_several_processes_give_the_same_bytes(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(120):
        (corpus / f"article-{number}.txt").write_text(
            f"Exeter Courier number {number}\n\nDevon County Council was rated good by Ofsted.\n", encoding="utf-8")
    load([corpus], tmp_path / "one.sqlite", workers=1, official=False)
    load([corpus], tmp_path / "two.sqlite", workers=2, official=False)
    assert digest(tmp_path / "one.sqlite") == digest(tmp_path / "two.sqlite")


def test_a_repeated_id_is_refused_by_name_and_the_old_snapshot_stays(tmp_path):
    target = tmp_path / "facts.sqlite"
    load([SHIPPED], target, official=False)
    before = digest(target)
    corpus = tmp_path / "twice"
    (corpus / "sub").mkdir(parents=True)
    (corpus / "kent.txt").write_text("Kent County Council was rated good by Ofsted.", encoding="utf-8")
    shutil.copy(corpus / "kent.txt", corpus / "sub" / "kent.txt")
    with pytest.raises(BadCorpus, match="kent.txt: has the id of another article: kent"):
        load([corpus], target)
    assert digest(target) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_skip_bad_loads_the_rest_and_records_an_issue(tmp_path):
    corpus = tmp_path / "mixed"
    corpus.mkdir()
    (corpus / "good.txt").write_text("Kent County Council was rated good by Ofsted.", encoding="utf-8")
    (corpus / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(BadCorpus, match="bad.txt: binary"):
        load([corpus], tmp_path / "facts.sqlite")
    loaded = load([corpus], tmp_path / "facts.sqlite", skip_bad=True, official=False)
    assert loaded.totals["articles"] == 1
    assert loaded.issues == {"unreadable-article": 1}


def test_a_changed_article_fails_the_proof(tmp_path):
    corpus = tmp_path / "corpus"
    shutil.copytree(SHIPPED, corpus)
    load([corpus], tmp_path / "facts.sqlite", official=False)
    path = sorted(corpus.glob("*.txt"))[0]
    path.write_text("A word before. " + path.read_text(encoding="utf-8"), encoding="utf-8")
    proved, failures = verify(tmp_path / "facts.sqlite", [corpus])
    assert any(f"articles/{path.stem.replace('_', '-')}" in failure for failure in failures)
    assert len(failures) > 1 and proved > 0
