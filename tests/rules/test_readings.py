"""Who holds a grade, when, in which area, and what figures say: a text each rule reads, and one it must not."""

import pytest

from fixtures.extract import extract
from tests.rules.snippets import article, figures, held, issues, ratings

OVERALL, COUNCILS = "overall-effectiveness", "councils"

# (text, the councils that hold a grade now)
HOLDERS = [
    ("Kent was rated good by Ofsted.", {("kent", "good")}),
    ("Ofsted gave good ratings to Kent and Essex.", {("kent", "good"), ("essex", "good")}),
    ("Essex and Surrey were both rated inadequate.", {("essex", "inadequate"), ("surrey", "inadequate")}),
    ("Essex and Kent were rated good and inadequate respectively.", {("essex", "good"), ("kent", "inadequate")}),
    ("A school in Stockport was rated inadequate by Ofsted.", set()),
    ("The primary school, which Kent runs, was rated inadequate.", set()),
    ("Unlike Essex, Kent was rated good by Ofsted.", {("kent", "good")}),
    ("Kent Council met Ofsted. The council was rated good.", {("kent", "good")}),
    ("Kent Council met Ofsted. The council leader said schools were rated good.", set()),
    ("Two councils, Essex and Kent, were rated inadequate.", {("essex", "inadequate"), ("kent", "inadequate")}),
    ("Seven councils are rated inadequate, including Kent.", {("kent", "inadequate")}),
    ("Seven councils are rated inadequate, and Kent helps them.", set()),
    ("Inadequate: the word for Thurrock.", {("thurrock", "inadequate")}),
    ("The Welsh inspectorate rated the council near Kent inadequate.", set()),
    ("Kent hopes to be rated outstanding by Ofsted.", set()),
    ("Kent hopes to be rated good and then outstanding.", set()),
    ("Kent was not rated inadequate by Ofsted.", set()),
    ("Kent denies that it is inadequate.", set()),
    ("Kent can be rated outstanding, good or inadequate, and rating is on a scale.", set()),
    ("Kent ran a seminar called “Getting to Good” with Ofsted.", set()),
    ("Ada Kent was rated good by her pupils.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), HOLDERS)
def test_holders(text, wanted):
    assert held(text) == wanted


# (text, the status of its inadequate grade)
STATUS = [
    ("Kent was rated inadequate by Ofsted.", "current"),
    ("Kent has moved up from inadequate to good, Ofsted said.", "previous"),
    ("Kent, previously rated inadequate, is now rated good.", "previous"),
    ("Kent is rated good, having been rated inadequate in 2015.", "previous"),
    ("Kent has lost its good rating and is now rated inadequate.", "current"),
    ("Kent was good at its last inspection and is now inadequate.", "current"),
    ("Kent is good; it was inadequate at its last inspection.", "previous"),
    ("Kent has shaken off its inadequate rating; it is rated good.", "previous"),
    ("Kent is no longer inadequate; it is now rated good.", "previous"),
]


@pytest.mark.parametrize(("text", "wanted"), STATUS)
def test_status(text, wanted):
    assert {status for _, grade, _, status in ratings(text) if grade == "inadequate"} == {wanted}


# (text, date, the areas of its good grade)
AREAS = [
    ("Kent was rated good for leadership.", "2019-06-01", {"leadership"}),
    ("Kent was rated good for leadership and adoption.", "2019-06-01", {"leadership", "adoption"}),
    ("Leadership in Kent was rated good by Ofsted.", "2019-06-01", {"leadership"}),
    ("Kent's director of adoption was pleased that Kent was rated good.", "2019-06-01", {OVERALL}),
    ("Kent was rated good.", "2019-06-01", {OVERALL}),
    ("Kent was rated good for the protection of children.", "2013-02-01", {"help-and-protection"}),
    ("Kent was rated good overall, despite failures in leadership.", "2019-06-01", {OVERALL}),
    ("On safeguarding, Kent was rated good.", "2019-06-01", {"help-and-protection"}),
]


@pytest.mark.parametrize(("text", "published", "wanted"), AREAS)
def test_areas(text, published, wanted):
    assert {area for _, grade, area, _ in ratings(text, published) if grade == "good"} == wanted


# (text, the figures it states)
FIGURES = [
    ("Nine councils were rated inadequate.", {(COUNCILS, ("inadequate",), "current", 9)}),
    ("One in five councils is rated inadequate.", {(COUNCILS, ("inadequate",), "current", 0.2)}),
    ("Almost half of councils are rated good or outstanding.", {(COUNCILS, ("outstanding", "good"), "current", 0.5)}),
    ("One of the councils rated inadequate has a new chief.", set()),
    ("Nine schools in Kent were painted.", set()),
    ("Kent was rated inadequate nine years ago.", set()),
    ("Fourteen councils are inadequate, up from 11 last year.",
     {(COUNCILS, ("inadequate",), "current", 14), (COUNCILS, ("inadequate",), "previous", 11)}),
    ("Ofsted made 43 inspections of councils.", {("inspections", (), "current", 43)}),
    ("Referrals rose by 10% in a year.", {("referrals", (), "current", None)}),
    ("Social workers were juggling 35 cases each.", {("caseloads", (), "current", 35)}),
    ("The four councils met in June.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_figures(text, wanted):
    assert figures(text) == wanted


# (text, date, the kinds of its issues about councils)
ISSUES = [
    ("The council was rated inadequate.", "2019-06-01", ["ambiguous-council"]),
    ("The council was rated inadequate.", None, ["ambiguous-council"]),
    ("A service that is inadequate can be taken away.", "2019-06-01", []),
    ("The council hopes to be rated good.", "2019-06-01", []),
    ("The council held a seminar, “Getting to Good”.", "2019-06-01", []),
    ("Dorset Council was rated good. Dorset was pleased.", None, ["undated-council"]),
    ("Dorset Council was rated good.", "2019-06-01", []),
    ("Ada Thwaite lives in Dorset.", None, []),
    ("Kent and Essex work together. Leadership is good.", "2019-06-01", ["ambiguous-council"]),
    ("Kent and Essex work together. Good leadership is rare.", "2019-06-01", []),
    ("Kent was rated good.", None, []),
    ("Kent was rated good.\nKent was rated inadequate.", "2019-06-01", ["conflicting-grades"]),
    ("Kent was rated inadequate in 2015.\nKent was rated good.", "2019-06-01", []),
]


@pytest.mark.parametrize(("text", "published", "wanted"), ISSUES)
def test_issues(text, published, wanted):
    assert issues(text, published) == wanted


@pytest.mark.parametrize(("text", "certainty"), [
    ("\"Kent is inadequate,\" said Cllr Jane Doe of Essex.", "implied"),
    ("“Services in Kent are inadequate and the leader should go,” said Jane Doe, who leads the opposition.", "implied"),
    ("“Services in Kent are inadequate,” the report said.", "stated"),
    ("“Ofsted says that Kent is inadequate,” said Cllr Jane Doe.", "stated"),
    ("Jane Doe said that she was sorry. Kent is inadequate.", "stated"),
    ("Inspectors said that services in Kent were \"inadequate\".", "stated")])
def test_what_somebody_only_calls_a_council_is_implied(text, certainty):
    assert [one["certainty"] for one in extract(article(text)).ratings] == [certainty]


def test_a_grade_told_as_one_of_several_is_an_issue():
    found = extract(article("Kent was good at its last inspection. It is now rated less than good."))
    assert [issue["kind"] for issue in found.issues] == ["several-grades"]
    assert [one["status"] for one in found.ratings] == ["previous"]
    assert not extract(article("Kent is rated less than good. It is inadequate, Ofsted says.")).issues


@pytest.mark.parametrize("text", [
    "Kent was rated 'inadequate' – the lowest possible rating – in May.",
    "Kent was given the lowest possible rating, 'inadequate', in May.",
    "Kent was given the lowest rating of inadequate.",
    "Kent was rated inadequate (the lowest grade) for leadership.",
])
def test_a_grade_is_printed_without_the_words_that_tell_its_rank(text):
    printed = [one["grade_as_printed"] for one in extract(article(text)).ratings]
    assert printed == ["inadequate"]
