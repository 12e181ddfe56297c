package report

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"rapporteur/layout"
	"rapporteur/report/compose"
	"rapporteur/report/verify"
)

// TestForgottenLines has composing forget a line or an item that the document asks for, or make one that nobody asked
// for: verify finds it in the report, for the ledger is the document's.
func TestForgottenLines(t *testing.T) {
	const manifest = spineHead + `
layout: {lists: [tables]}
introduction: [{id: i, title: I, text: "Table: Words\n\n| a |\n|---|\n| b |"}]
sessions:
  - id: s
    title: S
    debate: Words.
    panels: [{id: p, title: P, debate: Words.}]
recommendations: [{id: r, text: Do.}]
annexes: [{id: map, title: Map, original: unesco.pdf}]
`
	lines := func(of string, change func(*layout.Entries)) func(*compose.Composition) {
		return func(c *compose.Composition) { change(entries(t, c, of)) }
	}
	last := func(e *layout.Entries) { e.Entries = e.Entries[:len(e.Entries)-1] }
	mark := func(target string) func(*compose.Composition) {
		return func(c *compose.Composition) { heading(t, c, target).Bookmark = nil }
	}
	for name, c := range map[string]struct {
		change func(*compose.Composition)
		want   []string
	}{
		"nothing":                      {func(*compose.Composition) {}, nil},
		"a line of the contents":       {lines("run:contents", last), []string{verify.ContentsLines}},
		"a line of the list of tables": {lines("run:tables", last), []string{verify.ContentsLines}},
		"a line more": {lines("run:contents", func(e *layout.Entries) {
			e.Entries = append(e.Entries, e.Entries[0])
		}), []string{verify.ContentsLines}},
		"the item of a part":           {mark("i"), []string{verify.OutlineMissing}},
		"the item of a panel":          {mark("p"), []string{verify.OutlineMissing}},
		"the item of a debate":         {mark("debate:p"), []string{verify.OutlineMissing}},
		"the item of a recommendation": {mark("r"), []string{verify.OutlineMissing}},
		"an item more": {func(c *compose.Composition) {
			run := c.Runs[len(c.Runs)-1]
			run.Outline = append(run.Outline, layout.Bookmark{Title: "More", Target: "i"})
		}, []string{verify.OutlineExtra}},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, dir := context.Background(), t.TempDir()
			write(t, dir, "report.yaml", []byte(manifest))
			write(t, dir, "unesco.pdf", example(t, "unesco"))
			b := &build{in: Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")},
				purpose: toBuild}
			defer b.close()
			if composed, err := b.compose(ctx); err != nil || !composed {
				t.Fatal(err, b.all())
			}
			c.change(b.editions[0].composed)
			if planned, err := b.settle(ctx); err != nil || !planned {
				t.Fatal(err, b.all())
			}
			result, err := b.publish(ctx, b.artifacts())
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, f := range result.Findings {
				codes = append(codes, f.Code)
			}
			for _, want := range c.want {
				if !slices.Contains(codes, want) {
					t.Errorf("%s is not told: %v", want, codes)
				}
			}
			if len(c.want) == 0 != (len(codes) == 0) || len(c.want) > 0 && len(result.Files) > 0 {
				t.Errorf("found %v, published %v", codes, result.Files)
			}
		})
	}
}

// entries are the lines of a run that lists places.
func entries(t *testing.T, c *compose.Composition, id string) *layout.Entries {
	for _, r := range c.Runs {
		for _, b := range r.Blocks {
			if e, ok := b.(*layout.Entries); ok && r.ID == id {
				return e
			}
		}
	}
	t.Fatalf("no lines in %s", id)
	return nil
}

// heading is the one whose item of the outline leads to a place.
func heading(t *testing.T, c *compose.Composition, target string) *layout.Heading {
	for _, r := range c.Runs {
		list := slices.Clone(r.Blocks)
		for i := 0; i < len(list); i++ {
			if g, ok := list[i].(*layout.Group); ok {
				list = append(list, g.Blocks...)
			}
		}
		for _, b := range list {
			if h, ok := b.(*layout.Heading); ok && h.Bookmark != nil && h.Bookmark.Target == target {
				return h
			}
		}
	}
	t.Fatalf("no heading has an item that leads to %s", target)
	return nil
}
