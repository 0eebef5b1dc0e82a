"""The stand-in company for demonstrations and tests, spoken to over HTTP like any other."""
