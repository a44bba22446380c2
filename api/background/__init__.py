"""Work that has processes of its own, so that it holds up no request: files of all the data, articles that are sent.

`exporter` and `reader` run in such a process; `exports` and `readers` are what the server asks, and start them.
"""
