package layout

// Notes of frames: which stand at a frame's foot, and how one is divided that does not fit.

// noteFrame fills a frame with what is left of a note.
func (b *breaker) noteFrame(from state, p int, avail Length, add func(q, carry, waiting int, cost int64)) {
	rows := b.lastNote(p).rows
	rows = rows[len(rows)-from.carry:]
	left := avail - noteSeparation
	k := 0
	for ; k < len(rows); k++ {
		if left -= rows[k].size(); left < 0 && k > 0 {
			break
		}
	}
	add(p, len(rows)-k, from.waiting, costNoteRest*2)
}

// lastNote is the note called last before row p.
func (b *breaker) lastNote(p int) *note { return &b.notes[b.calls[b.sum[p].calls-1]-1] }

// foot is the height of the notes of rows s to q, with what was carried over to them.
func (b *breaker) foot(carry, p, s, q int) (foot Length, any bool) {
	foot = b.sum[q].notes - b.sum[s].notes
	if carry > 0 {
		rows := b.lastNote(p).rows
		foot += tall(rows[len(rows)-carry:]) + noteDistance
	}
	if foot == 0 {
		return 0, false
	}
	return foot - noteDistance + noteSeparation, true
}

// split divides the last note of a frame: how many of its rows are left to the next frame, or 0 where that cannot be.
func (b *breaker) split(carry, p, s, q int, room Length) int {
	foot, _ := b.foot(carry, p, s, q)
	var rows []row
	if b.sum[q].calls > b.sum[s].calls {
		rows = b.lastNote(q).rows
	} else {
		rows = b.lastNote(p).rows
		rows = rows[len(rows)-carry:]
	}
	room -= foot - tall(rows) // what is left for the note's rows
	k := 0
	for ; k < len(rows) && room >= rows[k].size(); k++ {
		room -= rows[k].size()
	}
	k = min(k, len(rows)-leastOfNote)
	for k > 0 && rows[k-1].kind == gapRow {
		k--
	}
	if k < leastOfNote {
		return 0
	}
	return len(rows) - k
}
