"""What a statement makes of the events inside it: promised by the speaker, alleged of another, denied."""

from collections.abc import Set

from transforms.cast import Cast, Entity
from transforms.events.modality import Modality
from transforms.facts import Span, Statement
from transforms.statements.chains import is_outlet_kind

# Conduct that a speaker puts on somebody else; deaths, disasters and figures are told, not alleged.
CONDUCT = frozenset({"ASSAULT", "COERCE", "PROTEST", "ACCUSE", "THREATEN", "SANCTION", "REJECT"})
POSSESSIVE = frozenset({"its", "their", "his", "her"})
LONGEST_ARTICLE = len("the ")
CLAIMING = frozenset({"claim", "accuse"})


def in_voice(
    told: Modality, event_type: str, statement: Statement | None, actor_id: str | None, cast: Cast
) -> Modality:
    """Modality and polarity once it is known who says it; the publisher's own report stands as told."""
    if statement is None:
        return told
    speaker = cast.entities.get(statement.speaker_entity_id or "")
    if statement.cue_class == "deny":
        return told._replace(value="alleged", is_negated=True)
    if told.value == "planned" and _is_own_promise(told, statement, actor_id):
        return told._replace(value="promised")
    if told.value not in {"happened", "ongoing"}:
        return told
    is_own = _is_related(speaker, cast.entities.get(actor_id or "")) or told.is_first_person
    if not is_own and (event_type in CONDUCT or statement.cue_class in CLAIMING):
        return told._replace(value="alleged")
    return told


def speaks_of_itself(actor: Span | None, statement: Statement | None, text: str) -> bool:
    """Whether a speaker tells of his own side.

    "the agency has arrested him, its spokesman said", "police arrested two, police said", "Chad's navy seized a boat,
    the navy ministry said"
    """
    if actor is None or statement is None or statement.speaker_start is None:
        return False
    speaker = text[statement.speaker_start : statement.speaker_end].lower().split()
    if speaker[0] in POSSESSIVE and actor.start - statement.char_start <= LONGEST_ARTICLE:
        return True
    words = text[slice(*actor)].split()
    kinds = [word for word in words if word.islower()] or words  # without names in front
    return len(kinds) == 1 and kinds[0].lower() in speaker


def _is_own_promise(told: Modality, statement: Statement, actor_id: str | None) -> bool:
    if told.is_first_person:
        return True
    same = actor_id is not None and actor_id == statement.speaker_entity_id
    return same or (statement.cue_class == "promise" and actor_id is None)


def reported(statement: Statement | None, cast: Cast, text: str, outlets: Set[str]) -> bool:
    """Whether an outlet itself tells it, by name or as "the newspaper": its report stands as told."""
    if statement is None or statement.speaker_start is None:
        return False
    speaker = cast.entities.get(statement.speaker_entity_id or "")
    if speaker is not None:
        return speaker.kind == "media"
    return is_outlet_kind(text[statement.speaker_start : statement.speaker_end or 0], outlets)


def _is_related(speaker: Entity | None, actor: Entity | None) -> bool:
    """The same entity, or one named after the other: a secretariat and its organization."""
    if speaker is None or actor is None:
        return False
    shared = _name_words(speaker) & _name_words(actor)
    return speaker.entity_id == actor.entity_id or bool(shared)


def _name_words(entity: Entity) -> set[str]:
    return {word.lower() for word in entity.canonical_name.split() if word[:1].isupper() and len(word) > 3}
