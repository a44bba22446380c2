"""Of how many inspections or reports something is told: each text with all its figures."""

import pytest

from tests.rules.snippets import figures_in_full, plain


def reports(count=None, of=None, share=None, **said):
    """A figure of inspections."""
    return plain("inspections", count, of, share, **said)


# (text, its figures)
SAYING = [
    ("We have read every report. Drift is criticised in 27 of the 48, and weak supervision in more than half.",
     {reports(27, 48), reports(share=0.5, qualifier="more-than")}),
    ("More than two-thirds of the reports mention the shortage of homes, and one in five says that children lived in "
     "unregistered places.",
     {reports(share=0.6667, qualifier="more-than"), reports(share=0.2, qualifier="rounded")}),
    ("Ofsted has published 48 reports. Poor supervision is raised in 30 of them.", {reports(48), reports(30, 48)}),
    ("Ofsted has published 48 reports. One in three praises early help.",
     {reports(48), reports(share=0.3333, qualifier="rounded")}),
    ("In half of the reports inspectors criticise managers.", {reports(share=0.5, qualifier="rounded")}),
    ("Nearly half of inspections found that children had been left too long.",
     {reports(share=0.5, qualifier="nearly")}),
    ("Nine of the 22 reports published this year praise early help.", {reports(9, 22)}),
    ("Drift was a theme in 12 of the 20 inspections.", {reports(12, 20)}),
    ("Ofsted has made 42 such visits since June. Nearly a quarter threw up something that had to be put right.",
     {reports(42), reports(share=0.25, qualifier="nearly")}),
]
MADE = [
    ("Twenty-nine councils were seen twice. Of those 29 re-inspections, 22 led to a better grade.",
     {plain("councils", 29), reports(22, 29)}),
    ("The number of full inspections rose by 45% in the year to March.", {reports(change=0.45)}),
    ("Inspections fell by a third last year.", {reports(change=-0.3333, qualifier="rounded")}),
]
NO_FIGURES = [
    "A third of the reports on schools are late.",
    "Half of reports to the police mention a child.",
    "Drift is mentioned in nine of the 20 lessons, he said.",
    "A fifth of inspections are late.",
    "Two-thirds of the reports that he has written say so.",
    "Inspections of buses fell. By a third of passengers they were not missed.",
]


@pytest.mark.parametrize(("text", "wanted"), SAYING + MADE + [(text, set()) for text in NO_FIGURES])
def test_figures_of_reports(text, wanted):
    assert figures_in_full(text) == wanted
