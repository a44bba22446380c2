"""What a FastAPI program with threaded views would be: the same tables and stored JSON, its own validation."""

import os
import sqlite3
import threading
from typing import Annotated, Literal

from fastapi import FastAPI, HTTPException, Query, Response

from schemas.vocabulary import GRADES

app = FastAPI()
local = threading.local()


def rows(sql, values=()):
    """All rows of a SELECT, over a connection of this thread."""
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(f"file:{os.environ['DATABASE']}?mode=ro&immutable=1", uri=True)
        local.connection.execute("PRAGMA cache_size = -8000")
    return local.connection.execute(sql, values).fetchall()


def page(found, limit):
    """A page of stored records."""
    following = f'"{found[limit - 1][1]}"' if len(found) > limit else "null"
    data = ",".join(row[0] for row in found[:limit])
    return Response(f'{{"data":[{data}],"next":{following}}}', media_type="application/json")


@app.get("/quotes/{id}")
def one(id: str):
    """One record."""
    found = rows("SELECT json FROM quotes WHERE id = ?", (id,))
    if not found:
        raise HTTPException(404)
    return Response(found[0][0], media_type="application/json")


@app.get("/quotes")
def quotes(after: str = "", limit: Annotated[int, Query(ge=1, le=500)] = 50):
    """A page of quotes by keyset."""
    return page(rows("SELECT json, id FROM quotes WHERE id > ? ORDER BY id LIMIT ?", (after, limit + 1)), limit)


@app.get("/ratings")
def ratings(council: str, grade: Literal[GRADES], since: str, limit: Annotated[int, Query(ge=1, le=500)] = 50):
    """A filtered page."""
    return page(rows("SELECT json, id FROM ratings WHERE council_id = ? AND grade = ? AND reported >= ? ORDER BY id "
                     "LIMIT ?", (council, grade, since, limit + 1)), limit)


@app.get("/summary")
def summary(council: str):
    """Counts of ratings by grade and framework."""
    one, other = council.split(",")
    return rows("SELECT grade, framework, count(*) FROM ratings WHERE council_id IN (?, ?) GROUP BY 1, 2", (one, other))


@app.get("/overview")
def overview():
    """Counts of all ratings by grade and framework."""
    return rows("SELECT grade, framework, count(*) FROM ratings GROUP BY 1, 2")


@app.get("/facets")
def facets(since: str):
    """Counts of two fields over the ratings since a day."""
    return {field: rows(f"SELECT {field}, count(*) FROM ratings WHERE reported >= ? GROUP BY 1 ORDER BY 2 DESC",
                        (since,)) for field in ("grade", "area")}


@app.get("/search")
def search(q: str):
    """The best 20 matches by the ranking of SQLite."""
    return rows("SELECT kind, id, title, snippet(search, 3, '<mark>', '</mark>', '…', 20) FROM search "
                "WHERE search MATCH ? ORDER BY rank LIMIT 20", (q,))
