"""The site as a newcomer has it: the articles and the record that come with the project, served by gunicorn."""

import pytest

from tests.browser import ARGUMENTS, CHROMIUM
from tests.pages.browsing import Site
from tests.serving import served


@pytest.fixture(scope="session")
def site(shipped):
    """The site of the articles and the record that come with the project."""
    with served(shipped) as address:
        yield Site(address)


@pytest.fixture(scope="module")
def browser():
    """A Chromium that reaches nothing but this machine; closed before other tests come, which may start their own."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    sync = pytest.importorskip("playwright.sync_api", reason="no playwright: make .venv/test-installed")
    with sync.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield found
        found.close()


@pytest.fixture
def window(browser, site):
    """Opens windows onto the site: a page whose `said` holds console errors and refusals of its policy."""
    contexts = []

    def opened(width=1280, height=900, **more):
        context = browser.new_context(base_url=site.address, viewport={"width": width, "height": height}, **more)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        return page
    yield opened
    for context in contexts:
        context.close()
