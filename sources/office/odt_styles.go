package office

import (
	"cmp"
	"strconv"
	"strings"
)

// odtStyle is a style of an OpenDocument text.
type odtStyle struct {
	parent, display string
	family          string
	props           props
	part            Part
	level           int
	indent          int
	align           string
	shade, border   string
	before          string // what the paragraph begins after: page, column
	writing         string // lr-tb, rl-tb and so on; page where it is that of the page
	settled         bool
}

// odtList is a style of lists, by level.
type odtList struct{ levels [10]odtLevel }

type odtLevel struct {
	format, prefix, suffix string
	start, display         int
}

// level says how a level counts; one that the style does not have is a bullet.
func (l *odtList) level(i int) odtLevel {
	if l == nil || i >= len(l.levels) || l.levels[i].format == "" {
		return odtLevel{format: "bullet", start: 1, display: 1}
	}
	return l.levels[i]
}

// odtFormats are the numberings of OpenDocument (19.500) by the names that they have in ECMA-376.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
	"I": "upperRoman", "": "none", "一, 二, 三, ...": "chineseCounting", "أ, ب, ت, ...": "arabicAlpha",
	"А, Б, .., Аа, Аб, ... (ru)": "russianUpper", "а, б, .., аа, аб, ... (ru)": "russianLower",
	"1st": "ordinal", "①, ②, ③, ...": "decimalEnclosedCircle"}

func (d *odt) readStyles(n *node) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "style:style":
			d.styles[k.get("style:family")+"\x00"+k.get("style:name")] = readODTStyle(k)
		case "style:default-style":
			d.styles[k.get("style:family")+"\x00"] = readODTStyle(k)
		case "text:list-style":
			d.lists[k.get("style:name")] = readODTList(k)
		case "text:outline-style":
			d.lists["\x00outline"] = readODTList(k)
		}
	}
}

func readODTList(n *node) *odtList {
	l := &odtList{}
	for _, k := range n.kids {
		i := number(k.get("text:level"), 0) - 1
		if i < 0 || i >= len(l.levels) {
			continue
		}
		at := &l.levels[i]
		at.start, at.display = number(k.get("text:start-value"), 1), max(number(k.get("text:display-levels"), 1), 1)
		at.prefix, at.suffix = k.get("style:num-prefix"), k.get("style:num-suffix")
		switch k.name {
		case "text:list-level-style-number", "text:outline-level-style":
			format, known := odtFormats[k.get("style:num-format")]
			if !known {
				format = "unknown"
			}
			at.format = format
		default:
			at.format = "bullet"
		}
	}
	return l
}

// readODTStyle reads a style.
func readODTStyle(n *node) *odtStyle {
	s := &odtStyle{parent: n.get("style:parent-style-name"), family: n.get("style:family"),
		display: n.get("style:display-name")}
	if s.display == "" {
		s.display = n.get("style:name")
	}
	s.named(s.display)
	if level := number(n.get("style:default-outline-level"), 0); level > 0 && s.part == Body {
		s.part, s.level = Heading, level
	}
	if p := n.kid("style:paragraph-properties"); p != nil {
		s.align = map[string]string{"center": "center", "end": "right", "right": "right"}[p.get("fo:text-align")]
		s.indent = twips(p.get("fo:margin-left"))
		s.writing = p.get("style:writing-mode")
		s.shade, s.border, s.before = p.get("fo:background-color"), p.get("fo:border"), p.get("fo:break-before")
	}
	s.props = odtProps(n.kid("style:text-properties"))
	if typewriter(s.display) {
		s.props.set |= togCode
		s.props.said |= togCode
	}
	return s
}

// named finds what paragraphs of a style are by its name.
func (s *odtStyle) named(name string) {
	s.display = strings.ToLower(strings.NewReplacer("_20_", " ", "_", " ").Replace(name))
	s.part, s.level = partOf(s.display, nil)
	if s.part == Heading { // headings are elements of their own; a paragraph in their style is none
		s.part, s.level = Body, 0
	}
	switch s.display {
	case "illustration", "figure", "table", "drawing", "tablecaption", "figurecaption":
		s.part = Caption
	}
}

// odtProps reads how words look.
func odtProps(n *node) props {
	var p props
	if n == nil {
		return p
	}
	say := func(bit toggles, value string, on bool) {
		if value == "" {
			return
		}
		p.said |= bit
		if on {
			p.set |= bit
		}
	}
	heavy := func(v string) bool { return v == "bold" || len(v) == 3 && v >= "600" }
	slanted := func(v string) bool { return v == "italic" || v == "oblique" }
	say(togBold, n.get("fo:font-weight"), heavy(n.get("fo:font-weight")))
	say(togItalic, n.get("fo:font-style"), slanted(n.get("fo:font-style")))
	say(togBoldComplex, n.get("style:font-weight-complex"), heavy(n.get("style:font-weight-complex")))
	say(togItalicComplex, n.get("style:font-style-complex"), slanted(n.get("style:font-style-complex")))
	say(togSmallCaps, n.get("fo:font-variant"), n.get("fo:font-variant") == "small-caps")
	say(togCaps, n.get("fo:text-transform"), n.get("fo:text-transform") == "uppercase")
	line := n.get("style:text-line-through-style")
	say(togStrike, line, line != "none")
	say(togVanish, n.get("text:display"), n.get("text:display") == "none")
	p.underline, p.highlight = n.get("style:text-underline-style"), n.get("fo:background-color")
	p.font, p.colour = n.get("style:font-name"), n.get("fo:color")
	switch at := n.get("style:text-position"); {
	case strings.HasPrefix(at, "super"):
		p.vertical = "superscript"
	case strings.HasPrefix(at, "sub"):
		p.vertical = "subscript"
	case at != "":
		raise, _, _ := strings.Cut(at, "%")
		switch n := number(raise, 0); {
		case n > 0:
			p.vertical = "superscript"
		case n < 0:
			p.vertical = "subscript"
		default:
			p.vertical = "baseline"
		}
	}
	for i, suffix := range []string{"", "-asian", "-complex"} {
		space := "style:"
		if i == 0 {
			space = "fo:"
		}
		language, country := n.get(space+"language"+suffix), n.get(space+"country"+suffix)
		if language == "" || language == "none" || language == "zxx" {
			continue
		}
		if country != "" && country != "none" {
			language += "-" + country
		}
		p.lang[i] = language
	}
	return p
}

// twips reads a length as twentieths of a point.
func twips(s string) int {
	for unit, factor := range map[string]float64{"cm": 566.93, "mm": 56.693, "in": 1440, "pt": 20, "pc": 240} {
		if value, is := strings.CutSuffix(s, unit); is {
			if f, err := strconv.ParseFloat(value, 64); err == nil && f > -100000 && f < 100000 {
				return int(f * factor)
			}
		}
	}
	return 0
}

// style gives a style with all that it takes from its parents and from the family's defaults; never nil.
func (d *odt) style(family, name string) *odtStyle { return d.settle(family, name, 0) }

func (d *odt) settle(family, name string, depth int) *odtStyle {
	s := d.styles[family+"\x00"+name]
	if s == nil {
		s := &odtStyle{}
		if name != "" && family == "paragraph" {
			s.named(name)
			s.props = d.settle(family, "", depth).props
		}
		return s
	}
	if s.settled || depth > maxStyles {
		return s
	}
	s.settled = true
	if name == "" || family == "text" && s.parent == "" {
		return s
	}
	parent := d.settle(family, s.parent, depth+1)
	s.props = s.props.over(parent.props)
	if s.part == Body {
		s.part, s.level = parent.part, parent.level
	}
	if s.align == "" {
		s.align = parent.align
	}
	if s.indent == 0 {
		s.indent = parent.indent
	}
	s.writing = cmp.Or(s.writing, parent.writing)
	s.shade, s.border = cmp.Or(s.shade, parent.shade), cmp.Or(s.border, parent.border)
	s.before = cmp.Or(s.before, parent.before)
	return s
}
