"""What is a part of what, how many members it has, who leads it: "the CSTO secretariat", "six-member", "Russia-led"."""

from collections.abc import Iterator

from transforms.cast import Entity
from transforms.entities.joining import owner_inside
from transforms.facts import Mention, Relation
from transforms.relations.setting import Setting

BODIES = frozenset(["ORG", "GROUP"])
OWNERS = frozenset(["igo", "country", "company", "party", "armed_group", "ngo"])


def find_parts(setting: Setting) -> Iterator[Relation]:
    """`part_of`, `member_count` and `leads`, as the words in and around the names of bodies state them."""
    owners = {e.canonical_name: e for e in setting.cast.entities.values() if e.kind == "igo"}
    for mention in setting.cast.mentions:
        entity = setting.cast.entity(mention)
        if entity is None:
            continue
        if mention.label in BODIES:
            owner = _owner(mention, entity, owners, setting)
            if owner and owner.entity_id != entity.entity_id:
                yield setting.row(mention.char_start, mention.char_end, "part_of", entity.entity_id, owner.entity_id)
            yield from _member_count(mention, entity, setting)
        if mention.label == "GPE":
            yield from _leader(mention, entity, setting)


def _owner(mention: Mention, entity: Entity, owners: dict[str, Entity], setting: Setting) -> Entity | None:
    """The organisation of which a body is a part: inside its own name, or in the words of a nominal."""
    if mention.form == "name":
        surface = setting.text[mention.char_start : mention.char_end]
        return owners.get(owner_inside(surface, setting.lexicon) or "")
    if mention.form != "nominal" or mention.label != "ORG" or entity.kind in OWNERS:
        return None
    inner = setting.cast.within(max(0, mention.char_start - 3), mention.char_end)
    found = (setting.cast.entity(m) for m in inner if m != mention and not _is_place_of(m, setting))
    return next((e for e in found if e and e.kind in OWNERS), None)


def _is_place_of(mention: Mention, setting: Setting) -> bool:
    """Where a body is, not whose it is: "our embassy in Kazakhstan"."""
    return setting.text[max(0, mention.char_start - 8) : mention.char_start].endswith((" in ", " in the "))


def _member_count(mention: Mention, entity: Entity, setting: Setting) -> Iterator[Relation]:
    """ "the six-member Collective Security Treaty Organization"."""
    before = setting.text[max(0, mention.char_start - 30) : mention.char_start]
    found = setting.lexicon.words.members.search(before)
    count = setting.lexicon.numbers.get(found[1].casefold()) if found else None
    if found and count is None and found[1].isdigit():
        count = found[1]
    if found and count:
        start = mention.char_start - len(before) + found.start()
        row = setting.row(start, mention.char_end, "member_count", entity.entity_id)
        yield row._replace(object_value=count)


def _leader(mention: Mention, entity: Entity, setting: Setting) -> Iterator[Relation]:
    """ "a Russia-led security alliance": a country leads the body whose phrase it opens."""
    led = setting.lexicon.words.led.match(setting.text, mention.char_end)
    if led is None:
        return
    bodies = [
        m for m in setting.cast.overlapping(mention.char_start, led.end() + 40) if m.label == "ORG" and m.entity_id
    ]
    around = [m for m in bodies if m.char_start <= mention.char_start and m.char_end > led.end()]
    behind = [m for m in bodies if m.char_start >= led.end() - 1]
    for body in (around or behind)[:1]:
        end = body.char_end
        row = setting.row(min(mention.char_start, body.char_start), end, "leads", entity.entity_id, body.entity_id)
        yield row._replace(role_surface=led[1])
