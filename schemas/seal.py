"""The seal of a snapshot: a checksum of the whole file in its own header, so that damage anywhere in it is noticed.

It stands where SQLite keeps a number for the application (`PRAGMA user_version`), which no content depends on.
"""

import zlib

PLACE, LENGTH = 60, 4
PIECE = 1 << 20


def checksum(file):
    """The CRC-32 of a file that is open for reading bytes, without the place of the seal itself."""
    file.seek(0)
    total = zlib.crc32(file.read(PLACE))
    file.seek(PLACE + LENGTH)
    while piece := file.read(PIECE):
        total = zlib.crc32(piece, total)
    return total.to_bytes(LENGTH, "big")


def seal(file):
    """Write the seal into a file that is open for reading and writing bytes."""
    found = checksum(file)
    file.seek(PLACE)
    file.write(found)


def sealed(file):
    """Whether a file is as it was when it was sealed."""
    file.seek(PLACE)
    return file.read(LENGTH) == checksum(file)
