"""Folders of articles, and what articles.csv says of them."""

import os
import subprocess
import sys

import pytest

from fixtures.clean import Unreadable
from fixtures.corpus import BadCorpus, article, read, sources
from fixtures.load import load
from tests.privileges import unprivileged

TEXT = "Leeds City Council was rated good by Ofsted."


@pytest.fixture
def folder(tmp_path):
    """A function that writes files into a folder and gives the folder."""

    def write(**files):
        for name, data in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return tmp_path

    return write


def names(corpus):
    return [source.name for source in sources(corpus)]


def test_articles_are_found_in_subfolders_by_their_suffix_and_nothing_else_is_one(folder):
    corpus = folder(
        **{
            "b.txt": TEXT,
            "A.TXT": TEXT,
            "c/d.md": TEXT,
            "c/e/f.Html": TEXT,
            "g.htm": TEXT,
            "README.md": TEXT,
            "readme": TEXT,
            "LICENSE": TEXT,
            "licence.txt": TEXT,
            "NOTICE.txt": TEXT,
            ".hidden.txt": TEXT,
            ".git/x.txt": TEXT,
            "c/.d/x.txt": TEXT,
            "picture.png": b"\x89PNG",
            "notice-to-improve.txt": TEXT,
            "data.csv": TEXT,
        }
    )
    assert sorted(names(corpus)) == ["A.TXT", "b.txt", "c/d.md", "c/e/f.Html", "g.htm", "notice-to-improve.txt"]


def test_folders_that_lead_back_to_themselves_end(folder):
    corpus = folder(**{"a.txt": TEXT})
    (corpus / "again").symlink_to(corpus, target_is_directory=True)
    assert names(corpus) == ["a.txt"]


def test_what_is_named_like_an_article_and_is_no_file_is_told_with_the_reason(folder, tmp_path):
    corpus = folder(**{"corpus/a.txt": TEXT}) / "corpus"
    (corpus / "loop.txt").symlink_to(corpus / "loop.txt")
    (corpus / "lost.txt").symlink_to(corpus / "nowhere.txt")
    (corpus / "there.txt").symlink_to(corpus / "a.txt")
    os.mkfifo(corpus / "pipe.txt")
    with pytest.raises(BadCorpus, match="loop.txt: cannot be read: "):
        load([corpus], tmp_path / "facts.sqlite")
    skipped = dict(load([corpus], tmp_path / "facts.sqlite", skip_bad=True).skipped)
    assert set(skipped) == {"loop.txt", "lost.txt", "pipe.txt"}
    assert skipped["pipe.txt"] == "cannot be read: it is no file"


def test_a_corpus_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadCorpus, match="nowhere: no such file or folder"):
        sources(tmp_path / "nowhere")


STATED = {
    "with a byte order mark": b"\xef\xbb\xbffile,headline\na.txt,\xe2\x80\x98Good\xe2\x80\x99\n",
    "with Windows line ends": "file,headline\r\na.txt,‘Good’\r\n".encode(),
    "in Windows-1252": "file,headline\na.txt,‘Good’\n".encode("cp1252"),
    "with columns in another order and capitals": "Headline, File \n‘Good’,a.txt\n".encode(),
    "with empty columns and rows": "file,headline,,\na.txt,‘Good’,,\n,,,\n\n".encode(),
    "with a path from here": "file,headline\n./a.txt,‘Good’\n".encode(),
}


@pytest.mark.parametrize("data", STATED.values(), ids=STATED.keys())
def test_what_articles_csv_says_is_taken(folder, data):
    (source,) = sources(folder(**{"a.txt": TEXT, "articles.csv": data}))
    assert read(source).headline == "‘Good’"


def test_quotation_marks_commas_and_line_ends_may_stand_in_a_headline(folder):
    data = 'file,headline\nsub/a.txt,"Leeds ""good"", says\nOfsted"\n'
    (source,) = sources(folder(**{"sub/a.txt": TEXT, "articles.csv": data}))
    assert source.stated["headline"] == 'Leeds "good", says\nOfsted'


WRONG = [
    ("file,published\na.txt,5 May 2016\n", "line 2: published must be a date such as 2016-06-28"),
    ("file,published\na.txt,2016-13-01\n", "line 2: published must be a date"),
    ("file,rendition\na.txt,copy\n", "line 2: rendition must be original or digest"),
    ("file\na.txt\na.txt\n", "line 3: a.txt stands twice"),
    ("file\nb.txt\n", "names a file that is not there: b.txt"),
    ("file,headline\n,Good\n", "line 2: it names no file"),
    ("file,headline\na.txt,Good, says Ofsted\n", "line 2: more cells than columns"),
    ("headline\nGood\n", "`file` among them"),
    ("file;headline\na.txt;Good\n", "separate its columns by commas"),
    ("file\theadline\na.txt\tGood\n", "separate its columns by commas"),
    ("file,publishd\na.txt,2016-05-04\n", "unknown column `publishd`"),
    ("file,url,url\na.txt,x,y\n", "a column stands twice"),
    ('file,headline\na.txt,"Good\n', "articles.csv"),
    (b"\x89PNG\0\0", "articles.csv: binary"),
]


@pytest.mark.parametrize(("data", "reason"), WRONG, ids=lambda value: str(value)[:30])
def test_what_is_wrong_in_articles_csv_is_said_in_one_line(folder, data, reason):
    with pytest.raises(BadCorpus) as raised:
        sources(folder(**{"a.txt": TEXT, "articles.csv": data}))
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\0", b"<http://www.leeds.example>", b"%PDF-1.7", b"a" * 2_000_001])
def test_a_file_that_cannot_be_read_is_refused(folder, data):
    (source,) = sources(folder(**{"a.txt": data}))
    with pytest.raises(Unreadable):
        read(source)


def test_a_name_without_a_letter_makes_no_id():
    with pytest.raises(Unreadable, match="no letter or digit"):
        article(TEXT.encode(), "---")


def test_a_name_that_is_no_text_is_told_as_one_line(folder, tmp_path):
    corpus = folder(**{"a.txt": TEXT})
    (corpus / os.fsdecode(b"b\xff\nc.txt")).write_bytes(b"")
    with pytest.raises(BadCorpus, match="^b��c.txt: empty"):
        load([corpus], tmp_path / "facts.sqlite")
    assert load([corpus], tmp_path / "facts.sqlite", skip_bad=True).skipped == [("b��c.txt", "empty: it holds no words")]


def test_a_folder_that_cannot_be_opened_is_not_passed_over(folder):
    corpus = folder(**{"a.txt": TEXT, "shut/b.txt": TEXT})
    (corpus / "shut").chmod(0)
    try:
        done = subprocess.run([sys.executable, "-c", "import sys; from fixtures.corpus import sources; sources(sys.argv[1])", corpus],
                              capture_output=True, text=True, **unprivileged())
    finally:
        (corpus / "shut").chmod(0o755)
    assert "BadCorpus" in done.stderr and "shut: cannot be read: Permission denied" in done.stderr


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://a.example/<b>"])
def test_an_address_that_is_none_of_the_web_is_refused(tmp_path, url):
    (tmp_path / "a.txt").write_text("Ofsted rated Leeds good.")
    (tmp_path / "articles.csv").write_text(f"file,url\na.txt,{url if ',' not in url else chr(34) + url + chr(34)}\n")
    with pytest.raises(BadCorpus, match="articles.csv line 2: url must begin with http"):
        sources(tmp_path)
