"""The order in which the extractors need one another, from a parsed article to its facts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language

from transforms.article import Article, Layout
from transforms.entities.extract import find_cast, proposals
from transforms.events.extract import Scene, find_events
from transforms.events.participants import whole_spans
from transforms.lexicon import Lexicon
from transforms.links import link
from transforms.parse import read
from transforms.parsed import Doc
from transforms.places.extract import find_places, with_speakers
from transforms.quantities.extract import find_quantities
from transforms.relations.extract import find_relations
from transforms.statements.extract import find_statements
from transforms.times.extract import find_times
from transforms.unread_numbers import find_unread


def extract(
    nlp: Language, articles: Iterable[Article], lexicon: Lexicon
) -> Iterator[tuple[Article, dict[str, Sequence[Any]]]]:
    """Facts by table name for each article; every article is parsed once."""
    for article, doc, layout in read(nlp, articles, lexicon.entities.written):
        yield article, facts_of(article, doc, layout, lexicon)


def facts_of(article: Article, doc: Doc, layout: Layout, lexicon: Lexicon) -> dict[str, Sequence[Any]]:
    """All facts of a parsed article, linked among themselves."""
    cast = find_cast(doc, article, layout, lexicon.entities, lexicon.gazetteer)
    times = list(find_times(doc, article, layout, lexicon.times))
    places = list(find_places(doc, article, layout, cast, lexicon.gazetteer, lexicon.entities.words))
    quantities = list(find_quantities(doc, article, layout, cast, times, lexicon.quantities))
    statements = list(find_statements(doc, article, layout, cast, times, lexicon.statements))
    scene = Scene(article, layout, cast, statements, whole_spans(quantities), lexicon.events)
    events = list(find_events(doc, scene, times))
    relations = list(find_relations(doc, article, layout, cast, lexicon.entities))
    unread = find_unread(article.text, layout, cast.mentions, times, quantities, lexicon.quantities.labels)
    quantities, events = link(quantities, statements, events, places)
    return {
        "sentences": layout.sentences,
        "mentions": cast.mentions,
        "entity_proposals": list(proposals(cast, article)),
        "times": times,
        "unread_numbers": list(unread),
        "places": with_speakers(places, statements),
        "quantities": quantities,
        "statements": statements,
        "events": events,
        "relations": relations,
    }
