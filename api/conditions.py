"""The terms of a WHERE that the filters of a question become."""

from functools import singledispatch

from schemas.parameter import Day, Filter, Lifetime, Words


def conditions(asked):
    """The terms of a question's WHERE, and their values."""
    terms, values = [], []
    for name, value in asked.filters.items():
        term, given = condition(asked.fields[name], value, asked.record)
        if term:
            terms.append(term)
            values += given
    return terms, tuple(values)


@singledispatch
def condition(field, value, record):
    """The term of one filter, and its values."""
    raise TypeError(f"No condition is known for {type(field).__name__}")


@condition.register
def _(field: Filter, value, record):
    marks = ", ".join("?" * len(value))
    if field.table is None:
        return f"t.{field.on}{field.collate} IN ({marks})", value
    inner = f"SELECT {field.key} FROM [{field.table}] WHERE {field.on}{field.collate} IN ({marks})"
    return f"t.{field.by} IN ({inner})", value


@condition.register
def _(field: Lifetime, value, record):
    if len(value) > 1:
        return "", ()
    return f"t.{field.on} IS {'NOT ' if value[0] == 'abolished' else ''}NULL", ()


@condition.register
def _(field: Day, value, record):
    return f"t.{field.on} {field.order} ?", (value,)


@condition.register
def _(field: Words, value, record):
    name = f"{record.table}_words"
    return f"t.id IN (SELECT id FROM [{name}] WHERE [{name}] MATCH ?)", (value,)
