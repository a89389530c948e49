"""What stands behind a semicolon: the speaker goes on ("40 were hurt; 12 of them badly"), or another begins."""

from transforms.parsed import Token
from transforms.statements.reading import Reading

NAMING = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def pointing_back(last: Token) -> Token:
    """The end of a content, past a semicolon where the subject behind it is a part of what was told."""
    sentence = last.sent
    words = sentence.doc[last.i + 1 : sentence.end]
    if not words or words[0].text != ";":
        return last
    subject = next((t for t in words if t.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i != words[0].i + 1 or not _points_back(subject):
        return last
    stop = next((t for t in words[1:] if t.text == ";"), None)
    end = stop.i if stop is not None else sentence.end
    return next(t for t in reversed(sentence.doc[last.i : end]) if not (t.is_punct or t.is_space))


def _points_back(subject: Token) -> bool:
    """ "12 of them", "both"; a bare "he" may be anybody."""
    if subject.tag_ == "DT":
        return True
    behind = (c for prep in subject.rights if prep.dep_ == "prep" for c in prep.rights)
    return any(c.tag_ == "PRP" for c in behind)


def other_saying(first: Token, last: Token, reading: Reading) -> int:
    """The semicolon behind which somebody else speaks: "said eight had died; | the opposition put the toll at 20"."""
    for stop in first.doc[first.i : last.i]:
        if stop.text == ";":
            for verb in first.doc[stop.i + 1 : last.i + 1]:
                names = (c for c in verb.lefts if c.dep_ == "nsubj" and c.i > stop.i and c.pos_ in NAMING)
                if verb.i in reading.cues and any(True for _ in names):
                    return stop.idx
    return len(reading.text)
