package shown

import "sync"

// references are what shapes refer to, in blocks: a shape says where its own stand, and holds no pointer, so that the
// collector of garbage looks at none of a large report's. Workers share the list of blocks; each fills its own.
type references struct {
	mu     sync.Mutex
	blocks [][]int32
}

// perBlock is how many references room is made for at a time: they are many, and those of a shape few.
const perBlock = 4 << 10

// place is where the references of a shape stand.
type place struct{ block, from, count int32 }

// add makes room for at least n references in a block of its own.
func (r *references) add(n int) (block int32, room []int32) {
	room = make([]int32, max(n, perBlock))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.blocks = append(r.blocks, room)
	return int32(len(r.blocks) - 1), room
}

// of gives those of a shape, in order, once no worker adds any.
func (r *references) of(p place) []int32 {
	if p.count == 0 {
		return nil
	}
	return r.blocks[p.block][p.from : p.from+p.count]
}
