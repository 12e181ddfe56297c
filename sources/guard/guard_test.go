package guard

import (
	"errors"
	"testing"
)

func TestDo(t *testing.T) {
	if err := Do("reading a", func() error { panic("no paper") }); err == nil || err.Error() != "reading a: no paper" {
		t.Errorf("a panic is the error %v", err)
	}
	fault := errors.New("fault")
	if err := Do("reading a", func() error { return fault }); err != fault {
		t.Errorf("an error is the error %v", err)
	}
	if err := Do("reading a", func() error { return nil }); err != nil {
		t.Errorf("success is the error %v", err)
	}
}
