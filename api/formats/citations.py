"""Writes records as citations: what a reader cites is the article or report that the record was read from."""

import re

from api.program import NAME
from schemas import Article, Council, Quote, Rating, Speaker, Statistic

LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
         **{sign: f"\\{sign}" for sign in "{}%&#_$"}}
SPECIAL = re.compile("[" + re.escape("".join(LATEX)) + "]")
UNSAFE = re.compile(r"[{}\\\s]")
SPACE = re.compile(r"\s+")
# The beginning of the data set's hash that citations state, as `load` and `export` print it.
STATED = 12
DOUBTS = {"unverified": "not checked against the inspection report", "restated": "as a later report restates it"}


def cited(record, values, base, dataset):
    """A record as an item of CSL-JSON; absent keys are unknown.

    `base` is where the API's addresses begin, `dataset` the hash of the data that the record stands in. A record that
    an article gave has that one's `byline` beside its own fields.
    """
    article = values if record is Article else values.get("article")
    document = values.get("document")
    address = f"{base}/v1/{record.table}/{values['id']}"
    found = {"id": values["id"], "type": "dataset", "title": _title(values), "publisher": NAME, "URL": address}
    if article:
        found |= {"type": "article-newspaper", "title": article["headline"] or f"Untitled article {article['id']}",
                  "publisher": None, "container-title": article["publisher"], "URL": article["url"] or address,
                  "issued": _date(article["published"]), "author": _literal(values.get("byline"))}
    elif document:
        found |= {"type": "report", "title": document["title"], "publisher": "Ofsted", "author": _literal("Ofsted"),
                  "URL": document["url"] or address, "issued": _date(values["reported"])}
    found |= {"note": _note(record, values), "source": f"{NAME}, {address}, data set {dataset[:STATED]}",
              "version": dataset}
    return {key: value for key, value in found.items() if value is not None}


def _title(values):
    keys = ("official_name", "name", "headline", "detail", "id")
    return next(values[key] for key in keys if values.get(key))


def _date(day):
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _literal(name):
    return [{"literal": name}] if name else None


def _note(record, values):
    """What the record says, in a few words."""
    if record is Quote:
        who = (values["speaker"] or {}).get("name") or values["role"] or (values["organisation"] or {}).get("name")
        reported = values["kind"] == "indirect"
        said = f"Reported, not word for word: {values['text']}" if reported else f"“{values['text']}”"
        return said + (f" ({who})" if who else "")
    if record is Rating:
        doubt = f"; {values['trust']}: {DOUBTS[values['trust']]}" if values["trust"] in DOUBTS else ""
        grade = values["grade"] or values["grade_as_printed"] or "no grade"
        return f"{values['council']['name']}: {grade}, {values['area']}, {values['status']}{doubt}"
    if record is Statistic:
        return f"{values['subject']}: {values['as_printed']}"
    if record is Council:
        return f"GSS code {values['gss_code']}"
    if record is Speaker:
        return f"{values['quotes']} quote{'' if values['quotes'] == 1 else 's'}"
    return values.get("detail")


def bibtex(item):
    """An item of CSL-JSON as BibTeX."""
    kind = {"article-newspaper": "article", "report": "techreport"}.get(item["type"], "misc")
    date = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) if "issued" in item else None
    pairs = {
        "title": item["title"], "author": item["author"][0]["literal"] if "author" in item else None,
        "journal": item.get("container-title"), "institution" if kind == "techreport" else "publisher":
        item.get("publisher"), "year": date[:4] if date else None, "date": date, "url": item["URL"],
        "note": f"{item.get('note', '')} [{item['source']}]".strip(),
    }
    write = {"url": _verbatim}
    lines = [f"  {key} = {{{write.get(key, _latex)(value)}}}" for key, value in pairs.items() if value]
    return f"@{kind}{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def _verbatim(address):
    """An address as styles take it, letter by letter; what would end the field or begin a command is encoded."""
    return UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02X}", address)


def _latex(text):
    return SPECIAL.sub(lambda sign: LATEX[sign[0]], SPACE.sub(" ", text))


def ris(item):
    """An item of CSL-JSON as RIS."""
    kind = {"article-newspaper": "NEWS", "report": "RPRT"}.get(item["type"], "DATA")
    date = item["issued"]["date-parts"][0] if "issued" in item else None
    pairs = [
        ("TY", kind), ("ID", item["id"]), ("TI", item["title"]),
        ("AU", item["author"][0]["literal"] if "author" in item else None), ("T2", item.get("container-title")),
        ("PB", item.get("publisher")), ("PY", str(date[0]) if date else None),
        ("DA", "/".join(f"{part:02}" for part in date) if date else None), ("UR", item["URL"]),
        ("N1", item.get("note")), ("DB", item["source"]),
    ]
    return "".join(f"{tag}  - {SPACE.sub(' ', value)}\r\n" for tag, value in pairs if value) + "ER  - \r\n"
