"""Figures whose whole, whose noun or whose area stands one sentence before them or more."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

# (text, its figures)
WHOLE = [
    ("Of the first 12 councils inspected under the new framework, three were rated good. The other nine all require "
     "improvement.",
     {graded("G", 3, 12), graded("R", 9, 12)}),
    ("Inspectors have visited 48 councils since January.\n\nThe results make grim reading, the inspectorate "
     "admits.\n\nJust six were rated good, and 17 were judged inadequate.",
     {graded("G", 6, 48), plain("councils", 48), graded("I", 17, 48)}),
    ("The watchdog looked at 25 councils in the autumn. It also visited 40 children's homes. Eleven of the councils "
     "were rated good.",
     {graded("G", 11, 25), plain("councils", 25), plain("children's homes", 40)}),
    ("Ofsted inspected 30 councils last year. It also inspected 16 fostering agencies. Nine were rated good and two "
     "inadequate.",
     {graded("G", 9, 16, subject="fostering agencies", area=None),
      graded("I", 2, 16, subject="fostering agencies", area=None), plain("councils", 30),
      plain("fostering agencies", 16)}),
    ("Ofsted has now inspected 90 of the 152 local authorities. Of the 90, 24 were good or outstanding, 46 required "
     "improvement and 20 were inadequate.",
     {plain("councils", 90, 152), graded("OG", 24, 90), graded("R", 46, 90), graded("I", 20, 90)}),
    ("A total of 17 councils have been inspected since September, and five were judged inadequate. Across England, "
     "20 councils are inadequate.",
     {graded("I", 5, 17), plain("councils", 17), graded("I", 20)}),
    ("More than 50 councils have been inspected since 2018. Of those inspected in London, eight are good and one "
     "inadequate.",
     {plain("councils", 50, qualifier="more-than"), graded("I", 1), graded("G", 8)}),
    ("Eleven councils all require improvement, while six both fear and face intervention.",
     {graded("R", 11)}),
    ("Ofsted has inspected 70 children's homes in the region this year. Its verdicts are mixed. Fifty were good and "
     "four inadequate.",
     {graded("G", 50, 70, subject="children's homes", area=None),
      graded("I", 4, 70, subject="children's homes", area=None), plain("children's homes", 70)}),
    ("Ofsted inspected 20 councils. Homes are another matter. Nine were good.",
     {graded("G", 9, subject="homes", area=None), plain("councils", 20)}),
    ("Thirty-eight councils have been visited under the regime.\n\nMinisters say that is enough to draw "
     "conclusions.\n\nThree were outstanding.\n\nSixteen were good.",
     {graded("G", 16, 38), graded("O", 3, 38), plain("councils", 38)}),
    ("Of 40 councils inspected, ten were inadequate.\n\nThe findings alarmed ministers.\n\nTwelve were good.",
     {graded("G", 12, 40), graded("I", 10, 40)}),
    ("Of 40 councils inspected, ten were inadequate. Of those in the north, five were good.",
     {graded("G", 5), graded("I", 10, 40)}),
]


@pytest.mark.parametrize(("text", "wanted"), WHOLE)
def test_of_how_many_a_figure_is_that_tells_it_sentences_before(text, wanted):
    assert figures_in_full(text) == wanted
