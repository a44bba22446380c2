"""The benchmarks measure what they say: invented data, addresses asked once, answers that are found."""

import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from api.app import create_app
from benchmarks import growth
from benchmarks.__main__ import main
from benchmarks.addresses import GROWING, Addresses
from benchmarks.drive import Run
from benchmarks.inside import ask, compare, environ
from benchmarks.invent import Invention
from benchmarks.peers import of_datasette, of_fast
from benchmarks.peers.bare import create_bare
from benchmarks.table import ratios, table


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A small invented snapshot."""
    path = tmp_path_factory.mktemp("benchmarks") / "facts.sqlite"
    Invention(300).write(path)
    return path


def test_what_is_invented_is_skewed_and_the_same_each_time(database, tmp_path):
    other = tmp_path / "other.sqlite"
    Invention(300).write(other)
    assert database.read_bytes() == other.read_bytes()
    counts = [row[0] for row in sqlite3.connect(database).execute(
        "SELECT count(*) FROM quotes WHERE speaker_id IS NOT NULL GROUP BY speaker_id ORDER BY 1 DESC")]
    assert sum(counts[:4]) > sum(counts) / 3 and len(counts) > 10


@pytest.mark.parametrize("kind", GROWING)
def test_addresses_are_found_and_not_given_twice(database, kind):
    app, known = create_app(database), Addresses(database)
    first, then = known.distinct(kind, 20), known.distinct(kind, 20)
    assert first and len({*first, *then}) == len(first) + len(then)
    for address in first:
        status, body = ask(app, environ(address))
        assert status.startswith("200"), (address, body)
        assert json.loads(body)


@pytest.mark.parametrize("kind", ("one", "page", "quotes", "summary", "facets", "search"))
def test_peers_have_an_address_for_each_kind(database, kind):
    known = Addresses(database)
    (address,), after = known.distinct(kind, 1), known.any_id()
    assert of_fast(kind, address, after).startswith("/") and of_datasette(kind, address, after).startswith("/facts")


@pytest.mark.parametrize("kind", ["one", "page", "search"])
def test_every_round_has_addresses_that_no_other_has(database, kind):
    """Be there fewer than are wanted: a snapshot of 300 quotes has no more records."""
    rounds = [asked for asked, _ in Addresses(database).rounds(kind, kind, 4000, 5)]
    assert len(rounds) == 5 and all(rounds)
    assert len({address for asked in rounds for address in asked}) == sum(map(len, rounds))


def test_a_ratio_is_of_the_same_round_and_says_how_far_it_spreads(database):
    known = Addresses(database)
    found = compare(create_app(database), create_bare({"canned": b"{}"}), known.distinct("one", 40), rounds=2)
    assert len(found) == 2 and all(own > 0 and bare > 0 for own, bare in found)
    runs = {"one": {"own": [Run(10, 100, 1, 2, 5), Run(10, 200, 1, 2, 5)],
                    "bare": [Run(10, 50, 1, 2, 5), Run(10, 160, 1, 2, 5)]}}
    assert ratios(runs, "one", "bare") == [0.5, 0.8]
    assert "| one | 10 | 150 | 1.00 | 2.00 | 0.65 (0.50 to 0.80) |" in table(runs)


@pytest.mark.parametrize("how, lines", [((), ["one", "timeline"]), (("--http", "--cold"), [
    "one", "one, until it arrives", "timeline", "timeline, until it arrives"])])
def test_growth_is_told_of_each_kind_inside_the_process_and_over_http(database, how, lines, monkeypatch):
    for name, few in (("ROUNDS", 2), ("EACH", 3), ("WARM", 2)):
        monkeypatch.setattr(growth, name, few)
    told = CliRunner().invoke(growth.main, [str(database), "--kinds", "one,timeline", *how], catch_exceptions=False)
    assert told.exit_code == 0
    *rows, last = [row.strip("| ").split(" | ") for row in told.output.splitlines()[2:]]
    assert [name for name, *_ in rows] == lines
    for _, cell, *grown in rows:
        assert float(cell.split()[0]) > 0 and cell.endswith(" kB") and grown == ["1.00, 1.00, 1.00", "1.00"]
    assert last == [growth.verdict({kind: ([1, 1, 1], 1) for kind in ("one", "timeline")})]


def test_growth_of_answers_that_grow_is_counted_apart():
    grown = {"slow": ([1.0, 1.4, 1.6], 1.0), "good": ([2.0, 1.5, 1.1], 0.9), "longer": ([1.0, 1.0, 1.0], 1.3)}
    assert "1 of 2 kinds whose answers are as long, 2 of all 3. Longer answers: longer." in growth.verdict(grown)
    found = [(100, [[(1, 9), (2, 9)] * 30]), (150, [[(2, 9), (4, 9)] * 30])]
    assert growth.growth(found, 0) == ([2, 2, 2], 1.5) and growth.growth(found, 1) == ([1, 1, 1], 1.5)


@pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed: apt-get install wrk")
def test_a_run_over_http_writes_a_line_for_each_kind(database, tmp_path):
    told = CliRunner().invoke(main, ["--database", str(database), "--rounds", "1", "--only", "bare", "--results",
                                     str(tmp_path), "--connections", "2", "--kinds", "page,304"], catch_exceptions=False)
    assert told.exit_code == 0 and all(f"| {kind} |" in told.output for kind in ("page", "304"))
    runs = json.loads((tmp_path / "results.json").read_text())["runs"]
    assert all(run["requests"] > 0 and run["cpu"] > 0 for by in runs.values() for each in by.values() for run in each)
