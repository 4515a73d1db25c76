"""The catalogue (Katalog): browsing, comparing and mapping indicators; own ones, catalogues of others, retirement.

`whole` is the catalogue as an edition sees it: what is shipped, what the office has defined itself, and what it
has taken in. Every definition keeps its versions. Not here: own indicators by formula with a test value (`formulas`,
above the results), proposing and choosing (`selection`), own sources and breaks (`selection`).
"""
