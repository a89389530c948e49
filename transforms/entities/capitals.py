"""Runs of capitalised words in a text, whatever the model made of them."""

from collections.abc import Iterator, Sequence

from transforms.entities.boundaries import Name, trimmed
from transforms.entities.lexicon import EntityLexicon
from transforms.parsed import Doc, Token

PROPER = frozenset(["NNP", "NNPS"])


def capital_runs(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Runs of capitalised proper nouns, whatever the model made of them."""
    opens = [token.tag_ in PROPER and text[token.idx].isupper() for token in doc]
    run: list[Token] = []
    for i in _inside_runs(opens):
        token = doc[i]
        is_joint = token.text in lexicon.words.joints and not (token.text == "-" and text[token.idx - 1].isspace())
        joins = opens[i] or (is_joint and i + 1 < len(opens) and opens[i + 1])
        if run and run[-1].i == i - 1 and joins and not token.is_sent_start:
            run.append(token)
            continue
        yield from _run(text, run, lexicon)
        run = [token] if opens[i] else []
    yield from _run(text, run, lexicon)


def _inside_runs(opens: Sequence[bool]) -> Iterator[int]:
    """Positions that open a run or stand right between two such."""
    for i, is_open in enumerate(opens):
        if is_open or (0 < i < len(opens) - 1 and opens[i - 1] and opens[i + 1]):
            yield i


def _run(text: str, run: list[Token], lexicon: EntityLexicon) -> Iterator[Name]:
    if run:
        span = trimmed(text, run[0].idx, run[-1].idx + len(run[-1]), lexicon)
        if span:
            yield Name(*span, "")
