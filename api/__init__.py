"""The HTTP API over a snapshot, and the commands."""
