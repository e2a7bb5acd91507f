"""A bundle: one file that takes models, term lists and settings to machines without a network.

It is a ZIP archive whose first entry, ``bundle.json``, lists every other one with size and SHA-256.
`record` knows that list, `create` writes bundles, `opening` trusts nothing of one until all hashes
are compared, `install` puts it in place.
"""
