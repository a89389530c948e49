-- One row per entity that is a place on the ground, also one without a GeoNames id: where it lies.
select
    entity_id,
    min(name) as place_name,
    min(country_code) as country_code,
    min(admin1) as admin1
from facts.places
where
    entity_id is not null
    and name is not null
group by entity_id
