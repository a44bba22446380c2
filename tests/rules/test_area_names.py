"""The names that frameworks give areas, short and in full, in each build of sentence that gives them a grade."""

import pytest

from tests.rules.snippets import ratings

NAMES = [
    ("2016-05-01", "children who need help and protection", "help-and-protection"),
    ("2016-05-01", "children looked after and achieving permanence", "children-looked-after"),
    ("2016-05-01", "leadership, management and governance", "leadership"),
    ("2016-05-01", "leadership, management, and governance", "leadership"),
    ("2016-05-01", "the experiences and progress of care leavers", "care-leavers"),
    ("2019-05-01", "the impact of leaders on social work practice with children and families", "leadership"),
    ("2019-05-01", "the impact of its leaders on social work practice", "leadership"),
    ("2019-05-01", "the experiences and progress of children who need help and protection", "help-and-protection"),
    ("2019-05-01", "the experiences and progress of children in care and care leavers", "children-in-care-and-care-leavers"),
    ("2024-05-01", "the experiences and progress of children in care", "children-in-care"),
    ("2024-05-01", "the experience and progress of care leavers", "care-leavers"),
    ("2024-05-01", "help and protection", "help-and-protection"),
]
GIVEN = [
    "{} was good in Kent.", "{} was found to be good in Kent.", "Kent was good for {}.", "In Kent {} is good.",
    "Kent was inspected. {} was also rated good.", "Kent was inspected. {} – good.",
    "Kent was inspected. {}: Good", "Kent was inspected. Ofsted said that {} remains good.",
    "Kent was inspected. Ofsted said {} was 'good'.", "Kent was inspected, and {} judged good.",
    "Kent was inspected. {} has improved to good.", "Kent was inspected. The judgement for {} was good.",
]
HOPED = [
    "Kent hopes to see {} rated good.", "Should {} be judged good, Kent will be relieved.",
    "Kent will be pleased if {} is found to be good.", "Social workers in Kent said that {} was good.",
]


def _put(frame, name):
    opens = frame.index("{}") in (0, len("Kent was inspected. "))
    return frame.format(name[0].upper() + name[1:] if opens else name)


@pytest.mark.parametrize("frame", GIVEN)
@pytest.mark.parametrize(("published", "name", "area"), NAMES)
def test_an_area_is_known_by_its_name_in_each_build(frame, published, name, area):
    assert ratings(_put(frame, name), published) == {("kent", "good", area, "current")}


@pytest.mark.parametrize("frame", HOPED)
@pytest.mark.parametrize(("published", "name", "area"), NAMES)
def test_no_length_of_name_hides_a_hope_or_an_opinion(frame, published, name, area):
    assert not ratings(_put(frame, name), published)


@pytest.mark.parametrize(("published", "name", "area"), [each for each in NAMES if each[1].startswith(("the ", "lead"))])
def test_inspectors_judge_an_area(published, name, area):
    assert ratings(f"Inspectors judged {name} in Kent good.", published) == {("kent", "good", area, "current")}


@pytest.mark.parametrize(("published", "name", "area"), [each for each in NAMES if each[2] != "leadership"])
def test_a_long_name_stands_beside_another(published, name, area):
    text = f"Kent was inspected. The impact of leaders on social work practice was outstanding while {name} was inadequate."
    assert ratings(text, published) == {
        ("kent", "outstanding", "leadership", "current"), ("kent", "inadequate", area, "current")}
