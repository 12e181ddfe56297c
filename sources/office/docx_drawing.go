package office

import (
	"path"
	"strings"

	"rapporteur/sources/diag"
)

// drawing reads a picture, a text box, or tells what else is drawn.
func (d *docx) drawing(n *node) {
	if d.hidden {
		return
	}
	if !d.printing() || d.open == nil {
		if words := d.drawn(n); words != "" || n.find("a:blip") != nil || n.find("v:imagedata") != nil {
			d.embed("drawing", strings.TrimSpace(altOf(n)+" "+words))
		}
		return
	}
	d.open.boxes = append(d.open.boxes, boxes(n, nil)...)
	if hr := n.find("v:rect"); hr != nil && (hr.get("o:hr") == "t" || hr.get("o:hr") == "true") {
		if d.open.para.Part == Body && len(d.open.para.Runs) == 0 {
			d.open.para.Part = Rule
		}
		return
	}
	described, alt := n.find("wp:docPr"), altOf(n)
	found := false
	var walk func(n *node)
	walk = func(n *node) {
		switch n.name {
		case "mc:AlternateContent":
			if n = choice(n); n == nil {
				return
			}
		case "a:blip":
			found = true
			id := n.get("r:embed")
			if id == "" {
				id = n.get("r:link")
			}
			decorative := described.find("adec:decorative").get("val")
			d.picture(id, alt, decorative == "1" || decorative == "true")
			return
		case "v:imagedata":
			found = true
			if alt == "" {
				alt = n.get("o:title")
			}
			d.picture(n.get("r:id"), alt, false)
			return
		case "v:shape":
			if a := n.get("alt"); a != "" {
				alt = a
			}
		case "w:txbxContent":
			return
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	what := ""
	switch {
	case n.find("c:chart") != nil || n.find("cx:chart") != nil:
		what = "chart"
	case n.find("dgm:relIds") != nil:
		what = "diagram"
	case n.name == "w:object" && !found:
		what = "object"
	case !found && len(boxes(n, nil)) == 0:
		what = "drawing"
	}
	words := d.drawn(n)
	if what == "" && (words != "" || !found && alt != "") { // beside a picture, or of a text box
		what = "drawing"
	}
	if !found {
		words = strings.TrimSpace(alt + " " + words)
	}
	if what != "" {
		d.embed(what, words)
	}
}

// altOf gives the alternative text of a drawing.
func altOf(n *node) string {
	described := n.find("wp:docPr")
	if alt := entitled(described.get("title"), described.get("descr")); alt != "" {
		return alt
	}
	return n.find("v:shape").get("alt")
}

// entitled gives what speaks for a drawing: its description, with its title before it where that says something else.
func entitled(title, description string) string {
	title, description = strings.TrimSpace(title), strings.TrimSpace(description)
	switch {
	case title == "" || strings.Contains(description, title):
		return description
	case description == "":
		return title
	}
	return title + " – " + description
}

// embed tells what is not printed, with its words.
func (d *docx) embed(what, words string) {
	args := diag.Args{"what": what}
	if words != "" {
		args["words"] = words
	}
	d.add("word-embedded", d.at, args)
}

// boxes collects the text boxes of a drawing, each once.
func boxes(n *node, list []*node) []*node {
	switch n.name {
	case "w:txbxContent":
		return append(list, n)
	case "mc:AlternateContent":
		if c := choice(n); c != nil {
			return boxes(c, list)
		}
		return list
	}
	for _, k := range n.kids {
		list = boxes(k, list)
	}
	return list
}

// picture adds a picture of the file to the paragraph.
func (d *docx) picture(id, alt string, decorative bool) {
	r, known := d.relations[id]
	switch {
	case !known:
		d.embed("drawing", alt)
	case r.external:
		d.add("word-picture-outside", d.at, diag.Args{"file": r.target})
	case !d.archive.has(r.target):
		d.add("word-picture-kind", d.at, diag.Args{"kind": strings.ToUpper(strings.TrimPrefix(path.Ext(r.target), ".")),
			"words": alt})
	default:
		if i := d.pictureIn(d.at, r.target, alt, decorative); i != nil {
			d.put(Run{Kind: Picture, Image: i})
		}
	}
}

// pictureIn gives a picture in the archive; nil where a report cannot print it or need not.
func (t *teller) pictureIn(at Place, name, alt string, decorative bool) *Image {
	kind := strings.TrimPrefix(strings.ToLower(path.Ext(name)), ".")
	switch {
	case kind != "png" && kind != "jpg" && kind != "jpeg":
		t.add("word-picture-kind", at, diag.Args{"kind": strings.ToUpper(kind), "words": alt})
		return nil
	case decorative:
		t.often("word-decorative", at, "", alt)
		return nil
	}
	return &Image{Part: name, Alt: strings.Join(strings.Fields(alt), " ")}
}
