"""Exports: the whole data set as files."""

from flask import Blueprint, abort, current_app, request, send_file
from werkzeug.exceptions import ServiceUnavailable

from api import answers, ranges
from api.background.exporter import MEDIA
from api.background.exports import NotReady
from api.contract import tells
from schemas.reply import ExportList
from schemas.stored import encoded

routes = Blueprint("exports", __name__)


@routes.get("/v1/exports")
@tells(ExportList, problems=(503,), kept="data")
def list_exports():
    """List the files of the whole data set.

    A Frictionless data package, NDJSON and the SQLite snapshot, each with its size, digest and licence. Where they have
    to be made first and that takes long, 503 says when to come again.
    """
    return encoded(_files()[1])


@routes.get("/v1/exports/<file>")
@tells(None, *MEDIA.values(), path=(("file", "One of the files.", *MEDIA),), problems=(404, 503), kept="view",
       example="PK...")
def get_export(file):
    """Get a file of the whole data set.

    In parts too: a header Range of one range is understood, any other is answered with the whole file, and If-Range
    holds for an ETag, not for a date, which two data sets can share. Repr-Digest holds the digest of the whole file.
    """
    if file not in MEDIA:
        abort(404, f"There is no such file; there are {', '.join(MEDIA)}.")
    folder, told = _files()
    digest = next(each["digest"] for each in told["data"] if each["name"] == file)
    tag = digest[9:31]
    ranges.simplify(request.environ, f'"{tag}"')
    answer = send_file(folder / file, MEDIA[file], as_attachment=True, download_name=file, conditional=True, etag=tag,
                       max_age=0)
    # That of the file says when it was made here.
    del answer.headers["Last-Modified"]
    answers.say(("Repr-Digest", digest), ("Link", answers.LINKS), *answers.snapshot().modified)
    return answer


def _files():
    try:
        return current_app.extensions["exports"].of(answers.snapshot())
    except NotReady:
        raise ServiceUnavailable("The files of this data set are being made.", retry_after=10) from None
