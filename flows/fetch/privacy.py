"""Addresses inside our own network, to which nothing outside may lead us: a feed could name a server next door."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit


def is_inside(url: str) -> bool:
    """Whether the host of an address is this machine or a private network; a host that does not resolve is not."""
    host = urlsplit(url).hostname or ""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(address.split("%")[0]).is_global for address in found)
