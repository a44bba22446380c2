"""No article can stop the others from loading because two records would have one id."""

import json
import sqlite3

import pytest

from fixtures.load import load
from schemas.slug import slug


def loaded(tmp_path, files, table, **told):
    """(id, JSON) of the records of a load of these files, in folders if their names have them."""
    for name, text in files.items():
        path = tmp_path / "corpora" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    corpora = told.pop("corpora", ["."])
    load([tmp_path / "corpora" / each for each in corpora], tmp_path / "facts.sqlite", official=False, **told)
    return list(sqlite3.connect(tmp_path / "facts.sqlite").execute(f"SELECT id, json FROM {table} ORDER BY id"))


@pytest.mark.parametrize("text", [
    "Last inspected in 2015, when it was good, Mearset Council has been told its services for children require improvement.",
    "Last year when it was good, but now inadequate, the council that runs the trust is rated outstanding.",
])
def test_two_doubts_about_one_sentence_are_told_once(tmp_path, text):
    rows = loaded(tmp_path, {"one.txt": text}, "issues")
    assert len({(json.loads(row[1])["detail"], str(json.loads(row[1])["evidence"])) for row in rows}) == len(rows)


def test_two_articles_whose_ids_would_run_into_one_load_both(tmp_path):
    rows = loaded(tmp_path, {"x.txt": "North Somerset Council was rated good by Ofsted.",
                             "x-north.txt": "Somerset Council was rated good by Ofsted."}, "ratings")
    first = "x-north-somerset-good-overall-effectiveness-current"
    assert [id for id, _ in rows] == [first, f"{first}-2"]
    assert [json.loads(row)["id"] for _, row in rows] == [first, f"{first}-2"]
    assert {json.loads(row)["council"]["id"] for _, row in rows} == {"north-somerset", "somerset"}


def test_files_of_one_name_that_cannot_be_read_are_told_of_each(tmp_path):
    bad = b"\x89PNG\r\n\x1a\n\0\0\0"
    rows = loaded(tmp_path, {"a/bad.txt": bad, "b/bad.txt": bad, "a/good.txt": "Kent was rated good by Ofsted."}, "issues",
                  corpora=["a", "b"], skip_bad=True)
    assert len([row for row in rows if "unreadable-article" in row[1]]) == 2


@pytest.mark.parametrize("name, id", [
    ("Søren Łukasz", "soren-lukasz"), ("STRASSE Straße", "strasse-strasse"), ("Ægir Đorđević", "aegir-dordevic"),
    ("Þór Ðað", "thor-dad"), ("Œuvre Ħal Işıl", "oeuvre-hal-isil"), ("Ǿ Ǽ", "o-ae"), ("O’Brannagan", "obrannagan"),
    ("O'Brannagan", "obrannagan"), ("José Müller-Çelik", "jose-muller-celik"), ("--a__b--", "a-b"), ("日本", ""),
])
def test_a_slug_loses_no_letter(name, id):
    assert slug(name) == id == slug(slug(name))
