"""The page of what the monitors of a municipality hold together: news to decide about, offers, what is shared (0017).

It brings together what `sharing` knows with what the rooms keep: indicators, sources and catalogues (`catalogues`),
conditions of sources (`collection`), areas (`places`). Deliveries are taken over in their own room.
"""
