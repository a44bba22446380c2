"""What readers do, done in a real Chromium that reaches nothing but the server."""

import csv
import json
import re

import pytest

from tests.pages.test_pages import NAMES

axes = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: make .venv/test-installed")
MOST_BYTES, MOST_REQUESTS = 150_000, 8
# A page that cannot be opened by itself: it is opened in the tours.
REFUSED = {"failure": 422}


def opened(window, site, name, **more):
    """A window with a page in it."""
    page = window(**more)
    answer = page.goto(site.pages[name])
    assert answer.status == REFUSED.get(name, 200)
    return page


def quiet(page, but=()):
    """Nothing went wrong: no error, no warning, no refusal by the page's policy."""
    return [said for said in page.said if not any(word in said for word in but)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light_and_quiet_fits_its_window_and_axe_finds_nothing_to_mend(window, site, name):
    """Its first load in bytes and requests, wide and narrow, in light and dark, with every part of it opened."""
    page = opened(window, site, name, reduced_motion="reduce")
    page.wait_for_load_state("load")
    check_light(page, site)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OVERLAPPING) == []
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = axes.Axe().run(page).response["violations"]
        assert [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in found] == [], scheme
    assert quiet(page, but=("422",) if name == "failure" else ())


def check_light(page, site):
    """Refuse a first load that is heavy, asks another site or waits for a script."""
    loads = json.loads(page.evaluate("""JSON.stringify([...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource")].map((each) => [each.name, each.transferSize,
        each.renderBlockingStatus]))"""))
    assert sum(size for _, size, _ in loads) < MOST_BYTES and len(loads) <= MOST_REQUESTS, loads
    assert all(blocking != "blocking" or name.endswith(".css") for name, _, blocking in loads)
    assert all(url.startswith((site.address, "data:")) for url in page.asked)


# Texts whose boxes share more than a sliver; those inside one another and those not shown do not count.
OVERLAPPING = """() => {
  const shown = [...document.querySelectorAll("h1,h2,h3,p,li,td,th,dt,dd,summary,label,button,input,svg text")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((each) => !each.classList.contains("unseen") && !each.querySelector("p,li,h1,h2,h3"))
    .map((each) => [each, each.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
  const found = [];
  for (const [at, [one, a]] of shown.entries()) {
    for (const [other, b] of shown.slice(at + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 3 && high > 5) found.push([one.textContent.slice(0, 40), other.textContent.slice(0, 40)]);
    }
  }
  return found.slice(0, 5);
}"""


def test_a_council_is_found_by_a_part_of_its_name(window, site):
    page = window()
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("birmi", delay=20)
    option = page.get_by_role("option").first
    option.wait_for()
    assert option.inner_text().startswith("council") and "Birmingham City Council" in option.inner_text()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox").get_attribute("aria-activedescendant") == "found-0"
    page.keyboard.press("Enter")
    page.wait_for_url("**/councils/birmingham")
    page.get_by_role("heading", level=1, name="Birmingham City Council").wait_for()
    assert quiet(page)


def test_a_council_is_found_by_its_old_code(window, site):
    """Typed whole and sent: the county council that is no more, and what came after it."""
    page = window()
    page.goto("/checks")
    page.get_by_role("combobox").fill("E10000002")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Buckinghamshire County Council").click()
    page.wait_for_url("**/councils/buckinghamshire-county-council")
    page.get_by_role("heading", name="This council is no more").wait_for()
    page.get_by_role("list", name="After it").get_by_role("link", name="Buckinghamshire Council").click()
    page.wait_for_url("**/councils/buckinghamshire")
    assert quiet(page)


def test_people_and_words_are_found_as_one_types(window, site):
    said = site.session.get(f"{site.address}/v1/quotes", params={"kind": "direct", "limit": 1}).json()["data"][0]
    words = " ".join(re.findall(r"[A-Za-z]+", said["text"])[:4])
    page = window()
    page.goto("/")
    for typed, kind, address in ((said["speaker"]["name"][:7], "person", f"/speakers/{said['speaker']['id']}"),
                                 (words, "quote", f"/quotes/{said['id']}")):
        page.get_by_role("combobox").fill(typed)
        page.locator(f"li[data-where='{address}']").wait_for()
        assert page.locator(f"li[data-where='{address}'] .kind").inner_text() == kind
    page.keyboard.press("Escape")
    assert not page.locator("#found").is_visible() and quiet(page)


def test_a_timeline_is_read_with_the_keyboard(window, site):
    """Each mark says its date, grade, area and source; arrow keys step on in time; Enter opens it."""
    page = opened(window, site, "council")
    marks = page.locator("a.mark-link")
    reading = page.locator("[data-reading]")
    usual = reading.inner_text()
    marks.first.hover()
    assert reading.inner_text() == marks.first.get_attribute("aria-label")
    page.mouse.move(0, 0)
    assert reading.inner_text() == usual
    boxes = [box["x"] for box in (mark.bounding_box() for mark in marks.all())]
    first = boxes.index(min(boxes))
    marks.nth(first).focus()
    years = []
    for _ in range(4):
        years.append(int(re.search(r"\b20\d\d\b", reading.inner_text())[0]))
        page.keyboard.press("ArrowRight")
    assert years == sorted(years)
    address = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    assert quiet(page)


def test_a_quote_is_followed_to_its_evidence(window, site):
    page = opened(window, site, "council")
    said = page.get_by_role("region", name="What was said about it").locator("blockquote a").first
    words = said.inner_text().strip("“”")
    said.click()
    page.get_by_role("heading", name="Where it stands").wait_for()
    marked = page.locator(".evidence mark").all_inner_texts()
    assert marked and all(plain(part) in plain(words) or plain(words) in plain(part) for part in marked)
    assert "digest" in page.locator(".note").inner_text()
    assert quiet(page)


def plain(text):
    """A text without its spaces and marks."""
    return "".join(re.findall(r"\w+", text))


def test_a_view_is_narrowed_sorted_shared_and_taken_away(window, site, tmp_path):
    page = opened(window, site, "front")
    page.get_by_role("link", name="Explore").click()
    page.get_by_role("complementary").get_by_role("link", name=re.compile(r"^Inadequate")).click()
    page.get_by_label("Council", exact=True).fill("Birmingham")
    page.get_by_role("button", name="Narrow").click()
    page.get_by_role("columnheader", name="Reported").get_by_role("link").click()
    page.wait_for_url(re.compile("sort="))
    rows = page.locator("table.sheet tbody tr").all_inner_texts()
    assert rows and all("Birmingham" in row and "Inadequate" in row for row in rows)
    assert page.locator("th[aria-sort]").count() == 1
    other = window()
    other.goto(page.url)
    assert other.locator("table.sheet tbody tr").all_inner_texts() == rows
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV, all of it").click()
    taken.value.save_as(tmp_path / "taken.csv")
    with (tmp_path / "taken.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["council_name"] for row in csv.DictReader(file)] == ["Birmingham"] * len(rows)
    assert quiet(page) and quiet(other)


def test_a_citation_and_a_command_are_copied(window, site):
    page = opened(window, site, "quote", permissions=["clipboard-read", "clipboard-write"])
    record = site.session.get(f"{site.address}/v1{site.pages['quote']}").json()
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_role("button", name="Copied").wait_for()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert record["text"] in cited and record["article"]["headline"] in cited and page.url in cited
    page.get_by_role("button", name="Copy curl command").click()
    page.locator("#command ~ button", has_text="Copied").wait_for()
    command = page.evaluate("navigator.clipboard.readText()")
    assert command == f"curl -s '{site.address}/v1{site.pages['quote']}'"
    assert quiet(page)


def test_without_javascript_the_same_facts_are_there(window, site):
    """On every page the text is the same, and the pictures, but for what only scripts do."""
    scripted, plain = window(), window(java_script_enabled=False)
    for name in NAMES:
        texts = []
        for page in (scripted, plain):
            page.goto(site.pages[name])
            texts.append(re.sub(r"\s+", " ", page.locator("main").text_content()))
        assert texts[0] == texts[1] and len(texts[0]) > 100
        assert plain.locator("svg .mark").count() == scripted.locator("svg .mark").count()
        assert not plain.locator("button[data-copy]").first.is_visible()


def test_without_javascript_a_council_is_found_and_filters_work(window, site):
    page = window(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("birmi")
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Birmingham City Council").click()
    page.get_by_text("The timeline as a table").click()
    assert page.get_by_role("table", name=re.compile("What is known of Birmingham")).is_visible()
    page.goto("/ratings")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_text("Council, days").click()
    page.get_by_label("From").fill("2024-01-01")
    page.get_by_role("button", name="Narrow").click()
    assert page.url.endswith("/ratings?from=2024-01-01")


def test_pictures_are_told_apart_in_grey(window, site):
    """The lightness of the grades falls from the best to the worst, and marks hold their letter."""
    page = opened(window, site, "reorganised")
    shades = page.evaluate("""["outstanding", "good", "requires-improvement", "adequate", "inadequate"].map((grade) => {
        const [r, g, b] = getComputedStyle(document.documentElement).getPropertyValue(`--${grade}`).trim()
          .match(/[0-9a-f]{2}/gi).map((part) => (parseInt(part, 16) / 255) ** 2.2);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; })""")
    assert all(one > other * 1.3 for one, other in zip(shades, shades[1:], strict=False)), shades
    letters = page.locator("a.mark-link .letter").all_text_contents()
    assert len(letters) == page.locator("a.mark-link").count() and set(letters) <= set("OGRAI–“")


def test_a_page_reads_from_the_keyboard_alone(window, site):
    """The first stop leads past the header; every stop is seen."""
    page = opened(window, site, "quote")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    for _ in range(8):
        page.keyboard.press("Tab")
        seen = page.evaluate("""(() => { const style = getComputedStyle(document.activeElement);
            return style.outlineStyle !== "none" || style.boxShadow !== "none"; })()""")
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_a_page_that_is_asked_for_again_keeps_its_policy_and_its_look(window, site):
    page = opened(window, site, "front")
    page.reload()
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert quiet(page)
