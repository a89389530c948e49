"""Documents from the web, politely: robots.txt, a pace for every host, limits on time and size, pages kept as WARC."""
