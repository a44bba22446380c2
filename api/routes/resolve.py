"""The resolver: which council a name or a code means on a day."""

from flask import Blueprint

from api.contract import finds
from schemas.inquiry import ResolutionQuery
from schemas.resolution import Resolution
from schemas.stored import encoded

routes = Blueprint("resolve", __name__)


@routes.get("/v1/councils/resolve")
@finds(ResolutionQuery, Resolution)
def resolve_council(asked):
    """Say which council a name or a code means.

    One council, several that it may be, or none, and why. With `on` it is the council that existed on that day; without
    it the present one or, if there is none, the last.
    """
    return encoded(asked.snapshot.resolver.resolve(asked.told["q"], asked.told.get("on")))
