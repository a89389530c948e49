-- One row per pair of entities that a sentence mentions together; the smaller id first. Groups of people are left out.
-- entity_name: Name across articles.
-- other_entity_id: The second entity.
-- other_name: Its name across articles.
-- sentence_count: Sentences that mention both.
-- independent_source_count: Reports with such a sentence; a report and its copies are one.
-- article_count: Articles with such a sentence.
-- article_id: The first article by id with such a sentence; the span is that sentence.
-- article_ids: The articles.
with present as (
    select distinct
        mention.article_id,
        mention.sentence_no,
        mention.entity_id
    from facts.mentions as mention
    where mention.entity_id is not null and mention.label <> 'GROUP'
),

pairs as (
    select
        one.entity_id,
        other.entity_id as other_entity_id,
        one.article_id,
        count(*) as sentence_count,
        min(one.sentence_no) as sentence_no
    from present as one
    join present as other
        on other.article_id = one.article_id
        and other.sentence_no = one.sentence_no
        and other.entity_id > one.entity_id
    group by all
)

select
    pair.entity_id,
    entity.canonical_name as entity_name,
    pair.other_entity_id,
    other.canonical_name as other_name,
    sum(pair.sentence_count)::bigint as sentence_count,
    count(distinct article.report) as independent_source_count,
    count(*) as article_count,
    min(pair.article_id) as article_id,
    arg_min(sentence.char_start, pair.article_id) as char_start,
    arg_min(sentence.char_end, pair.article_id) as char_end,
    list_sort(list(pair.article_id)) as article_ids
from pairs as pair
join staging.current_articles as article using (article_id)
join facts.sentences as sentence using (article_id, sentence_no)
join facts.entities as entity on entity.entity_id = pair.entity_id
join facts.entities as other on other.entity_id = pair.other_entity_id
group by all
order by
    sentence_count desc,
    pair.entity_id,
    pair.other_entity_id
