"""A draft as Akoma Ntoso 3.0, the XML of legislatures, in the way of the United Nations (AKN4UN)."""
