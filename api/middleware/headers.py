"""The headers that every answer carries, whoever gives it."""

# Where the environment of a request holds headers for its answer: added here they cost less than in Flask.
SAID = "inspection_facts.headers"

# A page with a policy of its own keeps it.
POLICY = [("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")]
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Allow, Retry-After, Content-Disposition, "
    "RateLimit, RateLimit-Policy, Repr-Digest, Deprecation, Sunset, X-Request-Id",
}
PREFLIGHT = {
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, X-Request-Id",
    "Access-Control-Max-Age": "86400",
}


def headed(wsgi):
    """A WSGI application whose every answer carries the same headers; set in Flask they took half of a request."""
    everywhere = tuple(EVERYWHERE.items())
    with_policy = (*everywhere, *POLICY)

    def answered(environ, start_response):
        def start(status, headers, *failure):
            if environ["REQUEST_METHOD"] == "OPTIONS" and status.startswith("2"):
                headers = _allowed(headers)
            # A 304 leaves the page the policy that it came with.
            own = status.startswith("304") or "Content-Security-Policy" in dict(headers)
            told = [*headers, *environ.get(SAID, ()), *(everywhere if own else with_policy)]
            return start_response(status, told, *failure)
        return wsgi(environ, start)
    return answered


def _allowed(headers):
    """The headers of an answer to OPTIONS, with what other origins may send."""
    told = dict(headers)
    methods = ", ".join(sorted(told.get("Allow", "").split(", ")))
    kept = [(name, value) for name, value in headers if name not in ("Allow", "Content-Type")]
    return [*kept, *PREFLIGHT.items(), ("Allow", methods), ("Access-Control-Allow-Methods", methods)]
