"""Reads one article after another in a process of its own: `python -m api.background.reader FD` answers over a pipe.

Beside the commands it is the only place of the API that knows the loader, and nothing that serves imports it.
"""

import signal
import sys
from multiprocessing.connection import Connection

from schemas.stored import encoded

# Of a processor's time one article may take so much; a newspaper's takes a hundredth of it.
CPU_SECONDS = 1
WARM = ("Ofsted rated Leeds council inadequate. “We are sorry,” said Ann Example, its leader.".encode(),
        b"<html><body><p>Ofsted rated Leeds council inadequate.</p></body></html>")


def read(question):
    """The answer to one question: (status, JSON text of the extraction, or the sentence that refuses it)."""
    from api.formats.extraction import body
    from fixtures.clean import Unreadable
    from fixtures.corpus import article
    from fixtures.extract import extract

    told, data = question
    name = told.pop("name", None) or "extraction"
    try:
        found = extract(article(data, name, told.pop("suffix"), told))
    except Unreadable as error:
        return 422, f"The article cannot be read: {error}."
    return 200, encoded(body(found))


class TooMuch(BaseException):
    """An article that took all the time there is. What reads pages takes any Exception for a bad page: this is none."""


def limited(question):
    """The answer to a question. Raises TooMuch once it took as much of a processor's time as one article may."""
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    try:
        return read(question)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_much(number, frame):
    raise TooMuch


def main():
    """Answer until the other end closes. A bug in the rules costs one answer, not the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, _too_much)
    pipe = Connection(int(sys.argv[1]))
    # What is read in the first time, rules and tables, is not to be counted for somebody's article.
    for page in WARM:
        read(({"suffix": ".html"}, page))
    pipe.send(True)
    while True:
        try:
            question = pipe.recv()
        except EOFError:
            return
        try:
            answer = limited(question)
        except TooMuch:
            answer = 422, f"Reading this article takes longer than {CPU_SECONDS} s of a processor; a load may take it."
        except Exception as error:
            print(f"An article could not be read: {error!r}", file=sys.stderr, flush=True)
            answer = 500, ""
        pipe.send(answer)


if __name__ == "__main__":
    main()
