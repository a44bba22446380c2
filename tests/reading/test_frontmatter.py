"""Front matter is read as what a Markdown file says of itself, never as text; what only looks like it stays text."""

import pytest

from fixtures.corpus import article
from fixtures.frontmatter import parted

HEAD = """---
title: "Kent: rated good"
publisher: The Wexcombe Gazette
date: 2024-05-01
url: https://gazette.example/kent
author: Ada Quillfeather
tags:
  - councils
---
"""
TEXT = "Kent County Council was rated good by Ofsted.\n\nIt had been inadequate.\n"


@pytest.mark.parametrize("head", [HEAD, HEAD.replace("\n", "\r\n"), "\ufeff" + HEAD, HEAD.replace("---\n", "--- \n")],
                         ids=["plain", "from Windows", "with a mark", "with spaces"])
def test_front_matter_is_what_the_file_says_of_itself(head):
    found = article((head + TEXT).encode(), "kent", ".md")
    assert (found.headline, found.publisher, found.published, found.url, found.byline) == (
        "Kent: rated good", "The Wexcombe Gazette", "2024-05-01", "https://gazette.example/kent", "Ada Quillfeather")
    assert found.text == TEXT.strip()


def test_what_is_stated_elsewhere_wins():
    found = article((HEAD + TEXT).encode(), "kent", ".md", {"publisher": "The Row", "published": None})
    assert (found.publisher, found.published) == ("The Row", "2024-05-01")


def test_an_address_that_would_run_is_left_out():
    found = article((HEAD.replace("https://gazette.example/kent", "javascript:alert(1)") + TEXT).encode(), "kent", ".md")
    assert found.url is None and found.headline == "Kent: rated good"


@pytest.mark.parametrize("text", [
    "---\n\nA rule begins this text.\n\n---\n\nAnd ends its first part.\n", "---\ntitle: never closed\n" + TEXT,
    "---\nHe said this: good\nbut not that\n---\n" + TEXT, "---\nmood: fair\n---\n" + TEXT, TEXT,
    "--- \n" * 5000, "---\n" + "a: b\n" * 50000,
])
def test_what_only_looks_like_it_stays_text(text):
    assert parted(text) == (text, {})
