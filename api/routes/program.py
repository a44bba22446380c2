"""The program: what there is, its contract in OpenAPI, and whether it runs."""

from flask import Blueprint, Response, current_app, make_response

from api import openapi
from api.answers import CATALOG, base, snapshot
from api.contract import tells
from api.middleware import metrics
from api.program import DATA_LICENCE, NAME, program_version
from schemas import RECORDS
from schemas.reply import Entry, Health, Readiness
from schemas.stored import encoded

routes = Blueprint("program", __name__)
EXAMPLE = {"openapi": openapi.VERSION}


@routes.get("/v1")
@tells(Entry, problems=(503,), kept="data")
def get_entry():
    """Say what there is.

    How many records of each type, where they are, the terms of the data, the data set's hash and the program's version.
    """
    now = snapshot()
    return encoded({
        "name": NAME,
        "version": program_version(),
        "dataset": now.dataset,
        "licence": DATA_LICENCE,
        "counts": {record.table: int(now.meta[f"total.{record.table}"]) for record in RECORDS},
        "links": {record.table: f"/v1/{record.table}" for record in RECORDS}
        | {"summary": "/v1/summary", "resolve": "/v1/councils/resolve?q=birmingham", "openapi": "/openapi.yaml",
           "docs": "/docs"},
    })


@routes.get("/openapi.yaml")
@tells(None, "application/yaml", example=EXAMPLE)
def get_openapi_yaml():
    """Get this API's OpenAPI document as YAML."""
    return openapi.text(current_app)


@routes.get("/openapi.json")
@tells(None, example={"openapi": openapi.VERSION})
def get_openapi_json():
    """Get this API's OpenAPI document as JSON."""
    return encoded(openapi.document(current_app))


@routes.get(CATALOG)
@tells(None, "application/linkset+json", placed=True, example={"linkset": []})
def get_api_catalog():
    """Get the catalogue of the APIs here.

    A linkset with this API's contract, documentation and status (RFC 9727).
    """
    start = base()
    services = {
        "service-desc": [{"href": f"{start}/openapi.yaml", "type": "application/yaml"},
                         {"href": f"{start}/openapi.json", "type": "application/json"}],
        "service-doc": [{"href": f"{start}/docs", "type": "text/html"}],
        "status": [{"href": f"{start}/healthz", "type": "application/json"}],
        "license": [{"href": DATA_LICENCE["url"]}],
    }
    answer = make_response(encoded({"linkset": [{"anchor": f"{start}/v1", **services}]}))
    answer.content_type = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
    return answer


@routes.get("/healthz")
@tells(Health, kept=None)
def get_health():
    """Say whether the program runs."""
    return encoded({"status": "ok"})


@routes.get("/readyz")
@tells(Readiness, problems=(503,), kept=None)
def get_readiness():
    """Say whether the program can answer, and from which data.

    A snapshot that is damaged or of another version does not replace the one in service; `refused` then says why.
    """
    dataset = snapshot().dataset
    return encoded({"status": "ready", "dataset": dataset,
                            "refused": current_app.extensions["snapshot"].refused})


@routes.get("/metrics")
@tells(None, "text/plain", kept=None, example='inspection_facts_requests_total{route="/v1",status="200"} 12.0')
def get_metrics():
    """Get figures for Prometheus.

    Requests by route and status, times, kept answers, counted over all workers; the snapshot's age, hash, records and
    issues.
    """
    known = current_app.extensions
    return Response(metrics.text(known["counters"], known["snapshot"]), content_type=metrics.MEDIA)
