-- One row per fact that a person can judge: the rule that made it, as far as the row tells, and what it states.
-- reading: What a person judges, and by which a judged row is known again: every value but ids of other rows.
select
    'mentions' as table_name,
    concat_ws('/', article_id, char_start, char_end, label) as row_id,
    concat_ws(' ', label, form) as rule,
    concat_ws(' · ', surface, label, form) as reading,
    article_id, char_start, char_end
from facts.mentions
union all
select
    'relations',
    relation_id,
    concat_ws(' ', relation, if(is_former, 'former', null)),
    concat_ws(
        ' · ', surface, relation, 'role ' || role_surface, 'number ' || role_ordinal, if(is_former, 'former', null),
        'object ' || object_value
    ),
    article_id, char_start, char_end
from facts.relations
union all
select
    'quantities',
    quantity_id,
    concat_ws(' ', kind, measure, if(bound = 'exact', null, bound), nullif(array_to_string(list_sort(flags), ' '), '')),
    concat_ws(
        ' · ', surface, kind, 'value ' || value, 'low ' || value_low, 'high ' || value_high, bound, 'unit ' || unit,
        'counted ' || counted, 'per ' || per_unit, direction, measure, if(is_cumulative, 'cumulative', null),
        if(is_negated, 'negated', null), nullif(array_to_string(list_sort(flags), ' '), '')
    ),
    article_id, char_start, char_end
from facts.quantities
union all
select
    'times',
    concat_ws('/', article_id, char_start, char_end),
    concat_ws(' ', timex_type, anchor, if(is_relative, 'relative', null), null_reason),
    concat_ws(' · ', surface, timex_type, timex_value, 'from ' || starts_on, 'to ' || ends_on, anchor, null_reason),
    article_id, char_start, char_end
from facts.times
union all
select
    'places',
    concat_ws('/', article_id, char_start, char_end),
    concat_ws(' ', if(geonames_id is null, 'unresolved', 'resolved'), feature_class, null_reason),
    concat_ws(
        ' · ', surface, name, feature_code, admin1, country_code, latitude || ' ' || longitude, geonames_id, null_reason
    ),
    article_id, char_start, char_end
from facts.places
union all
select
    'statements',
    statement_id,
    concat_ws(' ', kind, cue_class, if(via_start is null, null, 'via')),
    concat_ws(
        ' · ', surface, kind, 'speaker ' || speaker_surface, 'via ' || via_surface, 'cue ' || cue, cue_class,
        'role ' || speaker_role, 'said on ' || said_on
    ),
    article_id, char_start, char_end
from facts.statements
union all
select
    'events',
    event_row_id,
    concat_ws(' ', event_type, modality, if(is_negated, 'negated', null)),
    concat_ws(
        ' · ', surface, event_type, event_mode, 'actor ' || actor_surface, 'recipient ' || recipient_surface, modality,
        if(is_negated, 'negated', null), 'on ' || happened_on, 'to ' || happened_to, date_precision
    ),
    article_id, char_start, char_end
from facts.events
