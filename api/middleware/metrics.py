"""The figures for Prometheus, written by its own library."""

import time

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, InfoMetricFamily

from api import queries
from api.middleware.counters import EDGES
from api.program import program_version
from api.snapshot import Unusable, mark
from schemas import RECORDS

MEDIA = CONTENT_TYPE_PLAIN_0_0_4
P = "inspection_facts_"


def text(counters, source):
    """All figures: of the requests of all workers, and of the snapshot that this worker serves."""
    return generate_latest(Figures(counters, source))


class Figures:
    """What there is to collect."""

    def __init__(self, counters, source):
        self._counters, self._source = counters, source

    def collect(self):
        """The families of figures, one after the other."""
        yield from self._of_requests()
        yield from self._of_snapshot()

    def _of_requests(self):
        counters = self._counters.read()
        asked = CounterMetricFamily(f"{P}requests", "Requests by route and status.", labels=("route", "status"))
        for route, status, count in counters.requests():
            asked.add_metric((route, str(status)), count)
        times = HistogramMetricFamily(f"{P}request_seconds", "Seconds from a request to its answer.", labels=("route",))
        for route, reached, seconds in counters.times():
            edges = [*map(str, EDGES), "+Inf"]
            times.add_metric((route,), list(zip(edges, reached, strict=True)), seconds)
        kept = CounterMetricFamily(
            f"{P}kept_answers", "Answers looked for among those that workers keep.", labels=("found",))
        kept.add_metric(("hit",), counters.single("kept_hit"))
        kept.add_metric(("miss",), counters.single("kept_miss"))
        lost = CounterMetricFamily(f"{P}log_lines_lost", "Lines of the log that nobody took in time.",
                                   value=counters.single("line_lost"))
        yield from (asked, times, kept, lost)

    def _of_snapshot(self):
        try:
            now = self._source.current()
        except Unusable:
            now = None
        yield GaugeMetricFamily(f"{P}ready", "1 while there is a snapshot to answer from.", value=int(now is not None))
        told = {"version": program_version(), "dataset": now.dataset if now else ""}
        yield InfoMetricFamily(f"{P}snapshot", "The program's version and the hash of the data it serves.", value=told)
        if now is None:
            return
        made = now.mark[2] / 1e9
        yield GaugeMetricFamily(f"{P}snapshot_timestamp_seconds", "When the snapshot was written, as Unix time.",
                                value=made)
        yield GaugeMetricFamily(f"{P}snapshot_age_seconds", "How long ago the snapshot was written.",
                                value=max(0.0, time.time() - made))
        yield GaugeMetricFamily(f"{P}snapshot_superseded", "1 while the file that stands there is not the one served: "
                                "it is missing or cannot be used.", value=int(mark(self._source.path) != now.mark))
        records = GaugeMetricFamily(f"{P}records", "Records by type.", labels=("type",))
        for record in RECORDS:
            records.add_metric((record.table,), int(now.meta[f"total.{record.table}"]))
        issues = GaugeMetricFamily(f"{P}issues", "What texts seem to say but could not be settled.", labels=("kind",))
        for kind, count in queries.issues_by_kind(now):
            issues.add_metric((kind,), count)
        yield from (records, issues)
