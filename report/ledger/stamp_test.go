package ledger

import (
	"encoding/json"
	"testing"
)

// TestStampText: a stamp is one line of the ledger, and nothing that is none is read as one.
func TestStampText(t *testing.T) {
	for text, want := range map[string]Stamp{`"ab"`: {Sum: "ab"}, `"ab ground"`: {Sum: "ab", Way: Ground},
		`"ab widened 19.95"`: {Sum: "ab", Way: Widened, Strip: 19.95}} {
		var got Stamp
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
		if b, err := json.Marshal(want); err != nil || string(b) != text {
			t.Errorf("%+v: %s, %v", want, b, err)
		}
	}
	for _, text := range []string{`""`, `"ab free"`, `"ab widened"`, `"ab widened -1"`, `"ab widened NaN"`,
		`"ab ground 1"`, `"a b c d"`} {
		var got Stamp
		if err := json.Unmarshal([]byte(text), &got); err == nil {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
