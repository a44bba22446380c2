"""Reads one article after another in a process of its own: `python -m api.reader FD` answers over the pipe FD.

It is the only place of the API that knows the loader, and no part of the program that serves imports it.
"""

import json
import signal
import sys
from multiprocessing.connection import Connection


def read(question):
    """The answer to one question: (status, JSON text of the extraction, or the sentence that refuses it)."""
    from api.extraction import body
    from fixtures.clean import Unreadable
    from fixtures.corpus import article
    from fixtures.extract import extract

    told, data = question
    name = told.pop("name", None) or "extraction"
    try:
        found = extract(article(data, name, told.pop("suffix"), told))
    except Unreadable as error:
        return 422, f"The article cannot be read: {error}."
    return 200, json.dumps(body(found), ensure_ascii=False, separators=(",", ":"))


def main():
    """Answer until the other end closes. A bug in the rules costs one answer, not the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(int(sys.argv[1]))
    while True:
        try:
            question = pipe.recv()
        except EOFError:
            return
        try:
            answer = read(question)
        except Exception as error:
            print(f"An article could not be read: {error!r}", file=sys.stderr, flush=True)
            answer = 500, ""
        pipe.send(answer)


if __name__ == "__main__":
    main()
