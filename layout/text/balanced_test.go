package text

import "testing"

// TestTitlesAreBalanced: a title in more than one line has lines of like length, and no more lines than it needs.
func TestTitlesAreBalanced(t *testing.T) {
	s := newTestSetter()
	for _, c := range []struct{ lang, title string }{
		{"fr", "Colloque sur la coopération internationale en matière de lutte antiterroriste"},
		{"en", "Symposium on International Counter-Terrorism Cooperation and the Rule of Law"},
		{"ru", "Симпозиум по международному сотрудничеству в борьбе с терроризмом"},
		{"ar", "الحلقة الدراسية المعنية بالتعليم ومنع العنف"},
	} {
		for mm := 60; mm <= 120; mm += 5 {
			p := prose(c.lang, c.title, Length(mm)*2835)
			p.Align, p.Hyphenate = Start, false
			plain, _ := s.Set(p)
			p.Align = Balanced
			even, _ := s.Set(p)
			if len(even) != len(plain) {
				t.Errorf("%s at %d mm: %d lines, %d would do", c.lang, mm, len(even), len(plain))
			}
			longest := Length(0)
			for i := range even {
				longest = max(longest, even[i].Width)
			}
			last := even[len(even)-1].Width
			if before := plain[len(plain)-1].Width; last < before || last < longest/2 {
				t.Errorf("%s at %d mm: the last line is %d long, the longest %d; set as ever %d", c.lang, mm, last,
					longest, before)
			}
		}
	}
}
