-- One row per two persons whom articles of one story give one office that only one person holds at a time.
with holders as (
    select
        article.story_id,
        relation.article_id,
        relation.relation_id,
        relation.relation,
        relation.subject_entity_id,
        relation.object_entity_id,
        object.canonical_name as object_name,
        regexp_extract(lower(subject.canonical_name), '[\p{L}-]+$') as last_name
    from facts.relations as relation
    join staging.sole_offices as office using (relation)
    join staging.current_articles as article using (article_id)
    join facts.entities as subject on subject.entity_id = relation.subject_entity_id and subject.label = 'PERSON'
    join facts.entities as object on object.entity_id = relation.object_entity_id
    where not coalesce(relation.is_former, false) and relation.role_ordinal is null
)

select
    one.story_id,
    one.relation || ' ' || one.object_name as about,
    min(one.relation_id) as row_id,
    min(other.relation_id) as other_row_id
from holders as one
join holders as other
    on other.story_id = one.story_id
    and other.relation = one.relation
    and other.object_entity_id = one.object_entity_id
    and other.subject_entity_id > one.subject_entity_id
    and other.last_name <> one.last_name
group by
    one.story_id,
    about,
    one.subject_entity_id,
    other.subject_entity_id
