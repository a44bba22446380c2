"""Writes the whole data set as files: `python -m api.background.exporter DATABASE DIR`, and the command `export`.

The same data gives the same bytes.
"""

import hashlib
import json
import os
import shutil
import sys
import zipfile
from base64 import b64encode
from pathlib import Path

from marshmallow import fields

from api import queries
from api.formats import tables
from api.formats.terms import CLOSED, OPEN, licences
from api.program import ATTRIBUTION, DATA_LICENCE, NAME, program_version
from api.snapshot import Snapshot
from schemas import RECORDS
from schemas.shape import table_columns
from schemas.stored import encoded

ZIP, LINES, SQLITE = f"{NAME}.zip", f"{NAME}.ndjson", f"{NAME}.sqlite"
PACKAGE, MANIFEST = "datapackage.json", "manifest.json"
MEDIA = {ZIP: "application/zip", LINES: "application/x-ndjson", SQLITE: "application/vnd.sqlite3"}
WHAT = {
    ZIP: "All records as CSV, a file for each type, with a Frictionless datapackage.json that describes every column.",
    LINES: "All records as they are served, one a line, each with its type.",
    SQLITE: "The snapshot itself: a SQLite database that this program serves.",
}
TERMS = (f"{ATTRIBUTION}: councils, frameworks and the ratings whose source is official. What was read from articles "
         "is under no open licence: their words are the publishers', and quoted words the speakers'.")
TYPES = {fields.Integer: "integer", fields.Float: "number", fields.Boolean: "boolean"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def export(database, folder, copy=shutil.copyfile):
    """Write the data set of the snapshot `database` to `folder`; gives its hash and the files. Raises Unusable."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SQLITE).unlink(missing_ok=True)
    copy(database, folder / SQLITE)
    # The copy is read: what is exported stays one data set if the snapshot is replaced meanwhile.
    snapshot = Snapshot(folder / SQLITE)
    resources = [_table(snapshot, record, folder) for record in RECORDS]
    _write(folder / LINES, _lines(snapshot))
    package = json.dumps(_package(snapshot, resources), ensure_ascii=False, indent=2) + "\n"
    (folder / PACKAGE).write_text(package, encoding="utf-8")
    names = [PACKAGE, *(resource["path"] for resource in resources)]
    with zipfile.ZipFile(folder / ZIP, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as inside, open(folder / name, "rb") as file:
                shutil.copyfileobj(file, inside, 1 << 20)
    return snapshot.dataset, [ZIP, LINES, SQLITE, *names]


def manifest(folder, dataset):
    """Write what `/v1/exports` says of the files in a folder."""
    files = [{"name": name, "description": WHAT[name], "media_type": media, "size": (folder / name).stat().st_size,
              "digest": f"sha-256=:{b64encode(_digest(folder / name).digest()).decode()}:", "licence": DATA_LICENCE,
              "link": f"/v1/exports/{name}"} for name, media in MEDIA.items()]
    told = {"data": files, "meta": {"total": len(files), "limit": len(files), "dataset": dataset},
            "links": {"self": "/v1/exports", "next": None}}
    (folder / MANIFEST).write_text(encoded(told), encoding="utf-8")


def linked(database, copy):
    """The same file under another name, where that can be; only for a folder where nobody writes."""
    try:
        os.link(database, copy)
    except OSError:
        shutil.copyfile(database, copy)


def _table(snapshot, record, folder):
    """Write the records of one type as CSV; gives what the data package says of it."""
    path = folder / f"{record.table}.csv"
    rows = queries.everything(snapshot, record)
    _write(path, tables.write_csv(record, rows, mark=""))
    described = [{"name": name, **_kind(record, parts)} for name, parts in table_columns(record).items()]
    return {"name": record.table, "path": path.name, "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "bytes": path.stat().st_size,
            "hash": f"sha256:{_digest(path).hexdigest()}", "title": record.__doc__.strip().splitlines()[0],
            "licenses": licences(record), "schema": {"fields": described, "primaryKey": "id", "missingValues": [""]}}


def _kind(schema, parts):
    """The type and description of a column, from the declaration of its field."""
    field = schema._declared_fields[parts[0]]
    if isinstance(field, fields.List):
        inner = field.inner
        while len(parts) > 1 and isinstance(inner, fields.Nested):
            inner, parts = inner.schema._declared_fields[parts[1]], parts[1:]
        described = f"{_said(inner) or _said(field)} Several are joined by '{tables.BETWEEN}'."
        return {"type": "string", "description": described}
    if len(parts) > 1:
        return _kind(type(field.schema), parts[1:])
    return {"type": next((kind for cls, kind in TYPES.items() if isinstance(field, cls)), "string"),
            "description": _said(field)}


def _said(field):
    return field.metadata.get("description", "")


def _package(snapshot, resources):
    return {"profile": "tabular-data-package", "name": NAME, "title": "Inspection facts", "description": TERMS,
            "program": program_version(), "dataset": snapshot.dataset, "licenses": [OPEN, CLOSED],
            "sources": [{"title": "News articles and Ofsted's published record"}], "resources": resources}


def _lines(snapshot):
    for record in RECORDS:
        yield from tables.write_lines(
            f'{{"type":"{record.noun}","record":{text}}}' for text in queries.everything(snapshot, record))


def _write(path, pieces):
    with open(path, "wb") as file:
        file.writelines(pieces)


def _digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256")


if __name__ == "__main__":
    draft = Path(sys.argv[2])
    manifest(draft, export(sys.argv[1], draft, linked)[0])
