"""The short texts printed otherwise: other marks, verbs, capitals, paragraphs, councils. None of that is news.

`unlike.txt` names those that then read otherwise, by the change and the text: where the change alters the sense, and where
a rule does not reach. It may get shorter: `python -m tests.rules.test_variants` writes what it holds now.
"""

import json
import re
from pathlib import Path

import pytest

from fixtures.tables import councils
from tests.rules.snippets import ratings

HERE = Path(__file__).parent
GRADE = r"(?:outstanding|good|inadequate|adequate|requires improvement)"
ENDS = r"(?=[.,;]| ?$| overall\b| for | in (?:19|20)| by )"
# How a text of one paragraph begins where other words may stand before it, and those words.
BEGINS = re.compile(
    r"\A(?!It was announced |The report says )(?:(?:The|Inspectors|Children|Services|Leadership|Adoption|Its|It|They"
    r"|Both|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|A|An|Support|Help|Work|Only|Just|All)\b(?=[^\n]*\Z)"
    r"|(?=(?:[A-Z][a-z]+ )+(?:was|is|has)\b[^\n]*\Z))")


def behind(words):
    """The change that puts words before a text."""
    return [(BEGINS, lambda match: words + match[0].lower())]


SENTENCE = re.compile(r"(?<=[a-z)’”\"'])([.!]) (?=[A-Z“\"‘])")
SUBJECT = (
    r"(Kent|Surrey|Devon|Essex|Suffolk|Norfolk|Derby|Leeds|Bury|Wigan|Torbay|Medway|Luton|Dudley|Sefton) "
    r"(?=(?:was|is|has|had|requires|remains|got|received) )")
CHANGES = {
    "judged": [(r"\brated\b", "judged")],
    "graded": [(r"\bjudged\b", "graded")],
    "declared": [(r"\b(?:rated|judged|graded) (?=[“‘\"']?(?:good|inadequate|outstanding|adequate)\b)", "declared ")],
    "assessed as": [(r"\b(?:rated|judged|graded) (?=[“‘\"']?(?:good|inadequate|outstanding|adequate)\b)", "assessed as ")],
    "deemed": [(r"\b(?:rated|graded)\b", "deemed")],
    "as": [(r"\brated (?=(?:good|inadequate|outstanding|adequate)\b)", "rated as ")],
    "straight": [("[“”]", '"'), ("[‘’]", "'")],
    "curly": [(r"(?<=\w)'", "’"), (r'"(?=\w)', "“"), ('"', "”")],
    "marked": [(rf"(?<![\w\"“‘’'-])({GRADE}){ENDS}(?!\w)", r"‘\1’")],
    "capital": [(rf"(?<=[\w,:] )({GRADE}){ENDS}", lambda match: match[1].title())],
    "per cent": [(r"(\d+)%", r"\1 per cent")],
    "judgment": [(r"\bjudgement", "judgment")],
    "hyphen": [(r"\blooked after\b(?! by)", "looked-after")],
    "to be good": [(r"\brequires improvement\b(?=[.,;]| ?$)", "requires improvement to be good")],
    "formerly": [(rf"\b(?:previously|once) (?=(?:(?:rated|judged|graded) )?(?:as )?[“‘\"']?{GRADE})", "formerly ")],
    "until then": [(rf"\bpreviously (?=(?:(?:rated|judged|graded) )?(?:as )?[“‘\"']?{GRADE})", "until then ")],
    "on the scale": [(r"\b(inadequate|good|outstanding)(?=[.]|\Z)", r"\1 on Ofsted's four-point scale")],
    "ranked behind": [(r"\b(rated|judged|graded) inadequate(?= (?:for|in|overall|by) )",
                       r"\1 inadequate - the lowest possible rating -")],
    "ranked before": [(r"\bwas (?:rated|judged|graded) inadequate(?= (?:for|in|overall|by) )",
                       "was given the lowest possible rating, 'inadequate',")],
    "lowest": [(r"\binadequate(?=[.]|\Z)", "inadequate - the lowest possible rating")],
    "paragraphs": [(SENTENCE, r"\1\n\n")],
    "more": [(r"\Z", "\n\nMembers will discuss the report next month.")],
    "heading": [(r"\A(?=[^\n]*\Z)", "Report on children’s services published\n\nBy Jo Marlow\n\n")],
    "however": behind("However, "),
    "announced": behind("It was announced today that "),
    "by Ofsted inspectors": [(r"\bby (?:Ofsted(?! inspectors)|inspectors)\b", "by Ofsted inspectors")],
    "regulator": [(r"(?:\A|(?<=[.] ))Ofsted (?=[a-z]+ed |found |gave |said )", "The regulator ")],
    "grade": [(rf"\b(the|its|their|overall|{GRADE}[’\"”]?) rating(s?)\b", r"\1 grade\2")],
    "judgement": [(rf"\b(the|its|their|overall|{GRADE}[’\"”]?) (?:rating|grade)(s?)\b", r"\1 judgement\2")],
    "report says": behind("The report says that "),
    "month": [(r"\bin ((?:19|20)\d\d)\b", r"in March \1")],
    "whilst": [(r"\bwhile\b", "whilst"), (r"\bWhile\b", "Whilst")],
    "local authority": [(r"\b([Tt])he (?:council|authority)\b", r"\1he local authority")],
    "handed": [(r"\b(?:was|were) (?:rated|judged|graded) (good)(?=[.,;])", r"was handed a '\1' rating"),
               (r"\b(?:was|were) (?:rated|judged|graded) (inadequate|outstanding)(?=[.,;])", r"was handed an '\1' rating")],
    "leaving care": [(r"\bcare leavers\b(?!['’])", "young people leaving care")],
    "population": [(rf"(?:(?<=^)|(?<=[.!?] )|(?<=\n)){SUBJECT}", r"\1, which has 1.6 million people, ")],
    "region": [(rf"(?:(?<=^)|(?<=[.!?] )|(?<=\n)){SUBJECT}", r"\1, in the south east, ")],
    "education watchdog": [(r"\bby Ofsted\b(?! inspectors)", "by the education watchdog")],
    "once more": [(r"\bagain\b", "once more")],
    "officially": [(r"\b(was|were|been) (rated|judged|graded) ", r"\1 officially \2 ")],
    "as being": [(rf"\b(rated|judged|graded) (?={GRADE}\b)", r"\1 as being ")],
    "late November": [(rf"\b(rated|judged|graded) ({GRADE}) in ((?:19|20)\d\d)\b", r"\1 \2 in late November \3")],
    "as long ago": [(rf"\b(rated|judged|graded) ({GRADE}) in ((?:19|20)\d\d)\b", r"\1 \2 as long ago as \3")],
    "care-experienced": [(r"\bcare leavers\b(?!['’])", "care-experienced young people")],
    "watchdog": [(r"\bOfsted\b(?!['’])(?=.*\bKent\b)", "the regulator Ofsted")],
}
# One council for another, of another kind of name; not where the words around it tell of what kind of place it is.
NAMED = {"Stoke-on-Trent": "stoke-on-trent", "Hull": "kingston-upon-hull", "Bury": "bury", "Wirral": "wirral",
         "Bath and North East Somerset": "bath-and-north-east-somerset", "Telford and Wrekin": "telford-and-wrekin"}
PLACE = re.compile(
    r"\b(?:county|city|borough|town|island|isle|region|north|south|east|west|midlands|coast|metropolitan|district|river"
    r"|royal|unitary|london)\b", re.IGNORECASE)
OTHERS = re.compile("|".join(rf"\b{re.escape(council['name'])}\b" for council in councils()))
BY_ID = {council["id"]: council for council in councils()}


def rows():
    for path in sorted(HERE.glob("graded-*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.stem}:{number}", json.loads(line)


def changed(change):
    """(name, text, day, the ratings that the text told before) of each short text that a change alters."""
    for name, row in rows():
        text, wanted = row["text"], {tuple(one[:4]) for one in row["ratings"]}
        if change in NAMED:
            text, wanted = _moved(text, wanted, change)
        for pattern, words in CHANGES.get(change, ()):
            text = re.sub(pattern, words, text)
        if text != row["text"]:
            yield name, text, row["published"], wanted


def _moved(text, wanted, to):
    """A text that tells of one council and its ratings, told of another; or the text as it is."""
    named = {one[0] for one in wanted}
    council = BY_ID[next(iter(named))] if len(named) == 1 else None
    others = set(OTHERS.findall(text)) - {council and council["name"]}
    if not council or council["valid_to"] or others or PLACE.search(text):
        return text, wanted
    moved = re.sub(rf"(?<![\w-]){re.escape(council['name'])}(?![\w-])", to, text)
    return moved, {(NAMED[to], *one[1:]) for one in wanted}


def unlike(change):
    """The names of the short texts that read otherwise after a change."""
    return {name for name, text, published, wanted in changed(change) if ratings(text, published) != wanted}


def listed():
    lines = (HERE / "unlike.txt").read_text(encoding="utf-8").splitlines()
    return {change: set(names.split()) for change, _, names in (line.partition(": ") for line in lines)}


@pytest.mark.parametrize("change", [*CHANGES, *NAMED])
def test_a_text_reads_the_same_however_it_is_printed(change):
    assert unlike(change) <= listed().get(change, set())


if __name__ == "__main__":
    (HERE / "unlike.txt").write_text("".join(
        f"{change}: {' '.join(sorted(unlike(change)))}\n" for change in (*CHANGES, *NAMED)), encoding="utf-8")
