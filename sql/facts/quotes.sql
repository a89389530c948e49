-- One row per statement that gives the speaker's own words, whole or in part.
select *
from facts.statements
where kind in ('direct', 'mixed')
