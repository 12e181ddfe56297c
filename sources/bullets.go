package sources

import "rapporteur/sources/pattern"

// Word copies a bullet as the letter by which its font of signs draws it, and a tab: "o" of Courier New, "§" and others
// of Wingdings. They are bullets, and no words.

var wordBullet = pattern.Of(`^(?:[oqvnl§üØŸ]|[\x{f0a0}-\x{f0ff}])\t+`)

// drawn gives the words at the beginning of a line with the bullet that they begin with as a sign of its own.
func drawn(line []byte) []byte {
	if m := wordBullet.FindIndex(line); m != nil {
		return append([]byte("• "), line[m[1]:]...)
	}
	return line
}
