"""TypeScript types generated from the contract, untouched, compile strictly and reach every operation of the server."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ENABLE = "npm ci --prefix tests/clients"
pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason=f"Node is not installed; with it and npm: {ENABLE}"),
    pytest.mark.skipif(not (HERE / "node_modules").is_dir(), reason=f"TypeScript is not installed: {ENABLE}"),
]
STRICT = ["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--target", "es2022", "--module",
          "nodenext", "--moduleResolution", "nodenext", "--skipLibCheck", "--lib", "es2022,dom,dom.iterable"]
BEGIN = """\
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

declare const process: { argv: string[]; exitCode?: number };
const client = createClient<paths>({
  baseUrl: process.argv[2] ?? "",
});
function check(held: boolean, what: string): void {
  if (!held) { console.error(what); process.exitCode = 1; }
}
function cursorOf(address: string | null): string {
  return new URL(address ?? "/", "http://a").searchParams.get("cursor") ?? "";
}
"""


def call(path, method, place, query, more=""):
    """One call of the generated client."""
    params = {key: value for key, value in (("path", place), ("query", query)) if value}
    return f"await client.{method.upper()}({json.dumps(path)}, {{ params: {json.dumps(params)}{more} }})"


def program(operations):
    """A program that calls every operation: what is there, what is missing, bad input, the next page."""
    yield BEGIN
    for number, (path, method, operation, here) in enumerate(operations):
        names = [each["name"] for each in operation["parameters"]]
        placed = next((each["name"] for each in operation["parameters"] if each["in"] == "path"), None)
        query = {each["name"]: each["example"] for each in operation["parameters"]
                 if each["in"] == "query" and each["required"]}
        place = {placed: here} if placed else {}
        media = next(iter(operation["responses"]["200"]["content"]))
        more = "" if "json" in media else ', parseAs: "blob"'
        if "requestBody" in operation:
            more = (', body: "Ofsted rated Leeds good.", headers: { "Content-Type": "text/plain" }, '
                    "bodySerializer: (body: string) => body")
        yield f"const found{number} = {call(path, method, place, query, more)};"
        yield f'check(found{number}.response.status === 200, "found {path}");'
        if placed == "id":
            yield f'const missing{number} = {call(path, method, {"id": "nothing-of-this-name"}, query)};'
            yield f'check(missing{number}.error?.status === 404, "missing {path}");'
        if "cursor" in names:
            yield from paged(number, path, method, place, query)


def paged(number, path, method, place, query):
    """Bad input and the next page of a collection."""
    yield f"const bad{number} = {call(path, method, place, query | {'limit': 0})};"
    yield f'check(bad{number}.error?.errors?.[0]?.name === "limit", "bad {path}");'
    yield f"const first{number} = {call(path, method, place, query | {'limit': 2})};"
    yield f"const links{number}: string | null = first{number}.data?.links.next ?? null;"
    yield f"if (links{number} !== null) {{"
    asked = call(path, method, place, query | {"limit": 2})
    asked = asked.replace('"limit": 2', f'"limit": 2, "cursor": cursorOf(links{number})')
    yield f"  const next = {asked};"
    yield f'  check(next.response.status === 200 && (next.data?.data.length ?? 0) > 0, "next {path}");'
    yield "}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the generated types, where the packages are found."""
    path = tmp_path_factory.mktemp("typescript")
    (path / "node_modules").symlink_to(HERE / "node_modules")
    (path / "package.json").write_text('{"type": "module"}')
    run(path, "openapi-typescript", HERE.parents[1] / "openapi.yaml", "-o", "schema.d.ts")
    return path


def run(folder, tool, *arguments):
    """Run a tool of the packages, which must succeed."""
    command = [HERE / "node_modules" / ".bin" / tool, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_every_operation_compiles_strictly_and_answers(folder, address, operations):
    (folder / "main.ts").write_text("\n".join(program(operations)))
    run(folder, "tsc", *STRICT, "main.ts")
    done = subprocess.run(["node", "main.js", address], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_not_in_the_contract_does_not_compile(folder):
    """One run of the compiler, which names each file that it refuses, and not the one beside them that is right."""
    calls = {"path": 'client.GET("/v1/rating")', "id": 'client.GET("/v1/ratings/{id}")',
             "query": 'client.GET("/v1/ratings", {params: {query: {grad: "good"}}})', "right": 'client.GET("/v1/ratings")'}
    for name, asked in calls.items():
        (folder / f"{name}.ts").write_text(f"{BEGIN}\nawait {asked};\nvoid check; void cursorOf;\n")
    command = [HERE / "node_modules" / ".bin" / "tsc", *STRICT, "--noEmit", *(f"{name}.ts" for name in calls)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    refused = {line.partition("(")[0] for line in done.stdout.splitlines() if line.startswith(tuple(calls))}
    assert done.returncode != 0 and refused == {"path.ts", "id.ts", "query.ts"}, done.stdout


def test_a_record_is_typed_to_the_last_field(folder):
    (folder / "typed.ts").write_text(BEGIN + """
const { data, error } = await client.GET("/v1/ratings", { params: { query: { grade: "inadequate", limit: 5 } } });
if (error) throw new Error(error.detail);
for (const rating of data.data) {
  const grade: "outstanding" | "good" | "requires-improvement" | "adequate" | "inadequate" | null = rating.grade;
  const name: string = rating.council.name;
  const words: string[] = rating.evidence.map((piece) => piece.exact);
  const headline: string | null | undefined = rating.article?.headline;
  void [grade, name, words, headline];
}
void check; void cursorOf;
""")
    run(folder, "tsc", *STRICT, "--noEmit", "typed.ts")
