-- Each person's age, gender and ethnic group, for units that are not of an episode.
select c.id as client, c.date_of_birth as date_of_birth, c.gender as gender, c.ethnic_group as ethnic_group
from clients c
