package report

import "sync"

// spare is memory that files were read into and that is free again. A hundred scans read one after the other would else
// leave their size as garbage until it is collected.
type spare struct {
	mutex sync.Mutex
	free  [][]byte
}

// mostSpare is how many pieces are kept, and mostSpared how large they may be together.
const (
	mostSpare  = 4
	mostSpared = 32 << 20
)

// take gives a piece to read into, the last that was given; nil where none is free.
func (s *spare) take() []byte {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	n := len(s.free)
	if n == 0 {
		return nil
	}
	b := s.free[n-1]
	s.free = s.free[:n-1]
	return b
}

// give gives memory back that nobody looks at any more.
func (s *spare) give(b []byte) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	size := cap(b)
	for _, f := range s.free {
		size += cap(f)
	}
	if cap(b) > 0 && len(s.free) < mostSpare && size <= mostSpared {
		s.free = append(s.free, b)
	}
}
