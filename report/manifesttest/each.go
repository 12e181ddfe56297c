package manifesttest

import (
	"context"
	"path/filepath"
	"testing"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Each reads the manifests of so many seeds, from 0, and shows those that have no faults. look reports whether what
// the manifest means has none either; where less than half of them are without, the test sees too little and fails.
func Each(t *testing.T, seeds int, look func(seed int, m *sources.Manifest) bool) {
	t.Helper()
	dir := t.TempDir()
	if err := Lay(dir); err != nil {
		t.Fatal(err)
	}
	file, sound := filepath.Join(dir, "report.yaml"), 0
	for seed := range seeds {
		if err := Write(file, Draw(uint64(seed))); err != nil {
			t.Fatal(err)
		}
		var bag diag.Bag
		m, err := sources.Read(context.Background(), nil, file, codes(), &bag)
		if err != nil {
			t.Fatal(err)
		}
		if m != nil && !bag.Failed() && look(seed, m) {
			sound++
		}
	}
	if sound*2 < seeds {
		t.Errorf("%d of %d manifests are sound: the test sees too little", sound, seeds)
	}
}
