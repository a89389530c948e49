"""Whether a sentence passes on what another outlet says: "..., according to the newspaper"."""

from collections.abc import Iterable

from transforms.parsed import Span, Token
from transforms.times.lexicon import TimeLexicon


def passed_on(sentence: Span, lexicon: TimeLexicon) -> bool:
    """True where a medium stands behind "according to", or is the subject of a verb of reporting."""
    for token in sentence:
        if token.lower_ == "according" and _is_medium(token.subtree, lexicon):
            return True
        if token.lemma_ in lexicon.cues["report"] and token.pos_ == "VERB":
            sources = [c for c in token.children if c.dep_ in ("nsubj", "dobj", "npadvmod")]
            if any(_is_medium(source.subtree, lexicon) for source in sources):
                return True
    return False


def _is_medium(tokens: Iterable[Token], lexicon: TimeLexicon) -> bool:
    """A known outlet, or a name or noun with a word like "newspaper" in it."""
    words = list(tokens)
    if any(word.lemma_.lower() in lexicon.cues["outlet"] for word in words):
        return True
    return lexicon.media.search(" ".join(word.text for word in words)) is not None
