"""Areas and their boundaries, as the monitorings of this installation use them.

Values only; which monitoring looks at which area is said in `monitors`. What an area is stands in the library
(`mehrklang.vocabulary.Area`).
"""
