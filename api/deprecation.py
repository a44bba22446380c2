"""Says that an address will go, before it does (RFC 9745, RFC 8594)."""

from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import wraps

from api.answers import say


def deprecated(since, sunset, successor):
    """Mark an address: deprecated from the day `since`, gone on the day `sunset`, replaced by `successor`."""
    begun, ended = (datetime.fromisoformat(day).replace(tzinfo=UTC) for day in (since, sunset))
    headers = (("Deprecation", f"@{int(begun.timestamp())}"), ("Sunset", format_datetime(ended, usegmt=True)),
               ("Link", f'<{successor}>; rel="successor-version"'))

    def decorate(answer):
        @wraps(answer)
        def warned(**where):
            say(*headers)
            return answer(**where)
        warned.operation = replace(answer.operation, deprecated=True)
        return warned
    return decorate
