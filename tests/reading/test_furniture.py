"""Lines that stand around an article, and prose that only begins like them."""

import pytest

from tests.reading.printed import kind_of

FURNITURE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Read more: Hull council rated inadequate",
    "READ MORE: Hull 'inadequate' again",
    "Related: Care leavers tell their story",
    "Sign up to our daily newsletter here",
    "Follow us on Twitter: @LeedsPaper",
    "We use cookies to give you the best experience. By carrying on you agree to our cookie policy.",
    "Share this article",
    "Subscribe to our politics newsletter",
    "What do YOU think? Text LEEDS followed by your message to 80800.",
    "If you have been affected by this story call our newsdesk.",
    "WIN! A family week in the sun – see page 31",
    "---",
    "* * *",
    "ENDS",
    "This article was amended on 4 May 2016 to correct a name.",
    "> County loses judicial review",
    "Get the week’s council news in your inbox every Friday.",
    "For interviews contact the press office on 0113 496 0000.",
    "Watch: Councillors clash over care home closures",
    "Article continues below",
    "© 2016 Leeds Paper. All rights reserved.",
    "Local news matters. If you value it, please share this story.",
    "Facebook",
    "Tags: Ofsted, Leeds, care",
    "Full story, page 4",
    "SPONSORED: A sofa rated outstanding by our customers",
]
CAPTION = [
    "Image caption, The council was created in 2019",
    'image captionOfsted found "compelling evidence" of delay',
    "Picture: A child's swing hangs empty. Posed by model",
    "[Picture caption] “Shame on you”: protesters on Wednesday",
    "County Hall in Exeter. ‘There is no quick fix,’ the leader has said. Photograph: Ros Dacre/The Paper",
    "The Civic Centre, where a “robust” debate is promised (Image: Six Towns Gazette)",
    "Getty Images",
]
STILL_BODY = [
    "Share prices of firms that run children's homes fell after Ofsted published its report on the sector.",
    "Sharing information between agencies was not robust enough, the inspectors found.",
    "Follow-up visits to Leeds found that the council had become inadequate.",
    "Following the inspection, Ofsted rated Leeds as requiring improvement.",
    "Watch what they do, not what they say, he told the committee, and rate them good when they are good.",
    "Recommended improvements were made across the service, and it is now rated good.",
    "Cookies and tea were served when the outstanding rating was announced at the town hall.",
    "Topics that inspectors looked at included leadership, which was found to be inadequate.",
    "Comments made by inspectors about leadership in Leeds were scathing.",
    "Register offices and libraries are run by a council that was rated good last year.",
    "Become a foster carer in Leeds, the council said, and you will get support that is rated outstanding.",
    "Jobs were lost when the council, which was rated inadequate, merged two of its teams.",
    "Home visits took place in only half of the cases that inspectors looked at in Leeds.",
    "Subscribers to the theory that money explains it all should look at Leeds, he said.",
    "Pictures of the town hall were taken down when the inadequate rating came.",
    "“Follow us and you will see,” said the director, whose service was rated good.",
    "“Subscribe to that view if you like,” she said.",
    "Ofsted's letter is in your inbox, the director told councillors, and it says that we are inadequate.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_that_stand_around_an_article_are_furniture(line):
    assert kind_of(line) == "furniture"


@pytest.mark.parametrize("line", CAPTION)
def test_the_texts_of_pictures_are_captions(line):
    assert kind_of(line) == "caption"


@pytest.mark.parametrize("before", [1, 7])
@pytest.mark.parametrize("line", STILL_BODY)
def test_prose_that_only_begins_like_furniture_is_body(line, before):
    assert kind_of(line, before) == "body"
