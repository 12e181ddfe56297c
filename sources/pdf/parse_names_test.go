package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TestNamesThatWereMet: names stand for themselves, however many others the parser has met that look like them.
func TestNamesThatWereMet(t *testing.T) {
	for round := range 3 {
		var b strings.Builder
		want := types.Dict{}
		b.WriteString("<<")
		for i := range 600 {
			key, value := fmt.Sprintf("K%d", i), fmt.Sprintf("%0*d", 1+(i+round)%40, i)
			fmt.Fprintf(&b, "/%s/%s", key, value)
			want[key] = types.Name(value)
		}
		b.WriteString("/#4b9/Again/Empty/>>")
		want["K9"], want["Empty"] = types.Name("Again"), types.Name("")
		o, _, err := ParseObject([]byte(b.String()), 0)
		got, ok := o.(types.Dict)
		if err != nil || !ok || len(got) != len(want) {
			t.Fatal(o, err)
		}
		for key, value := range want {
			if got[key] != value {
				t.Errorf("%s: %v, want %v", key, got[key], value)
			}
		}
	}
}

// TestArraysInArrays: an array has its own elements, and none of those around it.
func TestArraysInArrays(t *testing.T) {
	o, _, err := ParseObject([]byte("[1[2[]3 null[4]]<</A[5 6]>>7]"), 0)
	if err != nil {
		t.Fatal(err)
	}
	const want = "[1 [2 [] 3 <nil> [4]] map[A:[5 6]] 7]"
	if got := said(o); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// said says an object as Go does its values.
func said(o types.Object) string {
	switch v := o.(type) {
	case types.Array:
		var parts []string
		for _, e := range v {
			parts = append(parts, said(e))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case types.Dict:
		var parts []string
		for _, k := range SortedKeys(v) {
			parts = append(parts, k+":"+said(v[k]))
		}
		return "map[" + strings.Join(parts, " ") + "]"
	case types.Integer:
		return fmt.Sprint(int(v))
	}
	return fmt.Sprint(o)
}
