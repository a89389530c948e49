-- One row per quantity whose event is none of its article's.
-- severity: error
select
    quantity.article_id,
    quantity.quantity_id,
    quantity.event_id,
    quantity.surface
from facts.quantities as quantity
anti join facts.events using (article_id, event_id)
where quantity.event_id is not null
