package libreoffice

import (
	"archive/zip"
	"bytes"
	"time"
)

// A file that hangs the program is found out the sooner, the smaller it is: ten thousand tables in each other have two
// thousand bytes, and no office program shows them.
const (
	// leastPatience is how long the smallest file may take: on a slow machine, the program needs half of it to start.
	leastPatience = 45 * time.Second
	// mostPatience is how long one file may take at most: two hundred slides on a slow machine.
	mostPatience = 4 * time.Minute
	// bytesPerSecond is how much of a file, unpacked, a slow machine sets in a second.
	bytesPerSecond = 100_000
)

// patienceFor is how long a file may take, by what it unpacks to as it says itself.
func patienceFor(data []byte) time.Duration {
	size := uint64(len(data))
	if in, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		size = 0
		for _, f := range in.File {
			size += min(f.UncompressedSize64, mostUnpacked)
		}
	}
	enough := uint64((mostPatience - leastPatience) / time.Second * bytesPerSecond)
	return leastPatience + time.Duration(min(size, enough)/bytesPerSecond)*time.Second
}
