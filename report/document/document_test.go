package document

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/ledger"
	"rapporteur/report/manifesttest"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

func resolved(t *testing.T, text string) *Document {
	t.Helper()
	var bag diag.Bag
	d := Resolve(manifesttest.Read(t, text), lang.Embedded(), &bag)
	if bag.Failed() {
		t.Fatalf("%v\n%s", bag.All(), text)
	}
	return d
}

// drawn resolves random manifests, and gives those that have no faults with what they mean.
func drawn(t *testing.T, seeds int, look func(seed int, m *sources.Manifest, d *Document)) {
	t.Helper()
	manifesttest.Each(t, seeds, func(seed int, m *sources.Manifest) bool {
		var bag diag.Bag
		d := Resolve(m, lang.Embedded(), &bag)
		if !bag.Failed() {
			look(seed, m, d)
		}
		return !bag.Failed()
	})
}

func dumped(d *Document) string {
	var b bytes.Buffer
	d.Dump(&b)
	return b.String()
}

// TestNoIDOfOursIsAUsers: ids of random manifests, drawn from the names of ours, never meet an id of ours.
func TestNoIDOfOursIsAUsers(t *testing.T) {
	drawn(t, 400, func(seed int, _ *sources.Manifest, d *Document) {
		var ids []string
		for i := range d.Parts {
			p := &d.Parts[i]
			if p.ID != p.Item {
				ids = append(ids, p.ID)
			}
			for _, c := range p.Captions {
				ids = append(ids, c.ID)
			}
		}
		for id := range d.items {
			ids = append(ids, debateID(id), SpeakerID(id))
		}
		for i := range d.Parts {
			if p := &d.Parts[i]; !p.HasRun() { // it leads to what follows, which may be a user's
				ids = slices.DeleteFunc(ids, func(id string) bool { return id == p.ID })
			}
		}
		for _, id := range ids {
			if it := d.Item(id); it != nil || !strings.Contains(id, ":") {
				t.Errorf("seed %d: %s is ours and may be a user's", seed, id)
			}
		}
	})
}

// TestTheDocumentOwnsWhatItHolds: what becomes of the manifest after resolving changes nothing in the document.
func TestTheDocumentOwnsWhatItHolds(t *testing.T) {
	drawn(t, 20, func(seed int, m *sources.Manifest, d *Document) {
		before := deep(d)
		ruin(reflect.ValueOf(m).Elem(), map[any]bool{})
		if after := deep(d); after != before {
			t.Fatalf("seed %d: the document changed with the manifest", seed)
		}
	})
}

// deep writes all that could be the manifest's: texts, files, settings.
func deep(d *Document) string {
	var b strings.Builder
	fmt.Fprint(&b, d.Settings, d.Abbreviations, d.Members, d.Publication, d.Event)
	parts := d.Parts
	for i := range parts {
		b.WriteString(parts[i].Name + parts[i].Title)
		for _, t := range parts[i].Texts {
			t.walk(func(block *Block) { b.WriteString(block.ID + block.Lang + block.Number) })
			t.walkInlines(func(in *Inline) { b.WriteString(in.Text + in.Target) })
		}
		if o := parts[i].Original; o != nil {
			b.WriteString(o.File + o.Chosen())
		}
	}
	return b.String()
}

// ruin empties every string and number that can be reached.
func ruin(v reflect.Value, seen map[any]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Interface()] {
			seen[v.Interface()] = true
			ruin(v.Elem(), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			ruin(v.Field(i), seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			ruin(v.Index(i), seen)
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString("ruined")
		}
	case reflect.Int:
		if v.CanSet() {
			v.SetInt(99)
		}
	}
}

// TestNumbers reads the numbers of a report in which each kind of number occurs.
func TestNumbers(t *testing.T) {
	d := resolved(t, `report: {title: T, language: en, date: 2012-03-01}
front: [{id: f, title: F, text: "# Unnumbered {#fh}\n\nWords. {#fp}"}]
introduction:
  - id: i
    title: I
    text: "# First {#h1}\n\nOne.\n\n# Second {#h2}\n\n## Lone {#h3}\n\nTwo. {#p2}\n\n> Quoted. {#q}"
sessions:
  - id: s
    title: S
    intro: Three.
    panels: [{id: p, title: P, debate: "Four. {#p4}"}]
    debate: "Five. {#p5}"
recommendations: [{id: r, text: "Six. {#p6}"}, {id: g, group: G, text: Seven.}]
annexes: [{id: x, title: X, text: "# Lone {#ah}\n\nOne. {#a1}"}]
`)
	for id, want := range map[string]string{"fh": "", "fp": "", "i": "I", "h1": "I.A", "h2": "I.B", "h3": "", "p2": "2",
		"q": "", "s": "II",
		"p": "II.A", "p4": "4", "p5": "5", "p6": "6", "x": "I", "ah": "", "a1": "1"} {
		if got := d.Item(id).Number; got != want {
			t.Errorf("%s has number %q, want %q", id, got, want)
		}
	}
	var spans []string
	for i := range d.Parts {
		if p := &d.Parts[i]; p.Paragraphs() != "" {
			spans = append(spans, p.Number+" "+p.Paragraphs())
		}
	}
	if got := strings.Join(spans, ", "); got != "I 1–2, II 3–5, III 6–7" {
		t.Errorf("paragraphs are %s", got)
	}
	if dump := dumped(d); !strings.Contains(dump,
		"part recommendations run:recommendations \"Recommendations\" III paragraphs 6–7") ||
		strings.Contains(dump, "group A. ") {
		t.Error(dump)
	}
}

// TestTake: pages of a range are those of the file, and never more than it has or a report bears.
func TestTake(t *testing.T) {
	for _, c := range []struct {
		ranges  []PageRange
		want    []int
		missing int
	}{
		{nil, []int{0, 1, 2}, 0},
		{[]PageRange{{3, 3}, {1, 2}}, []int{2, 0, 1}, 0},
		{[]PageRange{{2, 1 << 20}}, nil, 4},
		{[]PageRange{{1, 1}, {9, 1 << 20}}, nil, 9},
	} {
		o := &Original{Ranges: c.ranges}
		got, err := o.Take(3)
		var none *NoPageError
		if errors.As(err, &none) != (c.missing > 0) || c.missing > 0 && none.Page != c.missing ||
			!slices.Equal(got, c.want) {
			t.Errorf("%v: %v, %v", c.ranges, got, err)
		}
	}
	o := &Original{Ranges: slices.Repeat([]PageRange{{1, 1000}}, 101)}
	if _, err := o.Take(1000); !errors.Is(err, ErrTooManyPages) {
		t.Errorf("101,000 pages: %v", err)
	}
}

// TestOneOriginalIsNoVolume: parts are opened by pages of their own where part two is long enough, which originals of
// annexes do not make it.
func TestOneOriginalIsNoVolume(t *testing.T) {
	d := resolved(t, `report: {title: T, language: en, date: 2012-03-01}
summary: {original: a.pdf}
annexes: [{id: x, title: X, originals: [a.pdf, b.pdf, a.pdf]}]
`)
	for i := range d.Parts {
		if k := d.Parts[i].Kind; k == ledger.PartPage || k == ledger.HalfTitle {
			t.Errorf("the report has a part %s", k)
		}
	}
}
