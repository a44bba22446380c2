"""Figures of agencies, homes and places by who owns them, and of those that are called for short: each text with all its
figures."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

FOSTERING, ADOPTION, HOMES, PLACES = "fostering agencies", "adoption agencies", "children's homes", "fostering places"
SECURE = "secure children's homes"


def held(subject, grades, count=None, of=None, share=None, **said):
    """A figure of other providers that hold grades."""
    return graded(grades, count, of, share, **{"subject": subject, "area": None} | said)


# (text, its figures)
SHORT = [
    ("Across England 92% of IFAs are judged good or outstanding. Fewer than 10 IFAs were inadequate.",
     {held(FOSTERING, "OG", share=0.92), held(FOSTERING, "I", 10, qualifier="less-than")}),
    ("Of the 300 IFAs inspected, 85% were good. None was inadequate.",
     {held(FOSTERING, "G", of=300, share=0.85), held(FOSTERING, "I", 0, 300)}),
    ("Nine voluntary adoption agencies (VAAs) were rated good.", {held(ADOPTION, "G", 9)}),
    ("England has 13 SCHs. Good or outstanding SCHs are down from 10 to eight, while two are inadequate.",
     {plain(SECURE, 13), held(SECURE, "OG", 8), held(SECURE, "OG", 10, status="previous"), held(SECURE, "I", 2)}),
    ("A third of RAAs are outstanding.", {held(ADOPTION, "O", share=0.3333, qualifier="rounded")}),
]
OF_COUNCILS = [
    ("Though 70% of councils’ adoption agencies were rated good, only 3% were inadequate.",
     {held(ADOPTION, "G", share=0.7), held(ADOPTION, "I", share=0.03)}),
    ("Only 3% of local authority adoption agencies were judged inadequate.", {held(ADOPTION, "I", share=0.03)}),
    ("Four in five local authority children's homes are good.",
     {held(HOMES, "G", share=0.8, qualifier="rounded")}),
    ("One in eight authorities' services for children is inadequate.",
     {graded("I", share=0.125, qualifier="rounded")}),
]
SIDE_BY_SIDE = [
    ("Schools with a ‘good’ or ‘outstanding’ make up 88 per cent, nurseries 96 per cent and childminders 97 per cent.",
     {held("schools", "OG", share=0.88), held("nurseries", "OG", share=0.96), held("childminders", "OG", share=0.97)}),
    ("Among schools 88% are good; for nurseries it is 96% and for childminders 97%.",
     {held("schools", "G", share=0.88), held("nurseries", "G", share=0.96), held("childminders", "G", share=0.97)}),
    ("Half of councils are good, homes 80%.",
     {graded("G", share=0.5, qualifier="rounded"), held("homes", "G", share=0.8)}),
    ("Half of councils are good, and staff costs 80% more.", {graded("G", share=0.5, qualifier="rounded")}),
    ("88 per cent of schools, 96 per cent of nurseries and 97 per cent of childminders are good.",
     {held("schools", "G", share=0.88), held("nurseries", "G", share=0.96), held("childminders", "G", share=0.97)}),
    ("Nine schools, four nurseries and two children's homes were rated inadequate.",
     {held("schools", "I", 9), held("nurseries", "I", 4), held(HOMES, "I", 2)}),
    ("Kent runs five children's homes and four of them are rated good.", {held(HOMES, "G", 4, 5)}),
    ("There were four authorities, one outstanding and a lot of paperwork.", {graded("O", 1)}),
]
OWNED = [
    ("Almost half of the private and voluntary fostering places in England belong to just six firms.",
     {plain(PLACES, share=0.5, qualifier="nearly")}),
    ("The six biggest firms own 70 independent fostering agencies (IFAs). The biggest two own 40 IFAs, with 27% of all "
     "places.", {plain(FOSTERING, 70), plain(FOSTERING, 40), plain(PLACES, share=0.27)}),
    ("About 30% of the private and voluntary sector's children's homes are in the hands of just 12 firms.",
     {plain(HOMES, share=0.3, qualifier="about")}),
    ("One group alone controls 120 children's homes, with 28% of all places.", {plain(HOMES, 120)}),
    ("The council runs 12 children's homes, of which three are empty.", set()),
    ("The number of fostering places fell by 6% to 41,000.", {plain(PLACES, 41000, change=-0.06)}),
    ("In some places 20 boys sleep rough.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), SHORT + OF_COUNCILS + SIDE_BY_SIDE + OWNED)
def test_who_owns_what(text, wanted):
    assert figures_in_full(text) == wanted
