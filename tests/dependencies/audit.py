"""Asks an advisory service about what the program depends on: `python -m tests.dependencies.audit`.

Exit status 0: nothing is known; 1: something is, and printed; 3: no service could be reached, so nothing was learnt.
AUDIT_OSV_URL names a service of one's own that speaks as osv.dev does.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.dependencies.closure import closure

UNREACHED = 3


def services():
    """The services to ask, one after the other: (name, options of pip-audit)."""
    own = os.environ.get("AUDIT_OSV_URL")
    if own:
        return [(own, ["--vulnerability-service", "osv", "--osv-url", own])]
    return [("PyPI", ["--vulnerability-service", "pypi"]), ("OSV", ["--vulnerability-service", "osv"])]


def asked(options, packages):
    """What a service says of packages with their versions: (its JSON or None, why not)."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "requirements.txt")
        wanted.write_text("\n".join(packages), encoding="utf-8")
        call = [Path(sys.executable).with_name("pip-audit"), "--requirement", wanted, "--no-deps", "--disable-pip",
                "--format", "json", "--progress-spinner", "off", "--timeout", "10", *options]
        done = subprocess.run(call, capture_output=True, text=True)
    try:
        return json.loads(done.stdout), ""
    except ValueError:
        return None, (done.stderr.strip().splitlines() or ["no answer"])[-1][:200]


def main():
    """Ask, print, and return the exit status."""
    known = [f"{name}=={installed.version}" for name, installed in closure().items()]
    for name, options in services():
        # One first: a service that does not know what it is asked about need not be asked about the rest.
        told, reason = asked(options, known[:1])
        if told and "skip_reason" not in told["dependencies"][0]:
            told, reason = asked(options, known)
            if told:
                return _report(name, told["dependencies"])
        print(f"The advisory service {name} could not be asked: {reason or 'it knows nothing.'}", file=sys.stderr)
    print(f"Nothing was learnt about the {len(known)} packages: no advisory service could be reached.", file=sys.stderr)
    return UNREACHED


def _report(service, packages):
    skipped = [each for each in packages if "skip_reason" in each]
    bad = [(each, found) for each in packages for found in each.get("vulns", ())]
    for each, found in bad:
        fixed = ", ".join(found["fix_versions"]) or "no version yet"
        print(f"{each['name']} {each['version']}: {found['id']} (fixed in {fixed})")
    for each in skipped:
        print(f"{each['name']}: not asked about, {each['skip_reason']}")
    print(f"{len(packages) - len(skipped)} packages, {len(bad)} known vulnerabilities, says {service}.")
    return 1 if bad or skipped else 0


if __name__ == "__main__":
    sys.exit(main())
