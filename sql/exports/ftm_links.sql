-- One row per stated link between two things of FollowTheMoney, in a current article.
-- subject_property: The property that holds the subject.
-- object_property: The property that holds the object.
-- role_property: The property that holds the relation's name.
select
    held.relation_id,
    held.article_id,
    held.subject_entity_id,
    held.object_entity_id,
    held.relation,
    held.is_former,
    coalesce(link.schema, 'UnknownLink') as schema,
    coalesce(link.subject, 'subject') as subject_property,
    coalesce(link.object, 'object') as object_property,
    coalesce(link.role, 'role') as role_property
from facts.relations as held
join staging.current_articles as article using (article_id)
join exports.ftm_things as subject on subject.entity_id = held.subject_entity_id
join exports.ftm_things as object on object.entity_id = held.object_entity_id
left join exports.ftm_relations as link
    on link.relation = held.relation
    and list_contains(string_split(link.subject_schemata, ' '), subject.schema)
    and list_contains(string_split(link.object_schemata, ' '), object.schema)
where held.subject_entity_id <> held.object_entity_id
