DROP TRIGGER people_team_has_an_owner ON people_membership;
DROP FUNCTION people_team_has_an_owner();
