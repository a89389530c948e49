-- One row per article, mention or event of FollowTheMoney, property, value and article that says so.
with mentioned as (
    select
        md5(concat_ws('|', proposal.article_id, proposal.entity_id))[:16] as mention_id,
        proposal.article_id,
        proposal.entity_id,
        proposal.alias
    from facts.entity_proposals as proposal
    join exports.documents as document using (article_id)
    join exports.ftm_things as thing on thing.entity_id = proposal.entity_id and thing.is_party
),

told as (
    select
        event.*,
        md5(concat_ws('|', event.article_id, event.event_id))[:16] as told_id
    from exports.ftm_events as event
)

select document.article_id as entity_id, 'Article' as schema, field.property, field.value, document.article_id
from exports.documents as document
join facts.articles as article using (article_id)
left join exports.ftm_languages as language using (language)
cross join unnest([
    {'property': 'fileName', 'value': article.source_key},
    {'property': 'sourceUrl', 'value': article.url},
    {'property': 'publisher', 'value': article.outlet},
    {'property': 'publishedAt', 'value': strftime(article.published_utc_at, '%Y-%m-%dT%H:%M:%S')},
    {'property': 'language', 'value': language.code},
    {'property': 'title', 'value': if(getvariable('with_text'), article.title, null)},
    {'property': 'bodyText', 'value': if(getvariable('with_text'), article.text, null)}
]) as listed(field)
union all
select article_id, 'Article', 'author', unnest(authors), article_id
from facts.articles
semi join exports.documents using (article_id)
union all
select mention_id, 'Mention', 'document', article_id, article_id
from mentioned
union all
select mention_id, 'Mention', 'resolved', entity_id, article_id
from mentioned
union all
select mention_id, 'Mention', 'name', alias, article_id
from mentioned
union all
select told.told_id, 'Event', field.property, field.value, told.article_id
from told
cross join unnest([
    {'property': 'name', 'value': told.name},
    {'property': 'keywords', 'value': told.modality},
    {'property': 'startDate', 'value': told.happened_on::varchar},
    {'property': 'endDate', 'value': told.happened_to::varchar},
    {'property': 'location', 'value': told.place_name},
    {'property': 'country', 'value': told.country},
    {'property': 'proof', 'value': told.article_id},
    {'property': 'summary', 'value': if(getvariable('with_text'), told.sentence, null)}
]) as listed(field)
union all
select told_id, 'Event', 'involved', unnest(parties), article_id
from told
