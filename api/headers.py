"""The headers that every answer carries, whoever gives it."""

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
