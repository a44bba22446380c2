"""Each rule of usage: a text it knows, and one it leaves to others or calls an adjective."""

import pytest

from fixtures.find.grades import usage
from tests.rules.snippets import last_place

# (rule, what it says, a text it decides so, a text it does not)
TEXTS = [
    (usage.plural, "nominal", "Kent was handed three goods.", "Kent was handed a good."),
    (usage.plural, usage.ADJECTIVE, "Kent sells goods.", "Kent was good."),
    (usage.service, "nominal", "Care leavers get a good service.", "Ada Thwaite ran a good service."),
    (usage.service, usage.ADJECTIVE, "We offer a good service.", "We offer an inadequate service."),
    (usage.degree, usage.ADJECTIVE, "A very good report.", "A good report."),
    (usage.praise, usage.ADJECTIVE, "It is an outstanding result.", "They received an outstanding report."),
    (usage.noun, "nominal", "Kent was handed an inadequate rating.", "Kent was handed an inadequate budget."),
    (usage.became, "predicate", "It turned a good service into an inadequate one.", "It ran an inadequate service."),
    (usage.holder, "attributive", "There are 20 inadequate councils.", "There are 20 inadequate roads."),
    (usage.holder, usage.ADJECTIVE, "It is a good school.", "It is a good start."),
    (usage.rated, "attributive", "Help came from good-rated Kent.", "Help came from good Kent."),
    (usage.adjective, usage.ADJECTIVE, "They made a good start.", "They were good."),
    (usage.adjective, "nominal", "Kent was rated good, with outstanding leadership.", "Kent had outstanding debts."),
    (usage.foreign, usage.ADJECTIVE, "Ada Thwaite said the funding was inadequate.", "She said the service was inadequate."),
    (usage.foreign, usage.ADJECTIVE, "“Our neighbour’s food banks are outstanding.”", "“Our neighbour is outstanding.”"),
    (usage.foreign, usage.ADJECTIVE, "The response of ministers is inadequate.", "The quality of care is inadequate."),
    (usage.noted, usage.ADJECTIVE, "Areas flagged as requiring improvement.", "Kent was flagged as requiring improvement."),
    (usage.verb, "predicate", "The council requires improvement.", "Kent is inadequate."),
    (usage.verb, usage.ADJECTIVE, "Some of this practice requires improvement.", "Kent requires improvement."),
    (usage.marked, "predicate", "Services are 'good', they said.", "Services are good, they said."),
    (usage.marked, "predicate", "Services are now Good.", "Services are now good."),
    (usage.marked, usage.ADJECTIVE, "They saw 'good' features.", "They saw good features."),
    (usage.another, "listed", "Kent was good for adoption and outstanding for care.", "A view good for adoption."),
    (usage.article, "nominal", "Inspectors gave it an inadequate.", "They did an inadequate job."),
    (usage.article, usage.ADJECTIVE, "The common good, it seems, is not an end: the good.", "Kent was good."),
    (usage.abbreviation, "predicate", "Kent went from RI to good and RI.", "Kent was good."),
    (usage.state, "predicate", "Essex, once inadequate, has changed.", "Essex, an inadequate name, has changed."),
    (usage.short, "predicate", "Harrow services not good overall.", "Harrow services are all good overall."),
    (usage.past, "predicate", "Inadequate in 2016, good in 2019.", "Good in 2016 at doing so."),
    (usage.ours, "predicate", "It beats inadequate, which is what we were.", "It beats inadequate, which is what we drank."),
    (usage.short, "placed", "Harrow good, says Ofsted", "Harrow buses good, say passengers"),
    (usage.fronted, "fronted", "Inadequate: the word for Thurrock.", "The inadequate word."),
    (usage.answer, "answer", "And Essex? Also good, since 2019.", "And Essex? Also a good place."),
    (usage.listed, "listed", "Inspectors wrote of its leadership: good.", "They wrote that it is good."),
    (usage.listed, "listed", "Wakefield (inadequate) was last.", "Wakefield was inadequate."),
    (usage.ruled, "predicate", "Inspectors judged it inadequate.", "They met, because work inadequate in scope began."),
    (usage.ruled, "predicate", "It ended in a verdict of good.", "It ended in a spell of good."),
    (usage.placed, "placed", "It is good in Merton.", "It is good in summer."),
    (usage.moved, "predicate", "It went from good to inadequate.", "It was known for good."),
    (usage.moved, "predicate", "Ada Thwaite led Kent to good.", "This led to good."),
    (usage.being, "weak", "Warrington is good.", "Warrington saw good."),
    (usage.being, usage.ADJECTIVE, "The record-keeping was inadequate.", "The council was inadequate."),
    (usage.joined, "predicate", "Kent was judged good or outstanding.", "Outstanding or not, Kent waits."),
    (usage.numbered, "listed", "Of the 11 councils nine good.", "Of the 11 councils many good."),
]


@pytest.mark.parametrize(("rule", "says", "hit", "miss"), TEXTS, ids=lambda value: getattr(value, "__name__", None))
def test_rule_knows_its_text_and_no_other(rule, says, hit, miss):
    assert rule(last_place(hit)) == says
    assert rule(last_place(miss)) != says


def test_every_rule_has_its_texts():
    assert {rule for rule, *_ in TEXTS} == set(usage.RULES)


@pytest.mark.parametrize("rule", usage.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_shows_an_example(rule):
    assert '"' in rule.__doc__
