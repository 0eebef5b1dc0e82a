DROP TABLE people_cache;
