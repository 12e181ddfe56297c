package gather

import (
	"strings"
	"testing"

	"rapporteur/report/states"
)

// TestUnlike: two versions of a statement have much in common; what somebody says later has not, nor is it a version.
func TestUnlike(t *testing.T) {
	first := strings.Repeat("We thank the Chair for convening this meeting on the law of the sea. ",
		4) + "We shall sign."
	second := strings.Repeat("In reply to the previous speaker, no ship of ours was there on that day. ", 4)
	p := &states.Party{}
	file := func(head string, number int) *file {
		return &file{label: label{party: p, version: version{number: number}}, head: head}
	}
	if !sameButVersion(file(first, 1), file(first+" We have signed.", 2)) {
		t.Error("a version with one sentence more is another statement")
	}
	if sameButVersion(file(first, 1), file(second, 2)) {
		t.Error("another statement is a version")
	}
	if !sameButVersion(file("Draft.", 1), file(second, 2)) {
		t.Error("a draft of one word is another statement")
	}
}
