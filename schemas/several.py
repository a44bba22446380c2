"""Several values in the text of one parameter."""

import csv
import re

from marshmallow import ValidationError

MOST_ITEMS = 200
QUOTE = '"'


def items(text):
    """The values of a parameter that may hold several, separated by commas."""
    return _checked(text.split(","))


def names(text):
    """The names that a parameter holds, separated by commas; one with a comma stands in quotation marks, as in CSV."""
    return _checked(next(csv.reader([text], skipinitialspace=True)) or [""])


def joined(values):
    """The text of a parameter that holds these values."""
    return ",".join(f'"{value.replace(QUOTE, QUOTE * 2)}"' if "," in value or value.startswith(QUOTE) else value
                    for value in values)


def any_of(words):
    """The pattern of a parameter that holds any of some words."""
    one = "|".join(re.escape(word).replace(r"\-", "-").replace(r"\ ", " ") for word in words)
    return f"^({one})(,({one}))*$"


def _checked(parts):
    found = tuple(dict.fromkeys(part.strip() for part in parts))
    if "" in found:
        raise ValidationError("A value between commas is empty.")
    if len(found) > MOST_ITEMS:
        raise ValidationError(f"At most {MOST_ITEMS} values can be given, these are {len(found)}.")
    return found
