-- One row per GeoNames id that an article names: what GeoNames says of it.
select
    geonames_id,
    min(name) as place_name,
    min(country_code) as country_code,
    min(admin1) as admin1,
    min(latitude) as latitude,
    min(longitude) as longitude
from facts.places
where geonames_id is not null
group by geonames_id
