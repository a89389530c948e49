"""What every rule may look at: the text, its parse, its names, the words of the reference tables."""

from dataclasses import dataclass

from transforms.cast import Cast
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.words import Words


@dataclass(frozen=True)
class Scene:
    """One article while its numbers are read."""

    text: str
    words: Words
    cast: Cast
    lexicon: QuantityLexicon
