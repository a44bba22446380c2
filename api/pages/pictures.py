"""Draws pictures with pygal, as SVG that stands in the page: no style or script of its own, each mark with its words.

A mark that leads somewhere is a link, so the keyboard reaches it; its words are its title and its name.
"""

from markupsafe import Markup
from pygal import XY, HorizontalBar, StackedBar
from pygal.etree import etree
from pygal.style import Style

from api.pages.words import grade

LETTERS = {"outstanding": "O", "good": "G", "requires-improvement": "R", "adequate": "A", "inadequate": "I"}
# Upwards from the best, so that what is worst stands at the top of a bar.
SCALE = tuple(LETTERS)
NO_LETTER, QUOTED = "–", "“"
STYLE = Style(font_family="inherit", label_font_size=13, major_label_font_size=13, value_font_size=12,
              value_label_font_size=12, legend_font_size=13)
PLAIN = {"style": STYLE, "js": (), "disable_xml_declaration": True, "no_prefix": True, "show_legend": False,
         "margin": 4, "truncate_label": -1}
DROPPED = ("style", "script", "title", "desc")
XLINK = "{http://www.w3.org/1999/xlink}href"
BETWEEN = "\t"
# A piece of a bar that is lower than its number leaves it out; its words and the table still say it.
LOWEST_LETTERED = 13


def mark(value, words, address, classes, letter=""):
    """A mark as pygal takes it; what the drawing is told of it travels in its label."""
    return {"value": value, "label": BETWEEN.join((classes, letter, words)), "xlink": {"href": address, "target": ""}}


def by_year(columns, described):
    """Stacked bars of grades; `columns` are (label, {grade: count}, address), oldest first."""
    chart = StackedBar(width=960, height=400, show_x_guides=False, **PLAIN)
    chart.x_labels = [label for label, _, _ in columns]
    for each in SCALE:
        if any(counts.get(each) for _, counts, _ in columns):
            chart.add(grade(each), [_piece(each, label, counts, address) for label, counts, address in columns])
    return drawn(chart, described)


def _piece(each, label, counts, address):
    number = counts.get(each)
    if not number:
        return None
    words = f"{label}: {number} {grade(each).lower()} of {sum(counts.values())}"
    return mark(number, words, f"{address}&grade={each}", f"piece grade-{each}", str(number))


def bars(choices, described):
    """One bar for each of `choices` (label, count, address, class), the first at the top."""
    most = max(count for _, count, _, _ in choices)
    chart = HorizontalBar(width=640, height=34 * len(choices) + 30, show_x_labels=False, show_x_guides=False,
                          show_y_guides=False, range=(0, most * 1.12), **PLAIN)
    chart.x_labels = [label if len(label) < 34 else f"{label[:32]}…" for label, _, _, _ in choices][::-1]
    chart.add("", [mark(count, f"{label}: {count:,}", address, f"bar {kind}", f"{count:,}")
                   for label, count, address, kind in choices[::-1]])
    return drawn(chart, described)


def timeline(lanes, marks, events, span, rows, described):
    """Marks in lanes over the years: `lanes` are (label, row), `events` (year, words), `span` the first and last year.

    `marks` are (year as a number, row, grade, kind, words, address); rows count from the top.
    """
    chart = XY(width=960, height=32 * rows + 64, stroke=False, dots_size=10, show_x_guides=True,
               range=(-rows + 0.3, 0.7), xrange=span, **PLAIN)
    chart.y_labels = [{"label": label, "value": -row} for label, row in lanes]
    step = 1 if span[1] - span[0] < 20 else 2
    chart.x_labels = [{"label": str(year), "value": year} for year in range(span[0], span[1] + 1, step)]
    for when, _ in events:
        chart.add("", [(when, -rows + 0.3), (when, 0.7)], stroke=True, show_dots=False)
    chart.add("", [mark((when, -row), words, address, f"{kind} grade-{each or 'none'}",
                        QUOTED if kind == "said" else LETTERS.get(each, NO_LETTER))
                   for when, row, each, kind, words, address in marks])
    return drawn(chart, described, [words for _, words in events])


def drawn(chart, described, lines=()):
    """The SVG of a chart, `described` in a sentence; its first series are lines, each with its words."""
    chart.add_xml_filter(lambda svg: cleaned(svg, described, lines))
    return Markup(chart.render(is_unicode=True))


def cleaned(svg, described, lines):
    """A chart without its own style, script, tooltips and ids, and its marks with their words."""
    for holder in [node for node in svg.iter("a") if XLINK in node.attrib]:
        _named(holder)
    for parent in list(svg.iter()):
        for child in list(parent):
            own = child.get("class") == "words"
            if not isinstance(child.tag, str) or not own and (child.tag in DROPPED or _tooltip(child)):
                parent.remove(child)
    drawn_lines = (node for node in svg.iter("path") if "nofill" in node.get("class", ""))
    for node, words in zip(drawn_lines, lines, strict=False):
        etree.SubElement(node, "title").text = words
    svg.attrib.pop("id", None)
    svg.set("role", "group")
    svg.set("aria-label", described)
    return svg


def _tooltip(node):
    return "overlay" in node.get("class", "") and node.get("class").split()[-1] in ("tooltip-overlay", "text-overlay")


def _named(holder):
    """Give a mark the words of its label, and the letter or number that tells it without its colour."""
    label = next(node.text for node in holder if node.tag == "desc" and node.get("class") == "label")
    classes, letter, words = label.split(BETWEEN, 2)
    shape = next(node for node in holder if node.tag in ("rect", "circle"))
    shape.set("class", f"mark {classes}")
    title = etree.SubElement(holder, "title", {"class": "words"})
    title.text = words
    holder.attrib.pop("target")
    for name, value in (("href", holder.attrib.pop(XLINK)), ("class", "mark-link"), ("aria-label", words)):
        holder.set(name, value)
    _lettered(holder, shape, classes, letter)


def _lettered(holder, shape, classes, letter):
    if shape.tag == "circle":
        x, y, r = float(shape.get("cx")), float(shape.get("cy")), float(shape.get("r"))
        if "press" in classes.split():
            _turned(shape, x, y, r + 2)
    else:
        x, y, wide, high = (float(shape.get(name)) for name in ("x", "y", "width", "height"))
        if high < LOWEST_LETTERED:
            return
        x, y = (x + wide + 6 if "bar" in classes.split() else x + wide / 2), y + high / 2
    of = " ".join(f"of-{each}" for each in classes.split())
    text = etree.SubElement(holder, "text", {"x": f"{x:.1f}", "y": f"{y + 4:.1f}", "class": f"letter {of}"})
    text.text = letter


def _turned(shape, x, y, r):
    """Make a circle a square that stands on a corner."""
    for name in ("cx", "cy", "r"):
        shape.attrib.pop(name)
    shape.tag = "path"
    shape.set("d", f"M{x:.1f} {y - r:.1f}l{r} {r}l{-r} {r}l{-r} {-r}z")
