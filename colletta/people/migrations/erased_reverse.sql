DROP TRIGGER people_deskrole_of_somebody ON people_deskrole;
DROP TRIGGER people_linkedsignin_of_somebody ON people_linkedsignin;
DROP TRIGGER people_membership_of_somebody ON people_membership;
DROP FUNCTION people_refuse_erased();
DROP TRIGGER people_person_stays_erased ON people_person;
DROP FUNCTION people_stay_erased();
