"""Figures whose whole, whose noun or whose area stands one sentence before them or more."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

# (text, its figures)
WHOLE = [
    ("Seventeen councils were judged inadequate this year. In all, 20 councils now carry this rating.",
     {graded("I", 17), graded("I", 20)}),
    ("Ofsted found that 31 of the 41 councils fell below the minimum standard and were placed in the two lowest grades, "
     "inadequate or requires improvement.", {graded("RI", 31, 41)}),
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


# (text, its figures)
AREA = [
    ("Fourteen councils were outstanding overall. For leadership, eight were.",
     {graded("O", 8, area="leadership"), graded("O", 14)}),
    ("Twenty councils are inadequate. On leadership 26 are.",
     {graded("I", 20), graded("I", 26, area="leadership")}),
    ("Twenty councils are good overall. The number for leadership is 31.",
     {graded("G", 20), graded("G", 31, area="leadership")}),
    ("Nine councils were outstanding. In the help and protection category there were just four.",
     {graded("O", 4, area="help-and-protection"), graded("O", 9)}),
    ("Nine councils were outstanding. In the south-west there were just four.",
     {graded("O", 4), graded("O", 9)}),
    ("Twenty-two councils are outstanding for leadership. When it comes to care leavers the figure drops to six.",
     {graded("O", 6, area="care-leavers"), graded("O", 22, area="leadership")}),
    ("Twelve councils are inadequate for leadership. All told, ten are inadequate.",
     {graded("I", 12, area="leadership"), graded("I", 10)}),
    ("Leadership is graded separately. Thirty councils were good and nine inadequate.",
     {graded("G", 30, area="leadership"), graded("I", 9, area="leadership")}),
    ("The work that councils do with care leavers is judged on its own. Eleven were outstanding and 20 require "
     "improvement.",
     {graded("O", 11, area="care-leavers"), graded("R", 20, area="care-leavers")}),
    ("In adoption, where inspectors found most to praise, 19 councils were outstanding. Across all services, just "
     "eight were outstanding.",
     {graded("O", 8), graded("O", 19, area="adoption")}),
    ("Twelve councils are inadequate for leadership. Taken as a whole, ten services were inadequate.",
     {graded("I", 12, area="leadership"), graded("I", 10)}),
    ("Of the 30 councils inspected, six were inadequate overall. For help and protection it was eight and for "
     "leadership seven.",
     {graded("I", 8, area="help-and-protection"), graded("I", 7, area="leadership"), graded("I", 6, 30)}),
    ("The weakest area is support for care leavers, where 14 councils are inadequate. Nine are outstanding.",
     {graded("O", 9, area="care-leavers"), graded("I", 14, area="care-leavers")}),
    ("Councils do best on leadership: 40 are outstanding. They do worst for care leavers, with only nine "
     "outstanding.",
     {graded("O", 9, area="care-leavers"), graded("O", 40, area="leadership")}),
    ("The report also looked at how well councils are led. Twelve were good for leadership and nine were inadequate. "
     "Taking everything together, just eight were good.",
     {graded("G", 12, area="leadership"), graded("G", 8), graded("I", 9, area="leadership")}),
    ("Thirty-one authorities are outstanding for leadership. But when it comes to help and protection the number "
     "falls to 17. On the overall measure it is 23.",
     {graded("O", 31, area="leadership"), graded("O", 17, area="help-and-protection"), graded("O", 23)}),
    ("Among the 40 councils inspected this year, eight got the top grade for their work with children in care. Six "
     "were outstanding for care leavers. Only four were outstanding across the board.",
     {graded("O", 6, 40, area="care-leavers"), graded("O", 8, 40, area="children-in-care-and-care-leavers"),
      graded("O", 4, 40)}),
    ("Ofsted also grades councils on the experiences of children in care. Sixty were good on that measure, 14 were "
     "outstanding.",
     {graded("G", 60, area="children-in-care-and-care-leavers"),
      graded("O", 14, area="children-in-care-and-care-leavers")}),
    ("Twelve councils were inadequate. For care leavers, 18 and over, the council has a hub.",
     {graded("I", 12)}),
    ("Twelve councils were inadequate. In leadership there were three weaknesses.",
     {graded("I", 12)}),
    ("Twelve councils were inadequate. For leadership, four posts are vacant.",
     {graded("I", 12)}),
    ("Fourteen councils are good. The number of care leavers falls to 300.",
     {graded("G", 14)}),
    ("Kent was judged separately on leadership. Nine councils are good.",
     {graded("G", 9)}),
    ("Fourteen councils were outstanding overall, with nine outstanding for care leavers and 16 for leadership.",
     {graded("O", 9, area="care-leavers"), graded("O", 14), graded("O", 16, area="leadership")}),
]


@pytest.mark.parametrize(("text", "wanted"), AREA)
def test_the_area_of_a_figure_that_another_sentence_tells(text, wanted):
    assert figures_in_full(text) == wanted
