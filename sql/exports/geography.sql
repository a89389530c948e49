-- One row per GeoNames id that an article names and that lies in a country: the place as GDELT writes it.
-- geo_type: 1 country, 2 state of the United States, 3 place there, 4 place elsewhere, 5 division elsewhere.
-- full_name: Place and country; GDELT's division between them has no name here.
-- fips: Country in FIPS 10-4.
-- adm1: FIPS 10-4 of the division, or of the country where the place is one; empty where only another code is known.
-- feature_id: As `adm1` for countries and divisions; GDELT's ids of towns are of other gazetteers, so theirs is empty.
with places as (
    select
        geonames_id,
        min(name) as name,
        min(feature_code) as feature_code,
        min(country_code) as country_code,
        min(admin1) as admin1,
        coalesce(min(latitude)::varchar, '') as latitude,
        coalesce(min(longitude)::varchar, '') as longitude
    from facts.places
    where geonames_id is not null and country_code is not null
    group by geonames_id
),

typed as (
    select
        place.*,
        country.name as country_name,
        code.fips,
        case
            when place.feature_code like 'PCL%' then 1
            when place.feature_code = 'ADM1' and code.divisions = 'postal' then 2
            when place.feature_code = 'ADM1' then 5
            when code.divisions = 'postal' then 3
            else 4
        end as geo_type,
        case
            when place.feature_code like 'PCL%' then code.fips
            when code.divisions <> '' and regexp_full_match(place.admin1, '[0-9A-Z]{2}') then code.fips || place.admin1
            else ''
        end as adm1
    from places as place
    join exports.country_codes as code on code.iso3 = place.country_code
    join exports.countries as country on country.iso3 = place.country_code
)

select
    geonames_id,
    geo_type,
    case
        when geo_type = 1 then country_name
        else translate(name, '#;,', '   ') || ', ' || country_name
    end as full_name,
    fips,
    adm1,
    latitude,
    longitude,
    case when geo_type in (1, 2, 5) then adm1 else '' end as feature_id,
    concat_ws('#', geo_type, full_name, fips, adm1, latitude, longitude, feature_id) as v1_cell,
    concat_ws('#', geo_type, full_name, fips, adm1, '', latitude, longitude, feature_id) as v2_cell
from typed
