#!/bin/sh
# Makes the encrypted and compressed fixtures beside this script from plain.pdf with qpdf 11.3.
# plain.pdf came from plain.src, written by hand (qpdf --static-id plain.src plain.pdf): two pages, a title, an outline.
set -e
cd "$(dirname "$0")"
e() { out=$1; shift; qpdf --allow-weak-crypto --deterministic-id "$@" plain.pdf "$out" 2>/dev/null || qpdf --allow-weak-crypto --static-id "$@" plain.pdf "$out"; }
e rc4-40-empty.pdf --encrypt '' owner 40 --
e rc4-128-empty.pdf --encrypt '' owner 128 --use-aes=n --
e aes-128-empty.pdf --encrypt '' owner 128 --use-aes=y --
e aes-256-empty.pdf --encrypt '' owner 256 --
e aes-256-r5-user.pdf --encrypt user owner 256 --force-R5 --
e aes-256-user.pdf --encrypt user owner 256 --
e rc4-128-user.pdf --encrypt user owner 128 --use-aes=n --
e aes-128-cleartext-metadata.pdf --encrypt '' owner 128 --use-aes=y --cleartext-metadata --
e aes-256-objstm.pdf --object-streams=generate --encrypt '' owner 256 --
e objstm.pdf --object-streams=generate
