-- One row per quantity that is part of a total which its article does not state, or of itself.
-- severity: error
select
    part.article_id,
    part.quantity_id,
    part.subset_of_quantity_id,
    part.surface
from facts.quantities as part
left join facts.quantities as total
    on total.article_id = part.article_id
    and total.quantity_id = part.subset_of_quantity_id
where
    part.subset_of_quantity_id is not null
    and (total.quantity_id is null or total.quantity_id = part.quantity_id)
