"""The sample: a made-up Heard to look round in. Its voices come in through intake like any other.

It stands beside the doors: it asks the services, and only its main wires rooms together.
"""
