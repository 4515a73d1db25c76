"""Accounts, roles and rights.

Here is who may do what (`rules`: one table), logging in and out, the list of accounts. Not here: which office signed
what; that stands with the object.
"""
