package office

import (
	"path"
	"rapporteur/sources/diag"
	"strings"
)

// frame reads a picture or a text box, or tells what else is drawn.
func (d *odt) frame(n *node, alone bool) {
	alt := entitled(textOf(n.kid("svg:title")), textOf(n.kid("svg:desc")))
	decorative := n.get("loext:decorative") == "true" || n.get("draw:decorative") == "true"
	found, refused, boxes := false, "", len(d.boxes)
	for _, k := range n.kids {
		switch k.name {
		case "draw:image":
			name := strings.TrimPrefix(k.get("xlink:href"), "./")
			kind := strings.ToLower(path.Ext(name))
			switch {
			case found: // another form of the same picture
			case strings.Contains(name, "://"):
				found = true
				d.add("word-picture-outside", d.at, diag.Args{"file": name})
			case d.archive.has(name) && kind != ".png" && kind != ".jpg" && kind != ".jpeg":
				refused = name
			case !d.archive.has(name):
			default:
				found = true
				if i := d.pictureIn(d.at, name, alt, decorative); i != nil {
					d.put(Run{Kind: Picture, Image: i})
				}
			}
		case "draw:text-box":
			found = true
			d.boxes = append(d.boxes, k)
		case "draw:object", "draw:object-ole", "draw:plugin":
			if math := d.formula(k); math {
				found = true
			} else if !found {
				found = true
				args := diag.Args{"what": "object"}
				if words := strings.TrimSpace(alt + " " + d.objectWords(k)); words != "" {
					args["words"] = words
				}
				d.add("word-embedded", d.at, args)
			}
		case "text:p", "text:h", "text:list": // the words of a shape
			found = true
			d.boxes = append(d.boxes, &node{name: "draw:text-box", kids: []*node{k}})
		case "draw:frame", "draw:custom-shape", "draw:g":
			found = true
			d.frame(k, false)
		default:
			if strings.HasPrefix(k.name, "draw:") {
				d.frame(k, false)
			}
		}
	}
	boxed := len(d.boxes) > boxes
	switch {
	case found && boxed && alt != "":
		d.add("word-embedded", d.at, diag.Args{"what": "drawing", "words": alt})
	case found:
	case refused != "":
		kind := strings.ToUpper(strings.TrimPrefix(path.Ext(refused), "."))
		d.add("word-picture-kind", d.at, diag.Args{"kind": kind, "words": alt})
	case alone:
		args := diag.Args{"what": "drawing"}
		if alt != "" {
			args["words"] = alt
		}
		d.add("word-embedded", d.at, args)
	}
}

// formula prints an embedded formula; false where the object is none.
func (d *odt) formula(n *node) bool {
	name := objectOf(n)
	if name == "" || !d.archive.has(name+"/content.xml") {
		return false
	}
	tree, err := d.archive.parse(name+"/content.xml", "", nil)
	if err != nil || tree.kid("math:math") == nil {
		return false
	}
	top := tree.kid("math:math")
	made := lost(sign(odtWordsOf(top, "math:annotation")))
	if top.size() <= maxFormula {
		made = mathML(top)
	}
	if made.flat {
		d.often("word-formula", d.at, "", "")
	}
	for _, p := range made.pieces {
		d.put(Run{Text: p.text, Look: lookOf(p.look(), p.text)})
	}
	return true
}

// objectOf is the folder of an object in the archive.
func objectOf(n *node) string {
	return strings.TrimSuffix(strings.TrimPrefix(n.get("xlink:href"), "./"), "/")
}

func textOf(n *node) string {
	if n == nil {
		return ""
	}
	return n.text
}
