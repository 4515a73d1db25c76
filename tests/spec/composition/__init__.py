"""Zerlegung und mehrere Gruppen zugleich.

Was keine Indikatorart ist, sondern daneben steht: welcher Teil eines Abstands mit der Zusammensetzung einhergeht, und wie
ungleich mehrere Gruppen zugleich verteilt sind.
"""

SECTIONS = ("layers", "segregation")
