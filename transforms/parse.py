"""From text to a parsed spaCy `Doc` whose sentences never cross a paragraph, title or byline.

The model reads a text of the same length as the article (capitals recased, line breaks of wrapped
lines as spaces), so every token offset holds in the article too.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise, tee

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from transforms.article import Article, Layout
from transforms.facts import Sentence, Span
from transforms.truecase import truecase

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
SENTENCE_END = (".", "!", "?", "”", '"', ":", ";", "’", "…", "...")
CLOSING = frozenset(")]»'")


def read(nlp: Language, articles: Iterable[Article], names: Mapping[str, str]) -> Iterator[tuple[Article, Doc, Layout]]:
    """Parse each article once, in batches; `names` maps lower-case words to their written form."""
    first, second = tee(articles)
    parsed = nlp.pipe((_prepare(nlp, article, names) for article in first), batch_size=32)
    for article, doc in zip(second, parsed, strict=True):
        yield article, doc, Layout(list(sentences(doc, article)))


def sentences(doc: Doc, article: Article) -> Iterator[Sentence]:
    """The sentences of a parsed article, without surrounding white space, numbered from 0."""
    starts = {start: number for number, start in enumerate(paragraph_starts(article))}
    number, paragraph = 0, 0
    for sentence in doc.sents:
        span = _trimmed(sentence)
        if span.start == span.end:
            continue
        paragraph = starts.get(span.start, paragraph)
        yield Sentence(number, paragraph, _section(article, span), span.start, span.end)
        number += 1


def paragraph_starts(article: Article) -> list[int]:
    """Offsets at which a paragraph begins: after blank lines, line breaks of unwrapped text, the parts of the head."""
    text = article.text
    breaks = BLANK_LINE if is_wrapped(text[article.body_start :]) else LINE_BREAK
    starts = {len(text) - len(text.lstrip())} | {m.end() for m in breaks.finditer(text) if m.end() < len(text)}
    for part in (article.title, article.standfirst, article.byline):
        if part:
            starts.add(part.start)
            after = part.end + len(text[part.end :]) - len(text[part.end :].lstrip())
            if after < len(text):
                starts.add(after)
    return sorted(starts)


def is_wrapped(text: str) -> bool:
    """Whether single line breaks are only where a line was full: many short lines that end within a sentence."""
    lines = [line.strip() for line in BLANK_LINE.sub("\n\n", text).split("\n")]
    inner = [a for a, b in pairwise(lines) if a and b]
    broken = [line for line in inner if not line.endswith(SENTENCE_END)]
    return len(inner) >= 2 and len(broken) * 2 > len(inner) and max(map(len, inner)) <= 120


def _prepare(nlp: Language, article: Article, names: Mapping[str, str]) -> Doc:
    text = truecase(article.text, names).replace("\xa0", " ")
    if is_wrapped(article.text[article.body_start :]):
        text = re.sub(r"(?<!\n)\n(?!\s*\n)", " ", text)
    doc = nlp.make_doc(text)
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=_sentence_starts(doc, set(paragraph_starts(article))))


def _sentence_starts(doc: Doc, starts: Container[int]) -> list[bool | int | None]:
    """True where a paragraph begins, False in mid-sentence, None after a stop, where the model decides."""
    found: list[bool | int | None] = []
    after_end = True
    for token in doc:
        is_space = token.is_space
        if token.idx in starts and not is_space:
            found.append(True)
        else:
            found.append(False if token.i and (is_space or not after_end) else None)
        if not is_space:
            word = token.text
            after_end = word.endswith(SENTENCE_END) or (after_end and word in CLOSING)
    return found


def _trimmed(sentence: DocSpan) -> Span:
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(start, max(start, sentence.end_char - (len(text) - len(text.rstrip()))))


def _section(article: Article, span: Span) -> str:
    for kind in ("title", "standfirst", "byline"):
        part: Span | None = getattr(article, kind)
        if part and part.start <= span.start < part.end:
            return kind
    return "body"
