"""The only room that sends outward: Slack messages and e-mail. It sends and decides nothing.

What a notice says is built by the services; it holds a level, a time and a link, never words.
Nothing here logs a body, an address or an id.
"""
