-- One row per statement of FollowTheMoney: a property of an entity has a value, as articles say since a day.
-- origin: The article that said so first.
-- first_seen: When that article was published.
-- last_seen: When the latest article that says so was published.
-- id: As FollowTheMoney makes it.
with listed as (
    select entity_id, schema, property, value, article_id
    from exports.ftm_thing_values
    union all
    select entity_id, schema, property, value, article_id
    from exports.ftm_document_values
),

stated as (
    select
        listed.entity_id,
        listed.schema,
        listed.property,
        property.type,
        listed.article_id,
        case
            when property.type = 'text' then listed.value
            else trim(regexp_replace(listed.value, '[\s\pC\p{Zs}\p{Zl}\p{Zp}]+', ' ', 'g'))
        end as value
    from listed
    join exports.ftm_properties as property using (property)
)

select
    stated.entity_id as canonical_id,
    stated.entity_id,
    stated.property as prop,
    stated.type as prop_type,
    stated.schema,
    stated.value,
    'dateline' as dataset,
    arg_min(
        stated.article_id, row(coalesce(article.published_utc_at, timestamp '9999-12-31'), stated.article_id)
    ) as origin,
    '' as lang,
    '' as original_value,
    'f' as external,
    strftime(min(article.published_utc_at), '%Y-%m-%dT%H:%M:%S') as first_seen,
    strftime(max(article.published_utc_at), '%Y-%m-%dT%H:%M:%S') as last_seen,
    sha1(concat_ws('.', 'dateline', stated.entity_id, stated.property, stated.value)) as id
from stated
join facts.articles as article using (article_id)
where trim(stated.value) <> ''
group by stated.entity_id, stated.schema, stated.property, stated.type, stated.value
order by stated.entity_id, prop, stated.value
