"""The licences of what the program depends on: `python -m tests.dependencies.licences` writes docs/licences.md."""

import re

from tests.dependencies.closure import closure

# Licences under which a dependency may be used beside a program under MIT, unchanged and as a library of its own.
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "LGPL-2.1-or-later",
    "LGPL-3.0-or-later", "MIT", "MIT-0", "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Public-Domain", "Python-2.0", "Unlicense", "Zlib",
}
# As packages without an SPDX expression write it.
MEANT = {
    "apache 2.0": "Apache-2.0", "apache license, version 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0", "apache-2.0": "Apache-2.0", "bsd license": "BSD", "bsd": "BSD",
    "bsd-2-clause": "BSD-2-Clause", "bsd-3-clause": "BSD-3-Clause", "the bsd 2-clause license": "BSD-2-Clause",
    "gnu lgpl v3+": "LGPL-3.0-or-later", "isc license (iscl)": "ISC", "isc": "ISC", "mit": "MIT", "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "mpl-2.0": "MPL-2.0", "mpl 2.0": "MPL-2.0",
    "public domain": "Public-Domain", "python software foundation license": "PSF-2.0",
    "the unlicense (unlicense)": "Unlicense", "psf-2.0": "PSF-2.0",
}
# Packages that say it only in a file: read there.
READ = {"axe-playwright-python": "MIT AND MPL-2.0"}
HEAD = """\
# The licences of what the program depends on

Made by `make licences` from what the packages say of themselves; a test holds it to that, and every licence to a list of
those that may be used beside a program under MIT. All are used unchanged, as libraries of their own; of tld the terms of
the MPL are chosen. What is kept in this repository of others' work is in [NOTICE](../NOTICE).

| package | licence |
| --- | --- |
"""


def licence(installed):
    """The licence of a distribution as an SPDX expression where it says one; `unknown: ...` with what it says else."""
    # `get`, for the metadata may be those of the importlib_metadata package, which is strict, once something imported it.
    told = installed.metadata
    if told.get("License-Expression"):
        return told.get("License-Expression")
    classes = [line.rpartition("::")[2].strip() for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    written = [told.get("License") or "", *classes]
    known = [MEANT[text.strip().casefold()] for text in written if text.strip().casefold() in MEANT]
    return known[0] if known else READ.get(told["Name"]) or f"unknown: {' / '.join(filter(None, written))[:60]}"


def allowed(expression):
    """Whether a licence may be used: one of those that are joined by OR, all of those joined by AND."""
    plain = re.sub(r"[()]", "", expression)
    return any(all(part.strip() in ALLOWED for part in choice.split(" AND ")) for choice in plain.split(" OR "))


def main():
    """Print the page."""
    print(HEAD + "\n".join(f"| {name} | {licence(installed)} |" for name, installed in closure().items()))


if __name__ == "__main__":
    main()
