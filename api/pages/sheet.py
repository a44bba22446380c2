"""Makes pages: reads the address strictly, asks, fills a template, and says what the page may load."""

from functools import wraps
from hashlib import sha256
from importlib.resources import files
from urllib.parse import parse_qsl, quote, urlencode

from flask import Response, redirect, render_template, request

from api import answers
from api.pages import words
from api.pages.assets import ASSETS, asset
from api.parameters import Form
from api.shapes import check_accept

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
          "trusted-types 'none'")
HTML = "text/html"
ROOM = files("api.pages")
TEMPLATES = sorted(each.name for each in (ROOM / "templates").iterdir() if each.name.endswith(".html"))
# What mail programs and social networks hang on an address that somebody shares.
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref_src")


def _edition():
    """A hash of what the pages are made of: the ETags of pages change with it."""
    made = sha256()
    for name in TEMPLATES:
        made.update((ROOM / "templates" / name).read_bytes())
    for name in ASSETS:
        made.update(asset(name).encode())
    return made.hexdigest()[:12]


EDITION = _edition()


def furnish(app):
    """Give an application the templates and the words that they are written in."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.globals |= {"asset": asset, "narrowed": narrowed}
    app.jinja_env.filters |= words.FILTERS


def shown(template, query=None):
    """A page for one question; the view gives what the template shows, or an answer of its own."""
    form = Form(query)

    def decorate(view):
        @wraps(view)
        def answer(**where):
            check_accept((HTML,))
            tidy = tidied()
            if tidy is not None:
                return redirect(tidy)
            snapshot = answers.snapshot()
            asked = form.read(snapshot)
            return dressed(answers.tagged(snapshot, lambda: _made(template, view(asked, **where)), f"page-{EDITION}"))
        return answer
    return decorate


def _made(template, shown):
    if isinstance(shown, Response):
        return shown
    return Response(render_template(template, **shown), mimetype=HTML)


def dressed(answer):
    """A page with what it may load."""
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


def tidied():
    """The address as it should be shared, if it is not the one that was asked for; otherwise None.

    A form sends what was left empty, and each choice of a list by itself; others add what tracks readers.
    """
    given = parse_qsl(request.query_string.decode("latin-1"), keep_blank_values=True, encoding="utf-8")
    kept, folded = {}, False
    for name, value in given:
        # A box of several lines sends their ends too.
        if "\n" in value or "\r" in value:
            value, folded = " ".join(value.split()), True
        if value.strip() and not name.startswith(TRACKING):
            kept.setdefault(name, []).append(value)
    if len(kept) == len(given) and not folded:
        return None
    return narrowed(quote(request.path), {name: ",".join(dict.fromkeys(values)) for name, values in kept.items()})


def narrowed(path, said=None, **more):
    """An address with the parameters `said` and `more`; those that are None are left out."""
    said = {name: value for name, value in ((said or {}) | more).items() if value is not None}
    return f"{path}?{urlencode(said, safe=',:')}" if said else path
