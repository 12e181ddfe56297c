package conformance

import "testing"

func TestASoundUnitBreaksNoRule(t *testing.T) {
	data := file(t)
	if got := judgedOf(t, made(t, data), data); len(got) > 0 {
		t.Errorf("a sound unit breaks %v", got)
	}
}
