"""Who holds which office of what: "Armenian Prime Minister Nikol Pashinyan, who chairs the CSTO"."""

from collections.abc import Iterator, Sequence

from transforms.entities.labels import Labelled
from transforms.entities.roles import Role, find_roles
from transforms.facts import Mention, Relation
from transforms.parsed import Token
from transforms.relations.setting import Setting

HOLDERS = frozenset(["PERSON", "ORG", "GPE"])
BODIES = frozenset(["ORG", "GPE"])


def find_offices(setting: Setting) -> Iterator[Relation]:
    """Offices beside names, then verbs that state one."""
    named = [m for m in setting.cast.mentions if m.form == "name"]
    names = [_labelled(m, setting) for m in named]
    for role in find_roles(names, setting.text, setting.lexicon):
        yield _office(role, named, setting)
    for token in setting.doc:
        relation = setting.lexicon.role_verbs.get(token.lemma_) if token.pos_ == "VERB" else None
        if relation:
            yield from _verb(token, relation, setting)


def _labelled(mention: Mention, setting: Setting) -> Labelled:
    entity = setting.cast.entity(mention)
    kind, country = (entity.kind, entity.country_code) if entity else (None, None)
    return Labelled(mention.char_start, mention.char_end, mention.label, kind, country)


def _office(role: Role, named: Sequence[Mention], setting: Setting) -> Relation:
    thing = named[role.object].entity_id if role.object is not None else None
    if role.anaphor:
        thing = next((m.entity_id for m in setting.cast.within(*role.anaphor) if m.form == "nominal"), None)
    row = setting.row(*role.where, role.office.relation, named[role.holder].entity_id, thing)
    surface = setting.article.text[role.words.start : role.words.end]
    return row._replace(role_surface=surface, role_ordinal=role.ordinal, is_former=role.is_former)


def _verb(verb: Token, relation: str, setting: Setting) -> Iterator[Relation]:
    """ "who chairs the CSTO": a person or state as subject, or behind the relative pronoun, and a body as object."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    thing = next((c for c in verb.rights if c.dep_ in {"dobj", "obj"}), None)
    if subject is None or thing is None:
        return
    if subject.lower_ in {"who", "which"} and verb.dep_ == "relcl":
        subject = verb.head
    holder, body = setting.cast.covering(subject.idx), setting.cast.covering(thing.idx)
    if not (holder and holder.entity_id and holder.label in HOLDERS):
        return
    if body and body.entity_id and body.label in BODIES and body.entity_id != holder.entity_id:
        start, end = min(holder.char_start, verb.idx), max(body.char_end, verb.idx + len(verb))
        row = setting.row(start, end, relation, holder.entity_id, body.entity_id)
        yield row._replace(role_surface=setting.article.text[verb.idx : verb.idx + len(verb)])
