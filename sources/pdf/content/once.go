package content

import "sync"

// onces makes the value of each key once, whichever goroutine asks first. Its zero value is empty.
type onces[K comparable, V any] struct {
	mu   sync.Mutex
	made map[K]*made[V]
}

type made[V any] struct {
	once  sync.Once
	value V
}

func (o *onces[K, V]) get(key K, read func() V) V {
	o.mu.Lock()
	if o.made == nil {
		o.made = map[K]*made[V]{}
	}
	m := o.made[key]
	if m == nil {
		m = new(made[V])
		o.made[key] = m
	}
	o.mu.Unlock()
	m.once.Do(func() { m.value = read() })
	return m.value
}
