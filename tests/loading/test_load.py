"""Loading: the same articles give the same snapshot, whatever the order, the workers and the run; a bad one is named."""

import gc
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys

import pytest

from fixtures import work
from fixtures.corpus import SHIPPED, BadCorpus
from fixtures.extract import extract
from fixtures.load import load
from fixtures.verify import verify
from fixtures.workers import in_order, read_all
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


@pytest.fixture(scope="module")
def tuned(tmp_path_factory):
    """A snapshot of the articles that the rules were made on, with the record; to be read only."""
    path = tmp_path_factory.mktemp("tuned") / "facts.sqlite"
    return path, load([SHIPPED, TUNED], path, workers=1)


def test_every_stored_record_is_valid_in_its_schema(tuned):
    connection = sqlite3.connect(tuned[0])
    for record in RECORDS:
        schema, found = record(), connection.execute(f"SELECT json FROM {record.table}").fetchall()
        assert found, record.table
        for (stored,) in found:
            values = json.loads(stored)
            assert schema.validate(values) == {}
            assert list(values) == list(schema.declared_fields)


def test_ids_are_unique_and_made_for_addresses(tuned):
    connection = sqlite3.connect(tuned[0])
    for record in RECORDS:
        ids = [row[0] for row in connection.execute(f"SELECT id FROM {record.table}")]
        assert ids and len(ids) == len(set(ids))
        assert all(one and one == one.strip("-") and one.replace("-", "").isalnum() and one.isascii() for one in ids)


def test_any_order_and_number_of_workers_gives_the_same_bytes(tuned, tmp_path):
    path, first = tuned
    second = load([TUNED, SHIPPED], tmp_path / "b.sqlite", workers=2)
    assert first.dataset == second.dataset
    assert digest(path) == digest(tmp_path / "b.sqlite")


def test_many_files_read_by_several_processes_give_the_same_bytes(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(120):
        (corpus / f"article-{number}.txt").write_text(
            f"Exeter Courier number {number}\n\nDevon County Council was rated good by Ofsted.\n", encoding="utf-8")
    load([corpus], tmp_path / "one.sqlite", workers=1, official=False)
    load([corpus], tmp_path / "two.sqlite", workers=2, official=False)
    assert digest(tmp_path / "one.sqlite") == digest(tmp_path / "two.sqlite")


def test_of_two_files_with_one_id_the_first_that_can_be_read_is_loaded(tmp_path):
    corpus = tmp_path / "corpus"
    for folder, data in (("a", b"\x89PNG\r\n\x1a\n\0\0\0"), ("b", b"Kent County Council was rated good by Ofsted."),
                         ("c", b"Essex County Council was rated good by Ofsted.")):
        (corpus / folder).mkdir(parents=True)
        (corpus / folder / "Kent.txt").write_bytes(data)
    loaded = load([corpus], tmp_path / "facts.sqlite", skip_bad=True, official=False)
    assert [name for name, _ in loaded.skipped] == ["a/Kent.txt", "c/Kent.txt"]
    assert loaded.skipped[1][1] == "has the id of another article: kent"
    stored = sqlite3.connect(tmp_path / "facts.sqlite").execute("SELECT council_id FROM ratings").fetchall()
    assert stored == [("kent",)]
    proved, failures = verify(tmp_path / "facts.sqlite", [corpus])
    assert proved > 0 and failures == []


def test_a_text_on_which_a_rule_fails_is_named_and_the_rest_can_be_loaded(tmp_path, monkeypatch):
    for name in ("kent", "essex"):
        (tmp_path / f"{name}.txt").write_text(f"{name.title()} County Council was rated good by Ofsted.", encoding="utf-8")

    def fails_on_kent(article):
        return {}["rule"] if article.id == "kent" else extract(article)

    monkeypatch.setattr(work, "extract", fails_on_kent)
    with pytest.raises(BadCorpus, match="kent.txt: a rule failed on it: KeyError: 'rule'; --skip-bad"):
        load([tmp_path], tmp_path / "facts.sqlite", official=False)
    loaded = load([tmp_path], tmp_path / "facts.sqlite", skip_bad=True, official=False)
    assert (loaded.totals["articles"], loaded.totals["ratings"], loaded.issues) == (1, 1, {"unreadable-article": 1})


def test_want_of_memory_is_no_fault_of_a_text(tmp_path, monkeypatch):
    def too_much(article):
        raise MemoryError

    monkeypatch.setattr(work, "extract", too_much)
    with pytest.raises(MemoryError):
        load([SHIPPED], tmp_path / "facts.sqlite", skip_bad=True)


class Pool:
    """Reads what it is given at once, and counts what nobody has taken yet."""

    def __init__(self):
        self.waiting = self.most = 0

    def submit(self, work, *given):
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        return self

    def result(self):
        self.waiting -= 1
        return "read"


def test_objects_that_hold_each_other_are_looked_for_as_before_once_articles_are_read():
    before, frozen, reading = gc.get_threshold(), gc.get_freeze_count(), read_all([[]], official=False, workers=1)
    next(reading)
    assert gc.get_threshold() != before
    assert list(reading) == []
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, frozen)


READ_TWICE = """
import gc, sys
from fixtures.corpus import article
from fixtures.extract import extract

text = open(sys.argv[1], "rb").read()
extract(article(text, "a"))
gc.collect()
extract(article(text, "a"))
print(gc.collect())
"""


def test_reading_leaves_no_objects_that_hold_each_other():
    """In a process of its own: other tests leave threads that make some."""
    found = subprocess.run([sys.executable, "-c", READ_TWICE, next(SHIPPED.glob("003_*.txt"))], capture_output=True, text=True)
    assert found.stdout == "0\n", found.stderr


def test_never_more_chunks_are_under_way_than_may_be():
    pool = Pool()
    assert list(in_order(pool, iter([[]] * 50), official=False, ahead=6)) == ["read"] * 50
    assert (pool.most, pool.waiting) == (6, 0)


LOAD_AND_MEASURE = """
import sys, tracemalloc
from pathlib import Path
from fixtures.load import load
for corpus in sys.argv[2:]:
    tracemalloc.start()
    load([Path(corpus)], Path(sys.argv[1]), workers=1, official=False)
    print(tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
"""


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path):
    """In a process of its own: what other tests leave running is measured too."""
    for count in (40, 240):
        corpus = tmp_path / str(count)
        corpus.mkdir()
        for number in range(count):
            (corpus / f"{number}.txt").write_text(
                f'Devon County Council was rated good.\n\n"It is {number} years since," said Ada Quill.\n', encoding="utf-8")
    corpora = [tmp_path / str(count) for count in (40, 40, 240)]
    found = subprocess.run([sys.executable, "-c", LOAD_AND_MEASURE, tmp_path / "facts.sqlite", *corpora],
                           capture_output=True, text=True)
    peaks = [int(line) for line in found.stdout.splitlines()[-3:]]
    # The first time everything is read that is kept. What may grow is the list of files, and the one speaker of all.
    assert peaks[2] - peaks[1] < 200 * 1000, (peaks, found.stderr)


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


def test_each_file_that_cannot_be_read_is_named_with_its_reason(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    with pytest.raises(BadCorpus, match=r"empty\.txt: empty.*; picture\.txt: binary.*; --skip-bad loads the rest"):
        load([tmp_path], tmp_path / "facts.sqlite")


def test_the_wrong_corpus_is_told_once_for_each_article(tmp_path):
    load((SHIPPED,), tmp_path / "facts.sqlite")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "none.txt").write_text("Nothing was rated.")
    proved, failures = verify(tmp_path / "facts.sqlite", [tmp_path / "other"])
    assert proved == 0 and len(failures) == 5 and all("not in the corpus given" in line for line in failures)
