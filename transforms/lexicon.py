"""Everything that extractors know of language: compiled once a worker from `seeds/` and the gazetteer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.entities.lexicon import EntityLexicon
from transforms.entities.lexicon import compile_lexicon as compile_entities
from transforms.events.lexicon import EventLexicon
from transforms.events.lexicon import compile_lexicon as compile_events
from transforms.places.gazetteer import Gazetteer
from transforms.quantities.lexicon import QuantityLexicon
from transforms.quantities.lexicon import compile_lexicon as compile_quantities
from transforms.statements.lexicon import CueLexicon
from transforms.statements.lexicon import compile_lexicon as compile_cues
from transforms.times.lexicon import TimeLexicon
from transforms.times.lexicon import compile_lexicon as compile_times

Tables = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True)
class Lexicon:
    """One compiled lexicon an extractor, and the gazetteer that several share."""

    entities: EntityLexicon
    times: TimeLexicon
    quantities: QuantityLexicon
    statements: CueLexicon
    events: EventLexicon
    gazetteer: Gazetteer


def compile_lexicon(tables: Tables, gazetteer: Gazetteer) -> Lexicon:
    """The lexicon from the rows of `seeds/*.csv` by file stem."""
    return Lexicon(
        entities=compile_entities(tables, gazetteer),
        times=compile_times(tables),
        quantities=compile_quantities(tables),
        statements=compile_cues(tables),
        events=compile_events(tables),
        gazetteer=gazetteer,
    )
