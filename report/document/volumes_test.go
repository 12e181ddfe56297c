package document

import (
	"slices"
	"strconv"
	"testing"

	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// TestVolumesOfPages: no volume is longer than it may be, its cover counted, unless one run is; what opens a run stands
// in the volume of that run.
func TestVolumesOfPages(t *testing.T) {
	kinds := []ledger.Kind{ledger.Cover, ledger.Chapter, ledger.Chapter, ledger.PartPage, ledger.Divider,
		ledger.Received, "", ledger.Statement, ledger.Statement}
	pages := []int{1, 10, 9, 1, 1, 30, 0, 18, 2}
	for most, want := range map[int][]int{
		20: {1, 1, 1, 2, 2, 2, 3, 3, 4},
		21: {1, 1, 1, 2, 2, 2, 3, 3, 3},
		22: {1, 1, 1, 2, 2, 2, 3, 3, 3},
		53: {1, 1, 1, 1, 1, 1, 2, 2, 2},
	} {
		d := &Document{}
		d.Volumes = sources.Text{Value: strconv.Itoa(most)}
		for _, kind := range kinds {
			d.Parts = append(d.Parts, Part{Kind: kind})
		}
		if got := d.volumes(func(part int) int { return pages[part] }); !slices.Equal(got, want) {
			t.Errorf("volumes of %d pages are %v, not %v", most, got, want)
		}
	}
}
