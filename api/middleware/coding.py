"""Compresses answers for clients that can read it: zstd, Brotli or gzip, whole or as they are made."""

import sys
import zlib
from functools import lru_cache

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CODING = "inspection_facts.coding"
LEAST = 512
# In the order of preference. The levels cost about as much as making the answer does.
CODINGS = {
    "zstd": lambda: zstd.ZstdCompressor(level=3),
    "br": lambda: Brotli(),
    "gzip": lambda: zlib.compressobj(5, zlib.DEFLATED, 31),
}
TEXTS = ("text/", "application/json", "application/problem+json", "application/yaml", "application/ld+json",
         "application/x-ndjson", "application/x-bibtex", "application/x-research-info-systems",
         "application/vnd.inspection-facts.selection", "application/vnd.citationstyles",
         "application/linkset+json")


class Brotli:
    """Brotli with the methods of the other compressors."""

    def __init__(self):
        self._made = brotli.Compressor(quality=4)
        self.compress, self.flush = self._made.process, self._made.finish


@lru_cache(maxsize=512)
def coding(accepted):
    """The best coding that an Accept-Encoding header allows: of those weighed alike the first of CODINGS."""
    weights = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        try:
            weights[name.strip()] = float(weight.strip().removeprefix("q=") or 1) if weight.strip() else 1.0
        except ValueError:
            weights[name.strip()] = 0.0
    usual = weights.get("*", 0.0)
    best = max(CODINGS, key=lambda name: weights.get(name, usual))
    weight = weights.get(best, usual)
    return best if weight > 0 and weight >= weights.get("identity", 0) else "identity"


def coded(wsgi):
    """A WSGI application whose texts are compressed as the client allows."""
    def answered(environ, start_response):
        name = environ[CODING] = coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if name == "identity":
            return wsgi(environ, start_response)
        started = []
        chunks = wsgi(environ, lambda *told: started.append(told))
        return _compressed(name, chunks, started[-1], start_response, environ["REQUEST_METHOD"])
    return answered


def _compressed(name, chunks, started, start_response, method):
    status, headers, *failure = started
    told = {key.lower(): value for key, value in headers}
    length = int(told.get("content-length", LEAST))
    plain = (not told.get("content-type", "").startswith(TEXTS) or length < LEAST or "content-encoding" in told
             or "accept-ranges" in told or status[:3] not in ("200", "404", "422"))
    if plain or method == "HEAD":
        # Of what would be compressed the length is not known.
        kept = headers if plain else _told(headers, name)
        start_response(status, kept, *failure)
        return chunks
    if isinstance(chunks, list) or "content-length" in told:
        made = CODINGS[name]()
        body = b"".join([*(made.compress(chunk) for chunk in chunks), made.flush()])
        getattr(chunks, "close", lambda: None)()
        start_response(status, [*_told(headers, name), ("Content-Length", str(len(body)))], *failure)
        return [body]
    start_response(status, _told(headers, name), *failure)
    return _Stream(chunks, CODINGS[name]())


def _told(headers, name):
    kept = [(key, value) for key, value in headers if key.lower() != "content-length"]
    return [*kept, ("Content-Encoding", name)]


class _Stream:
    """Chunks compressed as they are made; closing it closes what makes them."""

    def __init__(self, chunks, compressor):
        self._chunks, self._made = chunks, compressor

    def __iter__(self):
        for chunk in self._chunks:
            if piece := self._made.compress(chunk):
                yield piece
        yield self._made.flush()

    def close(self):
        """Close what makes the chunks."""
        getattr(self._chunks, "close", lambda: None)()
