"""Calls for everybody, for campaigns that apply, for partners who decide."""
