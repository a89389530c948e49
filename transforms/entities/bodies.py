"""Which body a name means: "Commission" is the European one, a Health Ministry its country's, Acme Inc is Acme."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from transforms.cast import Entity
from transforms.entities.context import Context
from transforms.entities.joining import owner_inside
from transforms.entities.keys import body_key, name_key
from transforms.entities.labels import Labelled
from transforms.entities.lexicon import EntityLexicon
from transforms.identity import digest

GENERIC_KINDS = frozenset(["government", "police", "military", "court"])
BEFORE_BODY = re.compile(r"(?:['’]s?)?\s+(?:\w+\s)?")
BEHIND_BODY = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
OWNED_BODY = re.compile(r"(['’]s?)?\s+(?:[A-Z]\w+\s)?")
DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
SMALL = frozenset(["of", "the", "and", "for", "in", "on", "s"])
KINDS = {"PRODUCT": "product", "FAC": "facility"}  # of labels that leave no choice
MOST = 0.6  # share of an article's mentions of countries that makes one its own
OWNING = re.compile(r"^(?:['’]s?)?\s+")


def longer_names(names: Mapping[str, int], known: Collection[str], context: Context) -> dict[str, str]:
    """Short name -> the only longer name that ends or begins with it ("Commission"), but for "X of Y".

    A name that stands alone far more often is a name of its own, unless it is a word that bodies share.
    """
    longer: dict[str, str] = {}
    for name in sorted(set(names) - set(known)):
        every = [n for n in sorted(names) if n.endswith(" " + name) or n.startswith(name + " ")]
        fuller = list(
            {context.lexicon.words.legal_form.sub("", n): n for n in sorted(every, key=len, reverse=True)}.values()
        )
        shared = name.casefold() in context.lexicon.name_words
        if len(fuller) != 1 or len(name) <= 3 or re.search(r"\b(?:of|the)\b", fuller[0].replace(name, "")):
            continue
        if shared or names[name] <= 2 * names[fuller[0]]:
            longer[name] = fuller[0]
    return longer


def body_of(name: Labelled, surface: str, names: Sequence[Labelled], context: Context) -> Entity:
    """Anything but persons and places: known to the tables, or named by its own words and its country.

    The legal form of a company tells it from nobody: "Acme Inc" in one article is "Acme" in the next. Nor does the
    country in the name of its ministry: the "Kenyan Health Ministry" is Kenya's "Ministry of Health".
    """
    bare = context.lexicon.words.legal_form.sub("", surface)
    plain = surface.replace(".", "") if DOTTED.fullmatch(surface) else surface
    entry = context.lexicon.entry(plain) or (context.lexicon.entry(bare) if name.kind == "company" else None)
    kind, country = (entry.kind, entry.country_code) if entry else (_kind(name, surface, context), name.country_code)
    kind = kind or KINDS.get(name.label)
    canonical = entry.canonical if entry else surface
    if owned := _owned(name, surface, names, context):
        key = body_key(owned[0], context.lexicon.variants)
        return Entity(digest(key, "government", owned[1]), name.label, "government", surface, owned[1])
    if owner_inside(surface, context.lexicon):
        kind = "military" if kind == "military" else "igo"
    elif kind in GENERIC_KINDS and country is None:
        return _public_body(Labelled(name.start, name.end, name.label, kind), canonical, names, context)
    shared = name.label if kind == "company" and not entry else kind or name.label
    key = body_key(bare if kind == "company" and not entry else canonical, context.lexicon.variants)
    return Entity(digest(key, shared, country), name.label, kind, canonical, country)


def _owned(name: Labelled, surface: str, names: Sequence[Labelled], context: Context) -> tuple[str, str] | None:
    """What a name without its country is, and whose: "Russia's Security Council" is not that of the UN."""
    inner = inner_country(surface, context)
    bare = without_country(surface, inner, context)
    entry = context.lexicon.entry(bare)
    if entry is None or entry.kind != "igo" or entry.canonical == bare or scope_of(bare, context.lexicon) == "own":
        return None
    land = inner or _owner_beside(name, names, context)
    return (bare, land) if land else None


def _owner_beside(name: Labelled, names: Sequence[Labelled], context: Context) -> str | None:
    """The country that a name belongs to: right in front, with an "s" or as an adjective, or behind "of"."""
    for land in (n for n in names if n.country_code and n.kind == "country"):
        owns = OWNED_BODY.fullmatch(context.text, land.end, name.start)
        if owns and (land.label == "NORP" or owns[1]):
            return land.country_code
        if BEHIND_BODY.fullmatch(context.text, name.end, land.start):
            return land.country_code
    return None


def _public_body(name: Labelled, canonical: str, names: Sequence[Labelled], context: Context) -> Entity:
    """A body of a country or town: its country is part of what it is, unless its name is its own."""
    country = country_of(name, names, context)
    bare = without_country(canonical, country, context)
    key, scope = body_key(bare, context.lexicon.variants), scope_of(bare, context.lexicon)
    where: dict[str, str | None] = {"own": None, "country": country, "local": None}
    local = scope == "local" or (scope == "country" and country is None)
    parts = (key, name.kind, where[scope], *([context.article.article_id] if local else []))
    return Entity(digest(*parts), name.label, name.kind, canonical, country)


def scope_of(name: str, lexicon: EntityLexicon) -> str:
    """How far a name tells a body: `own` ("Bristol Council"), `country` ("Supreme Court"), `local` ("City Council")."""
    words = [word for word in name_key(name, lexicon.variants).split() if word not in SMALL]
    scopes = [lexicon.generic_words.get(word) for word in words]
    known = [s or w in lexicon.portfolios or w in lexicon.name_words for w, s in zip(words, scopes, strict=True)]
    if not all(known):
        return "own"
    return "local" if "local" in scopes or scopes == ["alone"] else "country"


def _kind(name: Labelled, surface: str, context: Context) -> str | None:
    """The kind of a name, for "Central Bank of Nigeria" that of "Central Bank"."""
    inner = inner_country(surface, context)
    shared = context.lexicon.entry(without_country(surface, inner, context)) if inner else None
    return shared.kind if shared and shared.kind in GENERIC_KINDS else name.kind


def inner_country(surface: str, context: Context) -> str | None:
    """The first country in a name."""
    found = (context.lexicon.at(surface, word.start()) for word in re.finditer(r"\b[A-Z]", surface))
    inner = next((entry for entry in found if entry and entry.kind == "country"), None)
    return context.lands_elsewhere.get(inner.text, inner.country_code) if inner else None


def without_country(name: str, code: str | None, context: Context) -> str:
    """The name of a country's body without that country in front or behind: "Defence Ministry of Ukraine"."""
    first = context.lexicon.at(name, 0)
    if code and first and first.kind == "country" and first.country_code == code and len(first.text) < len(name):
        name = OWNING.sub("", name[len(first.text) :])
    behind = BEHIND_BODY.search(name)
    last = context.lexicon.entry(name[behind.end() :]) if behind else None
    return name[: behind.start()] if behind and code and last and last.country_code == code else name


def country_of(name: Labelled, names: Sequence[Labelled], context: Context) -> str | None:
    """Whose ministry or army this is: the country in its name, right before it, behind "of", or the latest named.

    Within a sentence the country named first counts ("India is watching Kazakhstan, the Foreign Ministry said").
    """
    surface = context.text[name.start : name.end]
    if inside := inner_country(surface, context):
        return inside
    lands = [n for n in names if n.country_code and n.kind == "country"]
    countries = [n for n in lands if context.text[n.start : n.end] not in context.lands_elsewhere]
    for near in countries:
        if near.end <= name.start and BEFORE_BODY.fullmatch(context.text, near.end, name.start):
            return near.country_code
        if near.start >= name.end and BEHIND_BODY.fullmatch(context.text, name.end, near.start):
            return near.country_code
    before = [n for n in countries if n.end <= name.start]
    here = [n for n in before if context.layout.number(n.start) == context.layout.number(name.start)]
    if not _is_generic(name, surface, context):
        return None
    if nearest := here[:1] or before[-1:]:
        return nearest[0].country_code
    everywhere = Counter(n.country_code for n in countries)
    main, often = everywhere.most_common(1)[0] if everywhere else (None, 0)
    return main if often > MOST * everywhere.total() else context.main_country


def _is_generic(name: Labelled, surface: str, context: Context) -> bool:
    """A name that many countries' bodies bear ("Health Ministry"), no town's own ("Bristol Crown Court")."""
    words = surface.split()
    place = context.gazetteer.find(words[0])
    of_a_town = bool(place) and place[0].is_main and place[0].population > 100_000
    return not of_a_town and (len(words) <= 2 or name.kind == "government")
