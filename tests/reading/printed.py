"""An article of lines, for tests to set other lines into."""

from fixtures.layout import layout

BODY = [
    "Children in Leeds are safer than they were three years ago, inspectors have found after a fortnight in the city.",
    "The council was rated good overall, and its leaders were praised for knowing their families well.",
    "“We are proud of the staff who did this,” said Cllr Una Okafor, who has led the service since 2019.",
    "Neighbouring Wakefield remains under the eye of a commissioner, and its next inspection is due in the autumn.",
    "Ofsted said that the number of social workers had risen, and that caseloads had come down by a fifth.",
    "A spokesman for the Department for Education said that ministers would watch the figures with interest.",
    "The report is the third since the council lost its director, and the first to say that the worst is over.",
    "Parents who spoke to inspectors agreed that the telephone is now answered when they ring in the evening.",
]
HEAD = ["Leeds children's services praised by inspectors", "By Una Quill", "4 May 2016"]


def kinds(*lines, headline=None):
    """[(line, kind)] of a text with these lines."""
    text = "\n\n".join(lines)
    return [(text[found.start : found.end], found.kind) for found in layout(text, headline).paragraphs]


def kind_of(line, before=4):
    """The kind of a line that stands after so many paragraphs of an article."""
    return dict(kinds(*HEAD, *BODY[:before], line, *BODY[before:]))[line]
