"""Flask, without what it does for programs that have sessions, signals and hooks around their views.

It is still Flask that finds the view of a request, gives it its context and answers its failures; only what nothing
here uses is passed over, in the places that Flask has for that.
"""

from flask import Flask
from flask.sessions import NullSession, SessionInterface
from werkzeug.routing import MapAdapter


class NoSessions(SessionInterface):
    """No request has a session: all share one that nobody can write to."""

    def __init__(self):
        self._none = NullSession()

    def open_session(self, app, request):
        """The session that nobody can write to."""
        return self._none


class Address(MapAdapter):
    """Finds the view of an address: of most by a look at a table, of the rest as werkzeug does."""

    def match(self, *told, return_rule=False, **more):
        """The rule of the address and its variable parts."""
        if return_rule and not told and self.default_method == "GET":
            path = self.path_info
            if found := self.map.fixed.get(path):
                return found, {}
            before, _, last = path.rpartition("/")
            if last and (found := self.map.begun.get(before)):
                return found, {next(iter(found.arguments)): last}
        return super().match(*told, return_rule=return_rule, **more)


class Api(Flask):
    """Flask that takes the addresses of requests for what they are, whatever host they were sent to."""

    session_interface = NoSessions()

    def freeze(self):
        """Take the rules and hooks that there are now for all that there will be."""
        rules = [rule for rule in self.url_map.iter_rules() if "GET" in rule.methods]
        self.url_map.fixed = {rule.rule: rule for rule in rules if not rule.arguments}
        # Only where nothing fixed stands in the place of the variable part.
        begun = {rule.rule.rpartition("/")[0]: rule for rule in rules if rule.rule.endswith("/<id>")}
        self.url_map.begun = {start: rule for start, rule in begun.items() if "<" not in start}
        assert not (self.after_request_funcs or self.teardown_request_funcs or self.teardown_appcontext_funcs)
        self._before = tuple(self.before_request_funcs.pop(None, ()))
        assert not (self.before_request_funcs or self.url_value_preprocessors)

    def create_url_adapter(self, request):
        """What finds the view of a request; nothing here depends on the host, which Flask would take apart."""
        if request is None:
            return None
        environ = request.environ
        return Address(self.url_map, "localhost", environ.get("SCRIPT_NAME", ""), "", environ["wsgi.url_scheme"],
                       request.path, environ["REQUEST_METHOD"])

    def ensure_sync(self, func):
        """Views and hooks are plain functions."""
        return func

    def preprocess_request(self):
        """Call the hooks of the program."""
        for each in self._before:
            if (answer := each()) is not None:
                return answer
        return None

    def make_response(self, answer):
        """The answer of a view."""
        return answer if isinstance(answer, Answer) else super().make_response(answer)

    def process_response(self, response):
        """The answer as it is."""
        return response

    def do_teardown_request(self, *error):
        """There is nothing to take down."""

    def do_teardown_appcontext(self, *error):
        """There is nothing to take down."""


class Answer:
    """An answer that is at hand as a whole: a WSGI application that gives nothing but its bytes, type and length."""

    def __init__(self, body, media=None, status="200 OK"):
        self._status = status
        self._body = body if isinstance(body, bytes) else body.encode()
        self._headers = [("Content-Type", media), ("Content-Length", str(len(self._body)))] if media else []

    def __call__(self, environ, start_response):
        start_response(self._status, self._headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self._body]
