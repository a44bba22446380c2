"""Cases and files that inspectors looked at, and what they found in how many: each text with all its figures."""

import pytest

from tests.rules.snippets import figures_in_full, plain


def cases(count=None, of=None, share=None, **said):
    """A figure of cases."""
    return plain("cases", count, of, share, **said)


# (text, its figures)
SAMPLED = [
    ("Of 52 files that the inspectors read, 19 had no plan.", {cases(19, 52)}),
    ("Of the 70 cases sampled, 26 were sent back to managers.", {cases(26, 70)}),
    ("Of 88 cases the team opened, they returned 31 to managers the same day.", {cases(31, 88)}),
    ("Inspectors sampled 80 cases and sent 14 back to be looked at again.", {cases(14, 80)}),
    ("They read 64 case files and in 20 of them the child had not been seen.", {cases(20, 64)}),
    ("Inspectors looked at 68 files and found that in nine the risk had been missed.", {cases(9, 68)}),
    ("Inspectors examined 96 cases, asking for urgent action in eleven.", {cases(11, 96)}),
    ("Inspectors looked at 45 files and found that 17 had been closed too soon.", {cases(17, 45)}),
    ("Inspectors examined 36 assessments and found that 15 were late.", {plain("assessments", 15, 36)}),
    ("Assessments are the weak point. Inspectors looked at 40 of them and found that 12 had been started late.",
     {plain("assessments", 12, 40)}),
    ("The inspectors read the files of 44 care leavers. In at least eleven of those cases there was no plan.",
     {cases(11, 44, qualifier="at-least")}),
    ("Ofsted's team tracked 30 cases. Nine of them had no chronology.", {cases(9, 30)}),
    ("Ofsted's team tracked 30 cases. In nine of those, nobody had written down what was decided.", {cases(9, 30)}),
]
READ = [
    ("Inspectors read 214 cases during the fortnight and saw no drift.", {cases(214)}),
    ("Inspectors looked at 140 cases in Kent and spoke to 62 young people.", {cases(140)}),
    ("The inspectors – who read more than 150 case files and met parents – think well of it.",
     {cases(150, qualifier="more-than")}),
    ("Inspectors looked at 140 cases and at 12 visits by social workers.", {cases(140)}),
    ("Inspectors read 214 cases. In 30 of them there was no plan.", {cases(30, 214)}),
    ("Inspectors read 214 cases, of which 20 were sent back.", {cases(20, 214)}),
    ("Social workers read 214 cases.", set()),
]
OPEN_THEN = [
    ("Ofsted said that of 64 cases which were open in January, 23 had gone past the council's own deadline.",
     {cases(23, 64)}),
    ("The report says that of 40 cases in the adoption team last May, 12 had been left too long.", {cases(12, 40)}),
    ("Of 52 referrals made in May, 14 had no decision within a day, inspectors found.",
     {plain("referrals", 14, 52)}),
    ("Of 120 assessments begun in June, 45 were late, Ofsted said.", {plain("assessments", 45, 120)}),
    ("Of 64 court cases heard in January, 23 were dismissed, the report says.", set()),
    ("Of 40 cases of measles, 12 were in schools that inspectors had visited.", set()),
]
NEXT = [
    ("Inspectors opened 52 case files at random. In 49 they found what the child had said.", {cases(49, 52)}),
    ("They read 71 cases in the town. Fourteen had to be handed back to managers.", {cases(14, 71)}),
    ("Inspectors looked at 40 files. In six, visits were overdue.", {cases(6, 40)}),
    ("The auditors dipped into 30 records. Eleven told nothing of the child's wishes.", {cases(11, 30)}),
    ("The inspectors sampled 60 cases. Of those, 12 showed drift.", {cases(12, 60)}),
    ("In 14 of the 41 cases that inspectors referred back, they asked for action; in three, a child was moved that night.",
     {cases(14, 41), cases(3, 41)}),
    ("Of 66 cases that inspectors tracked, they asked the council to think again about eight.", {cases(8, 66)}),
    ("Inspectors looked at 40 cases and had worries about nine.", {cases(9, 40)}),
]
SAMPLES = [
    ("In a sample of 52 child-in-need cases that had been open for a year, 17 had no plan.", {cases(17, 52)}),
    ("Of 48 referrals that inspectors sampled this year, 19 had been closed without a visit and six had never been read.",
     {plain("referrals", 19, 48), plain("referrals", 6, 48)}),
    ("Assessors say that one in five cases was closed too soon.", {cases(share=0.2, qualifier="rounded")}),
    ("The council had 48 referrals a week, inspectors found.", {plain("referrals", 48)}),
]
OPEN = [
    ("The number of cases open to social workers had climbed by 24% since 2009.", {cases(change=0.24)}),
    ("The number of open cases has fallen by a third in two years.", {cases(change=-0.3333, qualifier="rounded")}),
    ("The number of cases of measles has risen by 24%.", set()),
    ("The number of court cases rose by 20%.", set()),
]
IN_SO_MANY = [
    ("The report counts 12 cases out of 85 in which statutory visits were late.", {cases(12, 85)}),
    ("In more than nine in ten of the cases that they sampled, visits had been made on time.",
     {cases(share=0.9, qualifier="more-than")}),
    ("In 12 of the 30 cases that inspectors tracked, a meeting was late.", {cases(12, 30)}),
    ("Decisions were slow in six of the 20 files they picked at random.", {cases(6, 20)}),
    ("The verdict turned on 13 cases out of the 85 examined.", {cases(13, 85)}),
    ("Eight out of 50 cases audited were sent back.", {cases(8, 50)}),
    ("Inspectors found 15 cases in which children had been left with violent men.", {cases(15)}),
    ("A third of the case files that inspectors audited held no chronology.",
     {cases(share=0.3333, qualifier="rounded")}),
    ("In nearly half of the files that inspectors opened, nobody had seen the child alone.",
     {cases(share=0.5, qualifier="nearly")}),
    ("Inspectors said that 40 per cent of cases had been closed too early.", {cases(share=0.4)}),
    ("Nearly a fifth of the cases that they sampled – nine out of 48 – were sent back.", {cases(9, 48)}),
    ("Almost a fifth of the cases sampled (nine of 48) had no plan.", {cases(9, 48)}),
]
UNALLOCATED = [
    ("There were 340 unallocated cases when inspectors arrived.", {cases(340)}),
    ("Some 160 cases had no social worker at all.", {cases(160, qualifier="about")}),
    ("In one team 58 cases were found without an allocated worker.", {cases(58)}),
    ("More than 90 cases were waiting to be given to a social worker.", {cases(90, qualifier="more-than")}),
    ("There were 512 unassigned cases in May, a figure that had come down to 90 by July.",
     {cases(512, status="previous"), cases(90)}),
]
NO_FIGURES = [
    "Inspectors looked at 60 cases and spoke to 25 parents.",
    "Inspectors looked at 60 files and met 40 staff, of whom 12 were new to the job.",
    "Inspectors read 40 files over two weeks.",
    "Inspectors opened 60 files and found nine social workers in tears.",
    "Of 60 cases in court last year, the council won 40.",
    "In 30 cases of measles the children had not been vaccinated.",
    "In most cases children are seen, the inspectors said.",
    "Of 30 team leaders she met, 22 had been told to clear unallocated cases.",
    "Inspectors examined 60 cases in nine days.",
    "A third of cases of flu were mild.",
    "Inspectors looked at 60 cases. Nine councillors have resigned.",
    "Inspectors looked at 60 cases. In two years the council has had nine directors.",
    "Inspectors read the files of 38 young people aged between 18 and 24. They were well kept.",
    "The council read 12 files. In five they were inadequate.",
    "They read 71 cases. Fourteen of the staff have left.",
    "They read 71 cases. Fourteen staff have left.",
    "Inspectors looked at 60 cases. In three months they will be back.",
    "Six inspectors read 71 cases. Four were on site for two weeks.",
    "A report by doctors counts 12 cases of measles out of 85 in which children died.",
    "In half of cases that came to court the council lost.",
    "He won nine of the 12 cases that he brought to court.",
]


@pytest.mark.parametrize(("text", "wanted"), (
    NEXT + READ + OPEN_THEN + SAMPLED + SAMPLES + OPEN + IN_SO_MANY + UNALLOCATED
    + [(text, set()) for text in NO_FIGURES]))
def test_figures_of_cases(text, wanted):
    assert figures_in_full(text) == wanted
