package layout

import (
	"fmt"
	"testing"
)

// What goes on over the page says so at the head of the next, and what begins there does not.
func TestGroupsGoOn(t *testing.T) {
	r := &Run{ID: "t", Root: Element{Tag: "Sect"}}
	for i := range 12 {
		name := fmt.Sprintf("Recommendation %d", i)
		r.Blocks = append(r.Blocks, &Group{Again: say(name + " (continued)"), Over: HeadA, Blocks: []Block{
			&Heading{Level: 2, Role: HeadA, Inlines: say(name)}, prose(3 + i%4),
			&Paragraph{Inlines: say(fmt.Sprintf("Fact %d", i))}}})
	}
	s := settle(t, testSheet("en", 300*Pt, 290*Pt), r).Runs[0]
	goes := 0
	for i := range s.Count {
		p := places(s.Page(i))
		for k := range 12 {
			name := fmt.Sprintf("Recommendation %d", k)
			again, head, fact := p[name+" (continued)"], p[name], p[fmt.Sprintf("Fact %d", k)]
			if again.Line == nil {
				if fact.Line != nil && head.Line == nil {
					t.Errorf("page %d: the fact of %d without its name", i, k)
				}
				continue
			}
			goes++
			if !again.Artifact || head.Line != nil || again.Y > 30*Pt {
				t.Errorf("page %d: %s at %s, artifact %v, its head there too: %v", i, name, points(again.Y),
					again.Artifact, head.Line != nil)
			}
		}
	}
	if goes < 2 {
		t.Errorf("%d go on over %d pages", goes, s.Count)
	}
}
