"""Runs of capitalised words in a text, whatever the model made of them."""

from collections.abc import Iterator

from transforms.entities.boundaries import Name, trimmed
from transforms.entities.lexicon import EntityLexicon
from transforms.parsed import Doc, Token

PROPER = frozenset(["NNP", "NNPS"])


def capital_runs(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Runs of capitalised proper nouns, whatever the model made of them."""
    opens = {token.i for token in doc if token.tag_ in PROPER and text[token.idx].isupper()}
    run: list[Token] = []
    for i in sorted(opens | {i + 1 for i in opens if i + 2 in opens}):  # what opens a run or stands inside one
        token = doc[i]
        is_joint = token.text in lexicon.words.joints and not (token.text == "-" and text[token.idx - 1].isspace())
        joins = i in opens or (is_joint and i + 1 in opens)
        if run and run[-1].i == i - 1 and joins and not token.is_sent_start:
            run.append(token)
            continue
        yield from _run(text, run, lexicon)
        run = [token] if i in opens else []
    yield from _run(text, run, lexicon)


def _run(text: str, run: list[Token], lexicon: EntityLexicon) -> Iterator[Name]:
    if run:
        span = trimmed(text, run[0].idx, run[-1].idx + len(run[-1]), lexicon)
        if span:
            yield Name(*span, "")
