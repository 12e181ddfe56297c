package report

import (
	"context"
	"testing"
)

// TestArabicLines: a line around an original may have letters that are drawn as shapes, below text that is not seen.
func TestArabicLines(t *testing.T) {
	in := laidOut(t, `rapporteur: 1
report: {title: ندوة, language: ar, date: 2012-03-01}
layout: {dividers: line}
sessions:
  - id: opening
    title: الجلسة الافتتاحية
    statements:
      - id: one
        title: مكتب الأمم المتحدة المعني بالمخدرات والجريمة
        speaker: {role: الأمين العام, delegation: الأمم المتحدة}
        original: a.pdf
`, map[string][]byte{"a.pdf": example(t, "unesco")})
	r, err := Build(context.Background(), in)
	if err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatalf("%v\n%s", err, messages(r))
	}
}
