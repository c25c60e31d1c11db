"""Published scores, one module a system of the body: declared item by item, with whom they are for and what they miss."""
