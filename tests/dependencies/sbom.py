"""The software bill of materials of what is served: `python -m tests.dependencies.sbom FILE` writes it in CycloneDX."""

import json
import subprocess
import sys
from pathlib import Path

from tests.dependencies.closure import closure, normal
from tests.dependencies.licences import licence

ROOT = Path(__file__).parents[2]


def bill():
    """The bill of this environment, without what only tests and tools need."""
    call = [Path(sys.executable).with_name("cyclonedx-py"), "environment", "--pyproject", ROOT / "pyproject.toml",
            "--output-reproducible", "--of", "JSON", "--sv", "1.6", "--no-validate", sys.executable]
    whole = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)
    names = closure()
    whole["components"] = [each for each in whole["components"] if normal(each["name"]) in names]
    for each in whole["components"]:
        # Some say it in words that the tool does not know.
        each.setdefault("licenses", [{"expression": licence(names[normal(each["name"])]), "acknowledgement": "concluded"}])
    kept = {each["bom-ref"] for each in whole["components"]} | {whole["metadata"]["component"]["bom-ref"]}
    edges = [each for each in whole["dependencies"] if each["ref"] in kept]
    whole["dependencies"] = [each | {"dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in kept]} for each in edges]
    return whole


def main():
    """Write the bill, if it is a valid one."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    place, made = Path(sys.argv[1]), bill()
    text = json.dumps(made, indent=2) + "\n"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"The bill is not valid: {wrong}")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    print(f"{place}: {len(made['components'])} components, CycloneDX {made['specVersion']}")


if __name__ == "__main__":
    main()
