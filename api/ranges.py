"""Leaves of what a request for a part of a file says what there is to hold to."""

import re

ONE = re.compile(r"bytes=[ \t]*(?:(\d{1,18})-(\d{1,18})?|-\d{1,18})[ \t]*", re.I).fullmatch
# A date is no proof that a file is the same: Last-Modified is a day, and two data sets may have the same one.
UNUSED = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_RANGE")


def simplify(environ, tag):
    """Take from a request every condition but If-None-Match, and a Range that is to be passed over (RFC 9110).

    That is one of another unit, of several parts or not well-formed, one that If-Range says is of another file than the
    one with this ETag, one of a file that the client has, and one of a HEAD.
    """
    asked, known = environ.get("HTTP_RANGE"), environ.get("HTTP_IF_NONE_MATCH", "")
    if asked is not None and (
            environ["REQUEST_METHOD"] != "GET" or not _one(asked) or environ.get("HTTP_IF_RANGE", tag).strip() != tag
            or tag in known or known.strip() == "*"):
        del environ["HTTP_RANGE"]
    for name in UNUSED:
        environ.pop(name, None)


def _one(asked):
    found = ONE(asked.strip())
    return found and not (found[2] and int(found[1]) > int(found[2]))
