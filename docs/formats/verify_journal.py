#!/usr/bin/env python3
"""Recompute the Merkle tree of a Custodia data folder and check its newest checkpoint.

Usage: verify_journal.py DIR [VERIFIER-KEY-LINE]        (the formats are described in journal.md)
Python 3.8 or later, nothing else. Without a key line the folder's own key.pub is believed.
"""
import base64, hashlib, pathlib, struct, sys

def check(holds, problem):
    if not holds:
        sys.exit(f"DOES NOT VERIFY: {problem}")

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

class Tree:                                                     # RFC 9162, section 2.1.1
    def __init__(self):
        self.size, self.peaks = 0, []
    def append(self, entry):
        node, n = sha(b"\0", entry), self.size
        while n & 1:
            node, n = sha(b"\1", self.peaks.pop(), node), n >> 1
        self.peaks.append(node)
        self.size += 1
    def root(self):
        node = self.peaks[-1] if self.peaks else sha()
        for peak in self.peaks[-2::-1]:
            node = sha(b"\1", peak, node)
        return node

def frames(segment):                                            # the payload of each whole frame
    with open(segment, "rb") as file:
        file.seek(512)
        payload = bytearray()
        while any(sector := file.read(512)):
            used, _, flags = struct.unpack_from(">HBB", sector, 4)
            if flags & 1:
                payload = bytearray()
            payload += sector[16:16 + used]
            if flags & 2:
                yield payload

def ecdsa_p256(spki, message, der):                             # SEC 1, section 4.1.4
    p = 2**256 - 2**224 + 2**192 + 2**96 - 1
    n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
    g = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
         0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)
    def add(a, b):
        if a is None or b is None:
            return a or b
        if a[0] == b[0] and a != b:
            return None
        m = (3 * a[0]**2 - 3) * pow(2 * a[1], -1, p) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, p)
        x = (m * m - a[0] - b[0]) % p
        return x, (m * (a[0] - x) - a[1]) % p
    def times(k, a):
        return None if k == 0 else add(a if k & 1 else None, times(k >> 1, add(a, a)))
    r = int.from_bytes(der[4:4 + der[3]], "big")
    s = int.from_bytes(der[6 + der[3]:], "big")
    w, q = pow(s, -1, n), (int.from_bytes(spki[-64:-32], "big"), int.from_bytes(spki[-32:], "big"))
    point = add(times(int.from_bytes(sha(message), "big") * w % n, g), times(r * w % n, q))
    return point is not None and 0 < r < n and point[0] % n == r

def main(folder, key):
    journal = pathlib.Path(folder, "journal")
    text, _, signatures = (journal / "checkpoint").read_bytes().rpartition(b"\n\n")
    origin, size, root = text.decode().split("\n")[:3]
    size, root = int(size), base64.b64decode(root)
    check(origin + "\n" == (journal / "origin").read_text(), "the checkpoint is of another log")

    tree, found = Tree(), sha() if size == 0 else None
    for segment in sorted((journal / "segments").glob("*.seg")):
        for frame in frames(segment):
            first, count, _ = struct.unpack_from(">QII", frame)
            check(first == tree.size, f"entry {tree.size} is missing: {segment.name} goes on at {first}")
            at = 16
            for _ in range(count):
                length, = struct.unpack_from(">H", frame, at)
                tree.append(frame[at + 2:at + 2 + length])
                at += 2 + length
                found = tree.root() if tree.size == size else found
            check(frame[at:] == tree.root(), f"the frame from entry {first} in {segment.name} was changed")
    check(found, f"the checkpoint covers {size} entries, there are {tree.size}")
    check(found == root, f"the root at {size} entries is not the one in the checkpoint")

    name, _, material = (key or (journal / "key.pub").read_text().strip()).split("+", 2)
    public = base64.b64decode(material)
    lines = [line.split(" ") for line in signatures.decode().splitlines()]
    ours = [base64.b64decode(line[2])[4:] for line in lines if line[:2] == ["\u2014", name]]
    if public[0] == 2:
        check(any(ecdsa_p256(public[1:], text + b"\n", der) for der in ours), "the checkpoint's signature is bad")
    print(f"{tree.size} entries of {origin}; the checkpoint at {size} entries holds: root {root.hex()}")
    print("its signature is good" if public[0] == 2 else "ITS SIGNATURE WAS NOT CHECKED: the key is not ECDSA P-256")

if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    except (ValueError, IndexError, OSError, struct.error) as problem:
        check(False, problem)
