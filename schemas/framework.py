"""Frameworks: the rules and scales that inspectors judged by, with the dates they were in force."""

from schemas.parts import choice, day, listed, string
from schemas.record import Record
from schemas.vocabulary import AREAS


class Framework(Record):
    """An inspection framework: its dates, its scale and what it judges."""

    table = "frameworks"
    noun = "framework"

    id = string("The framework's id.", "sif-2013")
    name = string("The framework's name.", "Single inspection framework")
    in_force_from = day("First day in force.", "2013-11-01", none=True)
    in_force_to = day("Last day in force, or null.", "2018-01-31", none=True)
    grades = listed(string("A grade, or the word its scale printed."), "The scale, best first.")
    areas = listed(choice(AREAS, "An area."), "The judgement areas.")
    notes = string("What it replaced or changed, and how much of it the record holds.", none=True)
