"""The page to read and try the API needs no other site and no script inside it."""

import re

import pytest

from tests.browser import ARGUMENTS, CHROMIUM


def test_the_page_asks_this_server_only(api):
    page = api.get("/docs")
    assert page.headers["Content-Type"].startswith("text/html")
    linked = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert linked and all(address.startswith("/") and not address.startswith("//") for address in linked)
    assert all(api.session.get(api.address + address).status_code == 200 for address in linked)


def test_the_page_has_no_script_or_style_inside(api):
    text = api.get("/docs").text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text) and "<style" not in text
    assert not re.search(r"\s(on\w+|style)=", text)


def test_a_missing_file_says_which_there_are(api):
    answer = api.get("/docs/none.js")
    assert answer.status_code == 404 and "docs.js" in answer.json()["detail"]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")
def test_the_page_works_in_a_browser_under_its_own_policy(api):
    sync = pytest.importorskip("playwright.sync_api", reason="no playwright on this machine")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page, said, asked = browser.new_page(), [], []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{api.address}/docs#/ratings/listRatings")
        page.click("text=Try it out")
        page.fill("tr[data-param-name=limit] input", "1")
        page.click("button.execute")
        page.wait_for_selector(".live-responses-table .response-col_status")
        assert page.inner_text(".live-responses-table .response .response-col_status").startswith("200")
        browser.close()
    assert said == [] and all(url.startswith((api.address, "data:")) for url in asked)
