package office

import (
	"maps"
	"slices"
	"strings"
)

// props are what a style or a run says of how it looks; what it does not say comes from below (ECMA-376-1, 17.7.2).
type props struct {
	set, said toggles
	vertical  string // superscript, subscript, baseline
	underline string
	highlight string
	colour    string
	font      string
	lang      [3]string // for Latin and its like, for East Asia, for scripts written to the left
	style     string    // the character style
}

// toggles are properties that are on or off.
type toggles uint16

const (
	togBold toggles = 1 << iota
	togItalic
	togBoldComplex
	togItalicComplex
	togSmallCaps
	togCaps
	togStrike
	togDoubleStrike
	togVanish
	togRTL
	togComplex
	togCode
)

var toggleNames = []struct {
	name string
	bit  toggles
}{{"w:b", togBold}, {"w:i", togItalic}, {"w:bCs", togBoldComplex}, {"w:iCs", togItalicComplex},
	{"w:smallCaps", togSmallCaps}, {"w:caps", togCaps}, {"w:strike", togStrike}, {"w:dstrike", togDoubleStrike},
	{"w:vanish", togVanish}, {"w:rtl", togRTL}, {"w:cs", togComplex}}

// propsOf reads a w:rPr.
func propsOf(n *node) props {
	var p props
	if n == nil {
		return p
	}
	for _, k := range n.kids {
		value := k.get("w:val")
		switch k.name {
		case "w:position": // by how much by hand, or by a program that knows no other way; vertAlign comes after it
			p.vertical = raised(value)
		case "w:vertAlign":
			p.vertical = value
		case "w:u":
			p.underline = value
		case "w:highlight":
			p.highlight = value
		case "w:color":
			p.colour = value
		case "w:rFonts":
			p.font = k.get("w:ascii")
			if p.font == "" {
				p.font = k.get("w:hAnsi")
			}
		case "w:lang":
			p.lang = [3]string{value, k.get("w:eastAsia"), k.get("w:bidi")}
		case "w:rStyle":
			p.style = value
		default:
			for _, t := range toggleNames {
				if t.name == k.name {
					p.said |= t.bit
					if on, _ := n.toggle(k.name); on {
						p.set |= t.bit
					}
				}
			}
		}
	}
	return p
}

// raised is where signs stand that are moved up, or with a minus down (ECMA-376-1, 17.3.2.24).
func raised(by string) string {
	switch {
	case strings.Trim(by, "+-0") == "":
		return "baseline"
	case strings.HasPrefix(by, "-"):
		return "subscript"
	}
	return "superscript"
}

// over lays p over what lies below it.
func (p props) over(below props) props {
	out := below
	out.set = below.set&^p.said | p.set&p.said
	out.said = below.said | p.said
	for _, s := range []struct{ to, from *string }{{&out.vertical, &p.vertical}, {&out.underline, &p.underline},
		{&out.highlight, &p.highlight}, {&out.colour, &p.colour}, {&out.font, &p.font}, {&out.lang[0], &p.lang[0]},
		{&out.lang[1], &p.lang[1]}, {&out.lang[2], &p.lang[2]}} {
		if *s.from != "" {
			*s.to = *s.from
		}
	}
	return out
}

// style is a style of the file.
type style struct {
	name    string // in lower case: Word keeps the English name of its own styles in every language
	base    string
	para    *node
	props   props // with those that it is based on
	part    Part
	level   int
	heads   bool             // of a table: its first row looks like a head
	cells   map[string]props // of a table: what words in parts of it look like, as firstRow, firstCol
	number  *node
	settled bool
}

// styles are those of the file by id.
type styles struct {
	byID     map[string]*style
	defaults props
	usual    string // id of the style of paragraphs that name none
}

func readStyles(tree *node) *styles {
	s := &styles{byID: map[string]*style{}}
	tree = tree.kid("w:styles")
	if tree == nil {
		return s
	}
	s.defaults = propsOf(tree.kid("w:docDefaults", "w:rPrDefault", "w:rPr"))
	for _, k := range tree.kids {
		if k.name != "w:style" {
			continue
		}
		st := &style{name: strings.ToLower(k.val("w:name")), base: k.val("w:basedOn"), para: used(k.kid("w:pPr")),
			props: propsOf(k.kid("w:rPr"))}
		for _, c := range k.kids {
			if c.name != "w:tblStylePr" {
				continue
			}
			part := c.get("w:type")
			st.heads = st.heads || part == "firstRow" && len(c.kids) > 0
			if st.cells == nil {
				st.cells = map[string]props{}
			}
			st.cells[part] = propsOf(c.kid("w:rPr"))
		}
		id := k.get("w:styleId")
		s.byID[id] = st
		if k.get("w:type") == "paragraph" && (k.get("w:default") == "1" || k.get("w:default") == "true") {
			s.usual = id
		}
	}
	return s
}

// get gives a style with all that it takes from those it is based on; nil where there is none.
func (s *styles) get(id string) *style { return s.settle(id, 0) }

func (s *styles) settle(id string, depth int) *style {
	st := s.byID[id]
	if st == nil || st.settled || depth > maxStyles {
		return st
	}
	st.settled = true // before its base: styles may be based on each other in a ring
	st.number = st.para.kid("w:numPr")
	st.part, st.level = partOf(st.name, st.para)
	if typewriter(st.name) {
		st.props.set |= togCode
		st.props.said |= togCode
	}
	if base := s.settle(st.base, depth+1); base != nil && st.base != id {
		st.props = st.props.over(base.props)
		st.heads = st.heads || base.heads
		st.cells = cellsOver(st.cells, base.cells)
		if st.part == Body && st.para.kid("w:outlineLvl") == nil {
			st.part, st.level = base.part, base.level
		}
		if st.number == nil {
			st.number = base.number
		}
		st.para = st.para.over(base.para)
	}
	return st
}

// used leaves of a style's settings of paragraphs those that are asked for, once each: they are looked through at every
// paragraph.
func used(para *node) *node {
	if para == nil {
		return nil
	}
	few := &node{name: para.name}
	for _, name := range []string{"w:outlineLvl", "w:numPr", "w:jc", "w:ind", "w:bidi", "w:shd", "w:pBdr",
		"w:pageBreakBefore"} {
		if k := para.kid(name); k != nil {
			few.kids = append(few.kids, k)
		}
	}
	return few
}

// cellsOver lays what a style of tables says of its parts over what its base says.
func cellsOver(own, base map[string]props) map[string]props {
	if len(base) == 0 {
		return own
	}
	all := maps.Clone(base)
	for part, p := range own {
		all[part] = p.over(base[part])
	}
	return all
}

// over lays settings over others: what they do not say themselves comes from below.
func (n *node) over(below *node) *node {
	switch {
	case n == nil:
		return below
	case below == nil:
		return n
	}
	all := &node{name: n.name, attrs: n.attrs, kids: slices.Clone(n.kids)}
	for _, k := range below.kids {
		if k.name != "" && n.kid(k.name) == nil {
			all.kids = append(all.kids, k)
		}
	}
	return all
}

// typewriter reports whether the name of a style is one for code among words.
func typewriter(name string) bool {
	return strings.Contains(name, "verbatim") || strings.HasPrefix(name, "html code") ||
		strings.HasPrefix(name, "html typewriter") || name == "source text" || name == "teletype"
}

// partOf finds what a paragraph is by the name of its style, or by its level in the outline: a heading is one in any
// language of the program, and by any name of the user's own.
func partOf(name string, para *node) (Part, int) {
	if rest, is := strings.CutPrefix(name, "heading "); is {
		if n := number(rest, 0); n >= 1 && n <= 9 {
			return Heading, n
		}
	}
	if level := para.val("w:outlineLvl"); level != "" {
		if n := number(level, 9); n >= 0 && n < 9 {
			return Heading, n + 1
		}
	}
	switch {
	case name == "title" || name == "subtitle":
		return Title, 0
	case name == "quote" || name == "intense quote" || name == "block text" || name == "quotations":
		return Quotation, 0
	case name == "caption" || name == "table caption" || name == "image caption":
		return Caption, 0
	case name == "source code" || strings.HasPrefix(name, "html preformatted") || name == "preformatted text":
		return Code, 0
	}
	return Body, 0
}

// para gives the style of a paragraph, by its own id or the usual one; never nil.
func (s *styles) ofPara(id string) *style {
	if st := s.get(id); st != nil {
		return st
	}
	if st := s.get(s.usual); st != nil {
		return st
	}
	return &style{}
}

// under gives the style for runs of a paragraph of a part: what headings, captions and quotations look like is the
// report's to say, and bold words in a bold heading are no emphasis.
func (s *style) under(part Part) *style {
	if part == Body {
		return s
	}
	plain := *s
	plain.props.set &^= togBold | togItalic | togBoldComplex | togItalicComplex | togSmallCaps | togCaps | togCode
	plain.props.underline = ""
	return &plain
}

// run gives the properties of a run: those of the file, of the table's style, of the paragraph's style, of the
// character style and its own. A switch that both of the last styles turn on is off again (17.7.3).
func (s *styles) run(cell props, para *style, own props) props {
	below := para.props.over(cell.over(s.defaults))
	if st := s.get(own.style); st != nil {
		twice := st.props.set & para.props.set & st.props.said & para.props.said
		below = st.props.over(below)
		below.set &^= twice
	}
	return own.over(below)
}
