package layout

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// DumpTree writes the run's structure: each element below its parent, with what it says of itself; leaves as dots.
func (s *Settled) DumpTree(w io.Writer) error {
	kids := make([][]Node, len(s.Tree.Nodes))
	for i := 1; i < len(s.Tree.Nodes); i++ {
		p := s.Tree.Nodes[i].Parent
		kids[p] = append(kids[p], Node(i))
	}
	out := bufio.NewWriter(w)
	var walk func(n Node, depth int)
	walk = func(n Node, depth int) {
		e := &s.Tree.Nodes[n]
		out.WriteString(strings.Repeat("  ", depth))
		if e.Tag == "" && n != 0 {
			out.WriteString(".\n")
			return
		}
		fmt.Fprintf(out, "%s%s\n", e.Tag, e.says(s))
		for _, k := range kids[n] {
			walk(k, depth+1)
		}
	}
	walk(0, 0)
	return out.Flush()
}

func (e *Element) says(s *Settled) string {
	var b strings.Builder
	for _, f := range [][2]string{{"lang", e.Lang}, {"alt", e.Alt}, {"actual", e.Attr().Actual},
		{"title", e.Title}, {"id", e.ID},
		{"scope", e.Attr().Scope}, {"numbering", e.Attr().ListNumbering}, {"summary", e.Attr().Summary}} {
		if f[1] != "" {
			fmt.Fprintf(&b, " %s=%q", f[0], f[1])
		}
	}
	if e.Attr().ColSpan > 1 {
		fmt.Fprintf(&b, " colspan=%d", e.Attr().ColSpan)
	}
	if e.Link > 0 {
		fmt.Fprintf(&b, " to=%q", s.Links[e.Link-1].Target)
	}
	return b.String()
}
