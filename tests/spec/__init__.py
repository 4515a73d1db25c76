"""The specs: what every computation promises, as tables that a statistician can check without running them.

Folder = chapter, file = section, test = paragraph. The methods handbook (docs/methoden) is written from them with
`python -m tests.spec.handbook`; its prose is German because it is read in the office.
"""
