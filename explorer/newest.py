"""The newest casualty claims and contradictions as Markdown, each with the sentence that says so."""

import re
from collections.abc import Sequence

from explorer.evidence import Evidence, evidence, shown
from warehouse.home import Home

MARKUP, SPACES = re.compile(r"[\\`*_\[\]<>#|~&]"), re.compile(r"\s+")

NEWEST_CLAIMS = """
select
    tolls.article_id,
    tolls.char_start,
    tolls.char_end,
    tolls.measure,
    coalesce(tolls.value, tolls.value_low, tolls.value_high) as value,
    tolls.bound,
    coalesce(tolls.speaker_surface, 'the article itself') as speaker,
    tolls.via_surface as via
from marts.tolls as tolls
join facts.articles as articles using (article_id)
order by articles.published_utc_at desc nulls last, tolls.article_id, tolls.char_start, tolls.char_end
limit 10
"""
NEWEST_CONFLICTS = """
with newest as (
    select
        conflicts.*,
        row_number() over (order by articles.published_utc_at desc nulls last, row_id, other_row_id) as n
    from marts.conflicts as conflicts
    join facts.articles as articles on articles.article_id = conflicts.other_article_id
    qualify n <= 10
)

select article_id, char_start, char_end, n, kind, about, speaker_surface as speaker from newest
union all
select other_article_id, other_start, other_end, n, kind, about, other_speaker from newest
order by n, article_id, char_start
"""


def newest(home: Home) -> str:
    """Two sections; what the sentence says is in bold. Raises `WarehouseError` without a readable warehouse."""
    claims = [_claim(found) for found in evidence(home, NEWEST_CLAIMS)]
    sections = ["## Newest tolls", "\n".join(claims) or "None."]
    return "\n\n".join([*sections, "## Newest conflicts", _conflicts(evidence(home, NEWEST_CONFLICTS)) or "None."])


def _claim(found: Evidence) -> str:
    told = dict(found.details)
    bound = "" if told["bound"] == "exact" else f"{told['bound']} ".replace("_", " ")
    via = f", via {_plain(str(told['via']))}" if "via" in told else ""
    speaker = _plain(str(told["speaker"]))
    return f"- **{told['measure']} {bound}{shown(told.get('value'))}** · {speaker}{via} · {_sentence(found)}"


def _conflicts(sides: Sequence[Evidence]) -> str:
    lines: list[str] = []
    number: object = None
    for side in sides:
        told = dict(side.details)
        if told["n"] != number:
            number = told["n"]
            lines.append(f"- {told['kind']}: {_plain(str(told.get('about', '')))}")
        lines.append(f"    - {_plain(str(told.get('speaker', 'the article itself')))}: {_sentence(side)}")
    return "\n".join(lines)


def _sentence(found: Evidence) -> str:
    """`“The mayor said **four** people died.” (Quake shakes Ormel, 2023-05-03)`"""
    mark = next(mark for mark in found.highlights if mark.role == "evidence")
    before, said, after = (
        _plain(text)
        for text in (
            found.context[: mark.start], found.context[mark.start : mark.end], found.context[mark.end :]
        )
    )  # fmt: skip
    heading = _plain(found.heading)
    where = f"[{heading}](<{found.url}>)" if found.url else heading
    return f"“{before}**{said}**{after}” ({where}, {found.published})"


def _plain(text: str) -> str:
    """Words of an article on one line, shown as they are and not taken for markup."""
    return MARKUP.sub(r"\\\g<0>", SPACES.sub(" ", text))
