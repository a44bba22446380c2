"""The files of the whole data set, made once for a snapshot in a private temporary folder by a process of its own."""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from api.background.exporter import MANIFEST

SECONDS = 8
log = logging.getLogger(__name__)


class NotReady(Exception):
    """The files are still being made."""


class Exports:
    """The folder that the files stand in; all workers that share `folder` share them."""

    def __init__(self, database, folder=None):
        self._database, self._own = database, folder
        self._turn = threading.Lock()
        self._process = None

    @property
    def folder(self):
        """The private folder, made when it is first needed."""
        if self._own is None:
            self._made = tempfile.TemporaryDirectory(prefix="inspection-facts-")
            self._own = self._made.name
        return Path(self._own)

    def of(self, snapshot):
        """The folder with the files of a snapshot, and what its manifest says. Raises NotReady."""
        place = self.folder / f"exports-{snapshot.dataset[:16]}"
        if not (place / MANIFEST).exists():
            if not self._turn.acquire(blocking=False):
                raise NotReady
            try:
                self._make(place)
            finally:
                self._turn.release()
        return place, json.loads((place / MANIFEST).read_text(encoding="utf-8"))

    def _make(self, place):
        draft = place.with_suffix(f".{os.getpid()}")
        if self._process is None:
            shutil.rmtree(draft, ignore_errors=True)
            command = [sys.executable, "-P", "-m", "api.background.exporter", str(self._database), str(draft)]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        try:
            failed = self._process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            raise NotReady from None
        self._process = None
        made = not failed and json.loads((draft / MANIFEST).read_text(encoding="utf-8"))["meta"]["dataset"]
        if not made or not place.name.endswith(made[:16]):
            log.error("The files of the data set could not be made")
            shutil.rmtree(draft, ignore_errors=True)
            raise NotReady
        self._place(draft, place)

    def _place(self, draft, place):
        """Put finished files where they are looked for, and remove those of data sets before."""
        try:
            draft.rename(place)
        except OSError:
            shutil.rmtree(draft, ignore_errors=True)
        for other in self.folder.glob("exports-*"):
            if other != place and not other.suffix:
                shutil.rmtree(other, ignore_errors=True)
