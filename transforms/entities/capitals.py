"""Runs of capitalised words in a text, whatever the model made of them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from transforms.entities.boundaries import Name, trimmed
from transforms.entities.lexicon import EntityLexicon

JOINS = frozenset(
    ["of", "de", "del", "la", "al", "bin", "van", "von", "der", "ibn", "el", "da", "dos", "du", "di", "-", "’", "'"]
)


def capital_runs(doc: Doc, text: str, lexicon: EntityLexicon) -> Iterator[Name]:
    """Runs of capitalised proper nouns, whatever the model made of them."""
    run: list[Token] = []
    for token in doc:
        if _continues(run, token):
            run.append(token)
            continue
        yield from _gap(text, run, lexicon)
        run = [token] if _opens(token) else []
    yield from _gap(text, run, lexicon)


def _opens(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"} and token.text[0].isupper() and any(c.isalpha() for c in token.text)


def _continues(run: list[Token], token: Token) -> bool:
    if not run or token.is_sent_start:
        return False
    return _opens(token) or (token.text in JOINS and token.i + 1 < len(token.doc) and _opens(token.nbor()))


def _gap(text: str, run: list[Token], lexicon: EntityLexicon) -> Iterator[Name]:
    if run:
        span = trimmed(text, run[0].idx, run[-1].idx + len(run[-1]), lexicon)
        if span:
            yield Name(*span, "")
