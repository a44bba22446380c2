"""The pages as they leave the server: whole, escaped, cheap to ask for again, and never in the API's contract."""

import re
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
import yaml

from fixtures.load import load
from tests.pages.browsing import Site
from tests.serving import ROOT, served

NAMES = ("front", "council", "abolished", "reorganised", "article", "speaker", "quote", "rating", "judgement", "statistic",
         "ratings", "quotes", "statistics", "councils", "articles", "people", "checks", "check", "search", "nothing",
         "verify", "failure")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta"}


class Read(HTMLParser):
    """What a page holds: its tags with their attributes, its links, and whether every tag is closed."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.ids, self.text = [], [], [], ""
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if "id" in dict(attrs):
            self.ids.append(dict(attrs)["id"])

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data

    @property
    def links(self):
        """The addresses on this site that the page leads to or loads."""
        found = [attrs.get(name) for _, attrs in self.tags for name in ("href", "src", "action")]
        return [address for address in found if address and address.startswith("/")]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_whole_html_and_may_load_only_from_here(site, name):
    answer = site.get(site.pages[name])
    assert answer.status_code == (422 if name == "failure" else 200)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    page = Read(answer.text)
    assert len(page.ids) == len(set(page.ids))
    for tag, attrs in page.tags:
        assert tag != "style" and "style" not in attrs and not any(key.startswith("on") for key in attrs), (tag, attrs)
        assert tag != "script" or attrs["src"].startswith("/assets/") and "defer" in attrs
    loaded = [attrs for tag, attrs in page.tags if tag in ("link", "script", "img", "iframe")]
    assert all(attrs.get("href", attrs.get("src")).startswith("/assets/") for attrs in loaded)


def test_every_link_of_every_page_leads_somewhere(site):
    """Pages and data: what each page links on this site answers, the tidy form of an address included."""
    found = {link.partition("#")[0] for name in NAMES for link in Read(site.get(site.pages[name]).text).links}
    assert len(found) > 300
    kinds = {}
    for link in sorted(found):
        # Of those alike but for their words a few stand for all.
        kinds.setdefault(re.sub(r"[^/?&=]+(?=$|[&/])", "", link), []).append(link)
    for links in kinds.values():
        for link in links[:6]:
            answer = site.get(link)
            assert answer.status_code in (200, 302), link
            assert answer.status_code == 200 or site.get(answer.headers["Location"]).status_code == 200, link


@pytest.mark.parametrize("table, query", [
    ("councils", {}), ("articles", {}), ("quotes", {}), ("statistics", {}), ("speakers", {}), ("checks", {}),
    ("ratings", {"source": "press"}), ("ratings", {"trust": "restated", "limit": 20}),
    ("ratings", {"source": "official", "sort": "-reported", "limit": 20}),
])
def test_every_record_has_a_page(site, table, query):
    found = site.session.get(f"{site.address}/v1/{table}", params={"limit": 500} | query).json()["data"]
    assert found
    for one in found:
        answer = site.get(f"/{table}/{one['id']}")
        assert answer.status_code == 200, one["id"]
        assert f'href="/v1/{table}/{one["id"]}"' in answer.text


def test_pages_are_not_in_the_contract(site):
    paths = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))["paths"]
    assert not {path.partition("?")[0] for path in site.pages.values()} & set(paths)
    assert all(path.startswith(("/v1", "/docs", "/openapi", "/healthz", "/readyz", "/metrics", "/.well-known"))
               for path in paths)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "failure"])
def test_a_page_is_compressed_and_asked_for_again_for_nothing(site, name):
    path = site.pages[name]
    plain, packed = site.get(path, Accept_Encoding="identity"), site.get(path, Accept_Encoding="br")
    assert packed.headers["Content-Encoding"] == "br" and plain.text == packed.text
    for tag in (plain.headers["ETag"], packed.headers["ETag"]):
        coding = "br" if tag == packed.headers["ETag"] else "identity"
        again = site.get(path, Accept_Encoding=coding, If_None_Match=tag)
        assert again.status_code == 304 and not again.content
        # The browser goes on with the policy that it has, or is told the same again.
        assert again.headers.get("Content-Security-Policy") in (None, plain.headers["Content-Security-Policy"])
    assert plain.headers["ETag"] != packed.headers["ETag"] and plain.headers["Cache-Control"] == "public, no-cache"
    assert site.session.head(site.address + path).status_code == 200


def test_what_a_page_loads_is_kept_for_good_at_an_address_that_changes(site):
    page = Read(site.get("/").text)
    assets = {link for link in page.links if link.startswith("/assets/")}
    assert assets
    for address in assets:
        answer = site.get(address)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert site.get(re.sub("[0-9a-f]{12}", "0" * 12, address)).status_code == 404


@pytest.mark.parametrize("path, status, said", [
    ("/ratings?grad=good", 422, "did you mean grade?"), ("/ratings?grade=bad", 422, "is not a known grade"),
    ("/councils?as_of=2015-13-01", 422, "is not a date"), ("/quotes?cursor=zzz", 422, "no cursor of this question"),
    ("/councils/Birmingam", 404, "did you mean"), ("/quotes/none", 404, "/quotes lists them"),
    ("/checks/none", 404, "/checks lists them"), ("/nowhere", 404, "nothing at this address"),
    ("/statistics?q=x", 422, "no such parameter"), ("/articles/%00", 404, "no article"),
])
def test_a_failure_is_a_page_for_a_browser_and_a_problem_for_a_program(site, path, status, said):
    page, problem = site.get(path), site.get(path, accept="*/*")
    assert (page.status_code, problem.status_code) == (status, status)
    assert page.headers["Content-Type"].startswith("text/html") and said in Read(page.text).text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert problem.headers["Content-Type"] == "application/problem+json" and problem.json()["status"] == status
    assert page.headers["Cache-Control"] == problem.headers["Cache-Control"] == "no-store"


def test_the_api_answers_browsers_as_it_answers_programs(site):
    for path in ("/v1/nothing", "/v1/ratings?grade=bad", "/v1/quotes/none"):
        assert site.get(path).headers["Content-Type"] == "application/problem+json"


def test_what_was_not_checked_is_marked_wherever_it_is_shown(site):
    """In words, with a link to the sentence that explains it; and the citation says so too."""
    newest = site.get("/v1/ratings?source=official&area=overall-effectiveness&sort=-reported&limit=6").json()["data"]
    doubtful = next(one for one in newest if one["trust"] == "unverified")
    mark = f'<a href="/ratings/{doubtful["id"]}#sure" title="It was not checked against the inspection report'
    place = f"/councils/{doubtful['council']['id']}"
    for path, least in (("/", 1), (place, 3), ("/ratings?trust=unverified&sort=-reported", 1), ("/councils?limit=500", 1)):
        assert site.get(path).text.count(mark) >= least, path
    page = site.get(f"/ratings/{doubtful['id']}").text
    assert 'id="sure"' in page and "Read the report first." in page
    assert "unverified: not checked against the inspection report" in page
    sure = next(one for one in site.get("/v1/ratings?trust=read-from-report&limit=1").json()["data"])
    page = site.get(f"/ratings/{sure['id']}").text
    assert "read it from the inspection report" in page and "not checked" not in page


def verdict(site, words):
    """What the page of a verdict reads, and its HTML."""
    answer = site.get("/verify?" + urlencode({"quote": words}))
    assert answer.status_code == 200
    return " ".join(Read(answer.text).text.split()), answer.text


def test_a_reader_is_told_whether_words_were_printed(site):
    """Each verdict in words, the printed quote with its speaker, and what differs marked."""
    one = next(each for each in site.get("/v1/quotes?kind=direct&limit=500").json()["data"]
               if each["speaker"] and 8 < len(each["text"].split()) < 60 and "[" not in each["text"])
    spoken = one["text"].split()
    read, html = verdict(site, one["text"])
    assert "Printed just so" in read and one["speaker"]["name"] in read and "not word for word" not in read
    assert "A part of what was printed" in verdict(site, " ".join(spoken[1:-1]))[0]
    read, html = verdict(site, " ".join([*spoken[:4], "zebras", *spoken[5:]]))
    printed = re.search(r"[\w’']+", spoken[4])[0]
    assert "Printed otherwise" in read and re.search(rf"<mark>{printed}</mark>", html)
    assert f"you gave “zebras”, printed is “{printed}”" in read
    assert "Not on record here" in verdict(site, "zebras walk the corridors")[0]


def test_exact_words_that_are_only_reported_are_said_to_be(site):
    one = next(each for each in site.get("/v1/quotes?kind=indirect&limit=500").json()["data"] if len(each["text"].split()) > 5)
    read, _ = verdict(site, one["text"])
    assert "Printed just so" in read and "Reported, not word for word" in read and f"“{one['text']}”" not in read


def test_a_quote_of_several_lines_can_be_verified(site):
    answer = site.get("/verify?quote=one%0D%0Atwo++three")
    assert answer.status_code == 302 and answer.headers["Location"] == "/verify?quote=one+two+three"
    assert site.get("/verify?quote=" + "word+" * 600).status_code == 422


def test_a_chosen_day_is_called_as_the_form_calls_it(site):
    page = " ".join(Read(site.get("/ratings?as_of=2016-06-28").text).text.split())
    assert "As it stood on: 28 June 2016 ✕" in page and "As_of" not in page


def test_an_article_shows_its_records_in_the_order_of_its_text(site):
    articles = site.get("/v1/articles").json()["data"]
    assert all(article["quotes"] and article["ratings"] for article in articles) and len(articles) == 5
    for article in articles:
        page = Read(site.get(f"/articles/{article['id']}").text)
        for table in ("quotes", "ratings", "statistics"):
            records = site.get(f"/v1/{table}?article={article['id']}&limit=500").json()["data"]
            records.sort(key=lambda one: one["evidence"][0]["start"])
            shown = [link for link in page.links if link.startswith(f"/{table}/")]
            assert list(dict.fromkeys(shown)) == [f"/{table}/{one['id']}" for one in records]


def test_reported_speech_stands_in_no_quotation_marks(site):
    for kind, marked in (("indirect", False), ("direct", True), ("mixed", True)):
        quotes = site.get(f"/v1/quotes?kind={kind}&limit=5").json()["data"]
        assert quotes, kind
        for one in quotes:
            page = Read(site.get(f"/quotes/{one['id']}").text).text
            assert (f"“{one['text']}”" in page) == marked
            assert ("Reported, not word for word: " + one["text"] in page) != marked


def test_a_bad_filter_can_be_left_out(site):
    page = Read(site.get("/ratings?grade=bad&region=London").text)
    assert "/ratings?region=London" in page.links


@pytest.mark.parametrize("path, tidy", [
    ("/ratings?grade=good&grade=inadequate&council=&from=", "/ratings?grade=good,inadequate"),
    ("/?utm_source=mail&fbclid=1", "/"), ("/councils/E10000002", "/councils/buckinghamshire-county-council"),
    ("/councils/%0d%0aX:y?fbclid=1", "/councils/%0D%0AX%3Ay"), ("/councils/BIRMINGHAM", "/councils/birmingham"), ("/explore?grade=good", "/ratings?grade=good"),
])
def test_an_address_is_made_fit_to_be_shared(site, path, tidy):
    answer = site.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, tidy)


def test_the_data_beside_a_page_is_what_the_page_shows(site):
    """Of each collection the JSON has as many records as the page says, in its order, and the CSV all of them."""
    for path in ("/ratings?grade=inadequate&region=London&sort=-reported", "/quotes?kind=mixed", "/statistics"):
        page = Read(site.get(path).text)
        links = [link for link in page.links if link.startswith("/v1")]
        records = site.get(next(link for link in links if not re.search(r"\.(csv|xlsx)", link))).json()
        sheet = site.get(next(link for link in links if ".csv" in link)).text
        assert f"{records['meta']['total']:,} record" in page.text
        assert sheet.count("\r\n") == records["meta"]["total"] + 1
        shown = [link.partition("#")[0] for link in page.links if re.match(r"/(ratings|quotes|statistics)/", link)]
        assert list(dict.fromkeys(shown)) == [f"{path.partition('?')[0]}/{one['id']}" for one in records["data"]]


@pytest.mark.parametrize("path", ["/", "/councils/leeds", "/councils", "/ratings", "/quotes", "/statistics", "/articles",
                                  "/speakers", "/checks", "/search", "/quotes/none"])
def test_whatever_is_asked_no_page_fails(site, path):
    """Each text in each parameter, and in the place of an id: a page, or a refusal that says what is wrong."""
    texts = ('"', "children's", "%", "\x00", "\u202eabc", "😀", "a" * 2000, "-", "AND", "1e9", "2015-13-01", ",", " , ",
             "../../etc/passwd", "{{7*7}}", "${x}", "\r\nX: y", "<b>", "good,good", "zzz")
    for name in ("q", "council", "grade", "sort", "cursor", "limit", "from", "as_of", "region", "speaker", "nothing"):
        for text in texts:
            answer = site.get(f"{path}?{urlencode({name: text})}")
            assert answer.status_code in (200, 302, 404, 422), (name, text)
            assert "{{" not in answer.text or text == "{{7*7}}"
    assert site.get(f"{path}?q=%FF%FE&%FF=1").status_code in (200, 302, 404, 422)


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
ADDRESS = "https://h.example/'onmouseover='alert(3)"
ARTICLE = """\
{hostile}

Devon County Council is no longer inadequate: inspectors rated it good, and 17 of 50 councils were inadequate.

"It took five {hostile} years," said Cllr Ada Quillfeather, the leader of the council.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A site of one article whose every field tries to be more than text."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "bad.txt").write_text(ARTICLE.format(hostile=HOSTILE), encoding="utf-8")
    quoted = HOSTILE.replace('"', '""')
    (folder / "articles.csv").write_text(
        "file,publisher,headline,byline,published,url,rendition\n"
        f'bad.txt,"{quoted}","{quoted}","{quoted}",2024-05-01,{ADDRESS},original\n', encoding="utf-8")
    load((folder,), folder / "facts.sqlite")
    with served(folder / "facts.sqlite") as address:
        yield Site(address)


def test_html_in_any_field_stays_text(hostile):
    """On every page of it: no tag, attribute or address of the article's."""
    pages = [hostile.pages[name] for name in ("front", "article", "quote", "statistic", "rating", "speaker")]
    pages += ["/councils/devon", "/articles", "/quotes", "/statistics", "/ratings?source=press", "/checks", "/speakers",
              "/search?q=alert", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/ratings?council=%3Cscript%3E",
              "/quotes?q=%22%3E%3Cscript%3E"]
    shown = 0
    for path in pages:
        text = hostile.get(path).text
        assert "<script>" not in text and "<img" not in text and 'href="javascript' not in text, path
        page = Read(text)
        assert all("src" in attrs for tag, attrs in page.tags if tag == "script")
        assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
        shown += HOSTILE in page.text
    assert shown >= 6
