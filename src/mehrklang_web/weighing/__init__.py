"""The working table of the selection (Auswahl): alternatives are weighed together before any number.

Core set, supplementary indicators and candidates side by side with their answers and the balance of the set; comparing
two to four; deciding with a written reason; swapping one for the twenty-first. Values are counted by the library
(`mehrklang.package.weighing`). Not here: the rows themselves and proposing from anywhere (`selection`, where
`selection:propose` takes a POST with `indicator=<code>`, optionally `reason` and `zurueck`, an address to go back to);
what an indicator is (the catalogue); targets and signatures.
"""
