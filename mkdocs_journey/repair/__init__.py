"""Mends that understand maps: what was typed, put where its field is legal and its neighbours stand."""
