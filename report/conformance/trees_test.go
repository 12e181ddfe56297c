package conformance

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sown is a structure tree in the making: each element that has no others below it holds a mark.
type sown struct {
	objects []string
	parents []string // by mark
	content strings.Builder
}

// firstSown is the number of the first element.
const firstSown = 6

// element adds an element and those below it, chosen by draw, and gives its number.
func (s *sown) element(draw *rand.Rand, kind string, up, depth int) int {
	at := len(s.objects)
	s.objects = append(s.objects, "")
	number := at + firstSown
	var kids []string
	if depth > 0 {
		for range draw.IntN(5) {
			below := sowable[draw.IntN(len(sowable))]
			kids = append(kids, fmt.Sprintf("%d 0 R", s.element(draw, below, number, depth-1)))
		}
	}
	if len(kids) == 0 {
		mark := len(s.parents)
		fmt.Fprintf(&s.content, "/X<</MCID %d>>BDC 0 0 1 1 re f EMC\n", mark)
		s.parents = append(s.parents, fmt.Sprintf("%d 0 R", number))
		kids = append(kids, fmt.Sprint(mark))
	}
	s.objects[at] = fmt.Sprintf("<</S/%s/P %d 0 R/Pg 3 0 R/K[%s]>>", kind, up, strings.Join(kids, " "))
	return number
}

// sowable are the types that may not stand everywhere, and some that may.
var sowable = strings.Fields("L LI LI Lbl LBody TOC TOCI Table TR TR TH TD TD THead TBody TFoot Caption P Span " +
	"Div Sect")

// sowed is a file with a tree that follows no rule.
func sowed(seed uint64) []byte {
	var s sown
	root := s.element(rand.New(rand.NewPCG(seed, 1)), "Document", 5, 5)
	list := append([]string{"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/StructParents 0/Tabs/S/Contents 4 0 R/Resources<<>>>>",
		streamOf("", []byte(s.content.String())),
		fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[0[%s]]>>>>", root, strings.Join(s.parents, " ")),
	}, s.objects...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range list {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\n")
	return b.Bytes()
}

// TestTreesAreArranged: whatever stands where in the tags of an original, lists, tables of contents and tables are as
// they must be once its unit is made, and each mark still leads to its element. What nobody can know stays told: which
// of several titles is the table's, and what a header cell in the midst of others heads.
func TestTreesAreArranged(t *testing.T) {
	unknowable := []string{"table-captions", "table-caption", "l-caption", "toc-caption", "table-headers"}
	for seed := range uint64(400) {
		data := sowed(seed)
		for _, name := range judgedOf(t, made(t, data), data) {
			if !slices.Contains(unknowable, name) {
				t.Errorf("seed %d: %s", seed, name)
			}
		}
	}
}
