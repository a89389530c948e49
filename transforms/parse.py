"""From text to a parsed spaCy `Doc` whose sentences never cross a paragraph, title or byline.

The model reads a text of the same length as the article (capitals recased, line breaks of wrapped
lines as spaces), so every token offset holds in the article too.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import tee
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc as Parse

from transforms.article import Article, Layout
from transforms.facts import Sentence, Span
from transforms.line_breaks import SENTENCE_END, breaks, wraps
from transforms.parsed import Doc
from transforms.truecase import truecase

DASHES = " \t\xa0-–—:"
CLOSING = frozenset(")]»'")
SET: list[int | str] = ["NORM", "SENT_START"]
NEVER = 2**64 - 1  # -1 in spaCy's unsigned columns


def read(nlp: Language, articles: Iterable[Article], names: Mapping[str, str]) -> Iterator[tuple[Article, Doc, Layout]]:
    """Parse each article once, in batches; `names` maps lower-case words to their written form."""
    first, second = tee(articles)
    parsed = nlp.pipe((prepare(nlp, article, names) for article in first), batch_size=32)
    for article, parse in zip(second, parsed, strict=True):
        doc = Doc(parse)
        yield article, doc, Layout(list(sentences(doc, article)))


def sentences(doc: Doc, article: Article) -> Iterator[Sentence]:
    """The sentences of a parsed article, without surrounding white space, numbered from 0."""
    starts = {start: number for number, start in enumerate(paragraph_starts(article))}
    number, paragraph = 0, 0
    for sentence in doc.sents:
        span = _trimmed(doc.text, sentence.start_char, sentence.end_char)
        if span.start == span.end:
            continue
        paragraph = starts.get(span.start, paragraph)
        yield Sentence(number, paragraph, _section(article, span), span.start, span.end)
        number += 1


def paragraph_starts(article: Article) -> list[int]:
    """Offsets at which a paragraph begins: after blank lines, line breaks of unwrapped text, the parts of the head."""
    text = article.text
    first, body = len(text) - len(text.lstrip()), article.body_start
    starts = {first, body} | {body + end for _, end in breaks(text[body:]) if body + end < len(text)}
    starts |= {end for _, end in breaks(text[:body])}
    for part in (article.title, article.standfirst, article.byline):
        if part:
            starts.add(part.start)
            after = part.end + len(text[part.end :]) - len(text[part.end :].lstrip())
            if after < len(text):
                starts.add(after)
    return sorted(starts)


def prepare(nlp: Language, article: Article, names: Mapping[str, str]) -> Parse:
    """The words of an article as the model is to read them, sentence starts set where the layout decides them."""
    text = truecase(article.text, names).replace("\xa0", " ")
    spaced = {article.body_start + at for at in wraps(article.text[article.body_start :])}
    if spaced:
        text = "".join(" " if at in spaced else character for at, character in enumerate(text))
    doc = nlp.make_doc(text)
    columns: Any = doc.to_array(SET)
    columns[:, 0] = 0  # the model reads words as they are written, without the tokeniser's normal forms
    starts = {*paragraph_starts(article), *_after_date_line(article)}
    columns[:, 1] = list(_sentence_starts(text, doc.to_array(["IDX", "LENGTH"]).tolist(), starts))
    return doc.from_array(SET, columns)


def _after_date_line(article: Article) -> list[int]:
    """Where the story begins behind "LAGOS, Jan 3 (Wire) -": the place is no part of the sentence that follows."""
    if article.date_line is None:
        return []
    rest = article.text[article.date_line.end :]
    return [article.date_line.end + len(rest) - len(rest.lstrip(DASHES))]


def _sentence_starts(text: str, words: Sequence[Sequence[int]], starts: Container[int]) -> Iterator[int]:
    """Where sentences may begin, for words as offset and length, in spaCy's numbers.

    1 where a paragraph begins, NEVER in mid-sentence, 0 after a stop, where the model decides.
    """
    after_end = True
    for at, length in words:
        word = text[at : at + length]
        is_space = word.isspace()
        if at in starts and not is_space:
            yield 1
        else:
            yield NEVER if at and (is_space or not after_end) else 0
        if not is_space:
            after_end = word.endswith(SENTENCE_END) or (after_end and word in CLOSING)


def _trimmed(text: str, start: int, end: int) -> Span:
    """A stretch of text without the white space around it."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, end - (len(words) - len(words.rstrip()))))


def _section(article: Article, span: Span) -> str:
    for kind in ("title", "standfirst", "byline"):
        part: Span | None = getattr(article, kind)
        if part and part.start <= span.start < part.end:
            return kind
    return "body"
