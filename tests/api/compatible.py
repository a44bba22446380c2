"""Compares two contracts: what in the newer one would break a client of the older."""

METHODS = ("get", "post")


def breaks(old, new):
    """Each change that would break a client, as a sentence."""
    for path, item in old["paths"].items():
        for method in METHODS:
            if method not in item:
                continue
            now = new["paths"].get(path, {}).get(method)
            if now is None:
                yield f"{method.upper()} {path} is gone"
                continue
            yield from (f"{method.upper()} {path}: {found}" for found in _operation(old, new, item[method], now))


def _operation(old, new, was, now):
    if was["operationId"] != now["operationId"]:
        yield f"it is called {now['operationId']}, no longer {was['operationId']}"
    yield from _parameters(was["parameters"], now["parameters"])
    for media in was.get("requestBody", {}).get("content", {}):
        if media not in now.get("requestBody", {}).get("content", {}):
            yield f"it takes no {media} any more"
    for status, response in was["responses"].items():
        if status not in now["responses"]:
            yield f"it answers no {status} any more"
            continue
        contents = (_resolved(old, response).get("content", {}), _resolved(new, now["responses"][status]).get("content", {}))
        for media in contents[0]:
            if media not in contents[1]:
                yield f"{status} is no {media} any more"
            else:
                yield from _schema(old, new, contents[0][media]["schema"], contents[1][media]["schema"], status, set())


def _parameters(was, now):
    known = {(each["in"], each["name"]): each for each in now}
    for each in was:
        after = known.pop((each["in"], each["name"]), None)
        if after is None:
            yield f"the parameter {each['name']} is gone"
            continue
        if after["required"] and not each["required"]:
            yield f"the parameter {each['name']} is needed now"
        if each["schema"].get("type") != after["schema"].get("type"):
            yield f"the parameter {each['name']} is of another type"
        for key, narrower in (("enum", lambda a, b: set(a) - set(b)), ("maximum", lambda a, b: b < a),
                              ("minimum", lambda a, b: b > a)):
            if key in after["schema"] and (key not in each["schema"] or narrower(each["schema"][key], after["schema"][key])):
                yield f"the parameter {each['name']} takes less than before ({key})"
    yield from (f"the new parameter {name} is needed" for (_, name), each in known.items() if each["required"])


def _resolved(document, node):
    while "$ref" in node:
        found = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def _schema(old, new, was, now, where, seen):
    """What a reader of the older reply would miss in the newer one."""
    if "$ref" in was and (was["$ref"], now.get("$ref")) in seen:
        return
    seen = seen | {(was.get("$ref"), now.get("$ref"))}
    was, now = _resolved(old, was), _resolved(new, now)
    if _types(old, was) != _types(new, now):
        yield f"{where} is {_types(new, now)}, no longer {_types(old, was)}"
        return
    for name, member in was.get("properties", {}).items():
        after = now.get("properties", {}).get(name)
        if after is None:
            yield f"{where}.{name} is gone"
            continue
        if name in was.get("required", ()) and name not in now.get("required", ()):
            yield f"{where}.{name} may be missing"
        yield from _schema(old, new, member, after, f"{where}.{name}", seen)
    if "items" in was:
        yield from _schema(old, new, was["items"], now["items"], f"{where}[]", seen)
    for before, after in zip(was.get("anyOf", ()), now.get("anyOf", ()), strict=False):
        yield from _schema(old, new, before, after, where, seen)


def _types(document, node):
    if "anyOf" in node:
        return sorted({kind for each in node["anyOf"] for kind in _types(document, _resolved(document, each))})
    kinds = node.get("type", "any")
    return sorted(kinds) if isinstance(kinds, list) else [kinds]
